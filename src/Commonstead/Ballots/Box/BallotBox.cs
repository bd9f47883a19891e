using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
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
    internal async Task<Refusal?> Put(OpenTrust trust, NewEnvelope envelope)
    {
        var slot = _slots.GetValue(trust, _ => new Slot());
        var waiting = new Waiting(envelope);
        slot.Queue.Enqueue(waiting);
        await slot.Turn.WaitAsync();
        try
        {
            if (!waiting.Stored.Task.IsCompleted) await StoreWaiting(trust, slot.Queue);
        }
        finally
        {
            slot.Turn.Release();
        }

        return await waiting.Stored.Task;
    }

    private async Task StoreWaiting(OpenTrust trust, ConcurrentQueue<Waiting> queue)
    {
        var taken = new List<Waiting>();
        while (taken.Count < MostAtOnce && queue.TryDequeue(out var next)) taken.Add(next);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var acting = scope.ServiceProvider.GetRequiredService<Acting>();
            acting.Trust = trust;
            acting.Actor = Actor.Visitor;
            var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>().Run(
                scope.ServiceProvider.GetRequiredService<StoreEnvelopes>(),
                new StoreEnvelopesInput([.. taken.Select(w => w.Envelope)]));
            foreach (var waiting in taken)
            {
                waiting.Stored.SetResult(
                    !outcome.IsDone ? outcome.Refusals[0]
                    : outcome.Value.Late.Contains(waiting.Envelope.Ballot) ? new Refusal(CastPaperRefusal.NotOpen)
                    : null);
            }
        }
        catch (Exception e)
        {
            foreach (var waiting in taken) waiting.Stored.TrySetException(e);
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public ConcurrentQueue<Waiting> Queue { get; } = [];
    }

    private sealed record Waiting(NewEnvelope Envelope)
    {
        public TaskCompletionSource<Refusal?> Stored { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>An envelope on its way into the box.</summary>
internal sealed record NewEnvelope(BallotId Ballot, RollEntryId Entry, byte[] Content);

/// <summary>Envelopes that arrived together.</summary>
[Secret]
internal sealed record StoreEnvelopesInput(IReadOnlyList<NewEnvelope> Envelopes);

/// <summary>What was stored, attested together, and the ballots that took none any more.</summary>
internal sealed record StoredEnvelopes(string Attested, IReadOnlySet<BallotId> Late) : IBulkResult;

/// <summary>
/// Stores envelopes of open ballots. The audit trail is told how many and the hash of all of them together, and neither
/// who voted nor what: whoever reads it learns nothing about a voter.
/// </summary>
[OpenToAnyone("Only the box runs it, with envelopes of voters whose entry on the roll was checked.")]
[Does("Envelopes put into the ballot box")]
internal sealed class StoreEnvelopes(TrustDb db, Acting acting, BulkWriter bulk)
    : IOperation<StoreEnvelopesInput, StoredEnvelopes>
{
    public async Task<Outcome<StoredEnvelopes>> Run(StoreEnvelopesInput input)
    {
        var ids = input.Envelopes.Select(e => e.Ballot).Distinct().ToList();
        var (open, now) = (BallotState.Open, acting.Now);
        var taking = await db.Set<Ballot>().Where(b => ids.Contains(b.Id) && b.State == open && b.ClosesAt > now)
            .Select(b => b.Id).ToListAsync();
        var rows = input.Envelopes.Where(e => taking.Contains(e.Ballot)).ToList();
        if (rows.Count == 0) return CastPaperRefusal.NotOpen;
        await bulk.Write(rows.Select(e => new Envelope { Ballot = e.Ballot, Entry = e.Entry, Content = e.Content }));
        return new StoredEnvelopes(Attested(rows), ids.Except(taking).ToHashSet());
    }

    private static string Attested(List<NewEnvelope> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(row.Content);
        var all = Convert.ToHexStringLower(hash.GetHashAndReset());
        return FormattableString.Invariant($"{rows.Count} envelopes {all}");
    }
}
