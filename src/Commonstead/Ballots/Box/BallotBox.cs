using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>
/// Takes envelopes. Those that arrive while others are being written wait and are written together, in one transaction:
/// a disk makes many durable at once as fast as one. Nobody is told of a receipt before her envelope is durable.
/// </summary>
public sealed class BallotBox(IServiceScopeFactory scopes)
{
    private const int MostAtOnce = 1_000;

    private readonly ConditionalWeakTable<OpenTrust, Slot> _slots = [];

    /// <summary>Puts an envelope into the box.</summary>
    /// <returns>A refusal when the ballot takes no papers any more.</returns>
    internal Task<Refusal?> Put(OpenTrust trust, NewEnvelope envelope)
    {
        var slot = _slots.GetValue(trust, _ => new Slot());
        var waiting = new Waiting(envelope);
        slot.Queue.Enqueue(waiting);
        if (slot.BeginsToWrite()) WriteSoon(trust, slot);
        return waiting.Stored.Task;
    }

    /// <summary>
    /// What papers of an open ballot are sealed by. It is fixed once a ballot is open, so it is read once; that it is
    /// still open, and who stands on its roll, is asked again where envelopes are stored.
    /// </summary>
    internal async Task<OpenBox?> Open(OpenTrust trust, BallotId id)
    {
        var boxes = _slots.GetValue(trust, _ => new Slot()).Boxes;
        if (boxes.TryGetValue(id, out var known)) return known;
        await using var db = trust.NewDb();
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Choices)
            .FirstOrDefaultAsync(b => b.Id == id);
        if (ballot is null) return null;
        var box = new OpenBox(
            new SealingKey(Convert.FromBase64String(ballot.PublicKey)), ballot.CountingRule, ballot.Choices.Count,
            ballot.ClosesAt);
        return ballot.State is BallotState.Open ? boxes.GetOrAdd(id, box) : null;
    }

    // Behind whatever is waiting for a thread: voters who are here already have their papers sealed first, and written
    // together with this one.
    private void WriteSoon(OpenTrust trust, Slot slot) =>
        ThreadPool.UnsafeQueueUserWorkItem(s => _ = Write(trust, s), slot, preferLocal: false);

    private async Task Write(OpenTrust trust, Slot slot)
    {
        await StoreWaiting(trust, slot);
        slot.EndsToWrite();
        if (!slot.Queue.IsEmpty && slot.BeginsToWrite()) WriteSoon(trust, slot);
    }

    private async Task StoreWaiting(OpenTrust trust, Slot slot)
    {
        var taken = new List<Waiting>();
        while (taken.Count < MostAtOnce && slot.Queue.TryDequeue(out var next)) taken.Add(next);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var acting = scope.ServiceProvider.GetRequiredService<Acting>();
            (acting.Trust, acting.Actor) = (trust, Actor.Visitor);
            var store = scope.ServiceProvider.GetRequiredService<StoreEnvelopes>();
            var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>()
                .Run(store, new StoreEnvelopesInput([.. taken.Select(w => w.Envelope)]));
            for (var i = 0; i < taken.Count; i++)
                taken[i].Stored.SetResult(store.Refused[i] ?? (outcome.IsDone ? null : outcome.Refusals[0]));
        }
        catch (Exception e)
        {
            foreach (var waiting in taken) waiting.Stored.TrySetException(e);
        }
    }

    private sealed class Slot
    {
        private int _writing;

        public ConcurrentQueue<Waiting> Queue { get; } = [];

        public ConcurrentDictionary<BallotId, OpenBox> Boxes { get; } = [];

        public bool BeginsToWrite() => Interlocked.Exchange(ref _writing, 1) == 0;

        public void EndsToWrite() => Interlocked.Exchange(ref _writing, 0);
    }

    private sealed record Waiting(NewEnvelope Envelope)
    {
        public TaskCompletionSource<Refusal?> Stored { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What papers of an open ballot are sealed by.</summary>
internal sealed record OpenBox(SealingKey Key, CountingRule Rule, int Choices, DateTime ClosesAt);

/// <summary>An envelope on its way into the box.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Entry">Whose vote it is.</param>
/// <param name="Voter">Who casts it.</param>
/// <param name="Content">The envelope.</param>
/// <param name="Code">The hash of the code it is cast by; null for a voter who signed in.</param>
internal sealed record NewEnvelope(
    BallotId Ballot, RollEntryId Entry, PersonId Voter, byte[] Content, string? Code = null);

/// <summary>Envelopes that arrived together.</summary>
[Secret]
internal sealed record StoreEnvelopesInput(IReadOnlyList<NewEnvelope> Envelopes);

/// <summary>What was stored, attested together.</summary>
internal sealed record StoredEnvelopes(string Attested) : IBulkResult;

/// <summary>
/// Stores envelopes of open ballots. The audit trail is told how many and the hash of all of them together, and neither
/// who voted nor what: whoever reads it learns nothing about a voter.
/// </summary>
[OpenToAnyone("Only the box runs it, with envelopes of voters whose entry on the roll was checked.")]
[Does("Envelopes put into the ballot box")]
internal sealed class StoreEnvelopes(TrustDb db, Acting acting, BulkWriter bulk, BulkEraser eraser)
    : IOperation<StoreEnvelopesInput, StoredEnvelopes>
{
    // Made into a statement once: every voter waits for it.
    private static readonly Func<TrustDb, RollEntryId, DateTime, Task<EntryOfBallot?>> _entry =
        EF.CompileAsyncQuery((TrustDb db, RollEntryId entry, DateTime now) => db.Set<RollEntry>()
            .Where(e => e.Id == entry)
            .Join(db.Set<Ballot>(), e => e.Ballot, b => b.Id, (e, b) => new EntryOfBallot(
                e.Ballot, e.Id, e.Voter, b.State == BallotState.Open && b.ClosesAt > now,
                db.Set<PaperVoter>().Any(p => p.Entry == e.Id)))
            .FirstOrDefault());

    /// <summary>Why each envelope was not stored, in the order of the input; null for those that were.</summary>
    public IReadOnlyList<Refusal?> Refused { get; private set; } = [];

    public async Task<Outcome<StoredEnvelopes>> Run(StoreEnvelopesInput input)
    {
        var roll = new Dictionary<(BallotId, RollEntryId, PersonId), EntryOfBallot>();
        foreach (var id in input.Envelopes.Select(e => e.Entry).Distinct())
        {
            if (await _entry(db, id, acting.Now) is { } e) roll.Add((e.Ballot, e.Entry, e.Voter), e);
        }

        var codes = input.Envelopes.Select(e => e.Code).OfType<string>().ToList();
        var good = codes.Count == 0 ? [] : (await db.Set<VotingCode>().Where(c => codes.Contains(c.Hash))
            .Select(c => new { c.Entry, c.Hash }).ToListAsync()).Select(c => (c.Entry, c.Hash)).ToHashSet();
        Refused =
        [
            .. input.Envelopes.Select(e => WhyNot(e, roll.GetValueOrDefault((e.Ballot, e.Entry, e.Voter)), good)),
        ];
        var rows = input.Envelopes.Where((_, i) => Refused[i] is null).ToList();
        if (rows.Count == 0) return Refused[0]!;
        var used = rows.Select(e => e.Code).OfType<string>().ToList();
        if (used.Count > 0) await eraser.Erase<VotingCode>(c => used.Contains(c.Hash));
        await bulk.Write(rows.Select(e => new Envelope { Ballot = e.Ballot, Entry = e.Entry, Content = e.Content }));
        return new StoredEnvelopes(AttestedTogether.Of("envelopes", rows.Select(e => e.Content)));
    }

    // A code is good once: what it brought a moment ago has used it up.
    private static Refusal? WhyNot(
        NewEnvelope envelope, EntryOfBallot? entry, HashSet<(RollEntryId Entry, string Hash)> good)
    {
        if (entry is null) return new Refusal(CastPaperRefusal.NotOnTheRoll);
        if (!entry.IsTaking) return new Refusal(CastPaperRefusal.NotOpen);
        if (entry.IsOnPaper) return new Refusal(CastPaperRefusal.VotedOnPaper);
        return envelope.Code is null || good.Remove((envelope.Entry, envelope.Code))
            ? null : new Refusal(CastPaperRefusal.CodeNotGood);
    }

    private sealed record EntryOfBallot(
        BallotId Ballot, RollEntryId Entry, PersonId Voter, bool IsTaking, bool IsOnPaper);
}
