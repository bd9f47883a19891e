using System.Text;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>Ballots as readers find them.</summary>
public sealed class BallotRegister(TrustDb db, Acting acting) : IOwnBallots
{
    private const int MostOwn = 100;

    /// <summary>Every ballot, for a list; nothing for those who may not see them.</summary>
    public IQueryable<BallotRow> Rows()
    {
        var may = acting.Actor.May(BallotPermission.See);
        return db.Set<Ballot>().AsNoTracking().Where(_ => may).Select(b => new BallotRow
        {
            Id = b.Id,
            Title = b.Title,
            State = b.State,
            OpensAt = b.OpensAt,
            ClosesAt = b.ClosesAt,
            RollSize = b.RollSize,
            Participants = b.Participants,
            Search = b.Search,
        });
    }

    /// <summary>A ballot with its choices and officers; null when there is none to see.</summary>
    public async Task<Ballot?> Ballot(BallotId id) => acting.Actor.May(BallotPermission.See)
        ? await db.Set<Ballot>().AsNoTracking().Include(b => b.Choices).Include(b => b.Holders)
            .FirstOrDefaultAsync(b => b.Id == id)
        : null;

    /// <summary>The entries by which the present actor votes in a ballot, each with whether its paper is in the box.
    /// </summary>
    public async Task<IReadOnlyList<OwnEntry>> OwnEntries(BallotId id)
    {
        if (acting.Actor.Person is not { } key) return [];
        var voter = new PersonId(key);
        return await db.Set<RollEntry>().AsNoTracking().Where(e => e.Voter == voter && e.Ballot == id)
            .OrderBy(e => e.Id)
            .Select(e => new OwnEntry(
                e.Id,
                e.Member,
                db.Set<Envelope>().Any(v => v.Ballot == id && v.Entry == e.Id)
                    || db.Set<PaperVoter>().Any(p => p.Entry == e.Id)
                    || db.Set<Participation>().Any(p => p.Entry == e.Id)))
            .ToListAsync();
    }

    /// <summary>How many entries have a paper in the box of an open ballot, or sent one on paper.</summary>
    public async Task<int> Turnout(BallotId id) =>
        await db.Set<Envelope>().Where(e => e.Ballot == id).Select(e => e.Entry).Distinct().CountAsync()
        + await db.Set<PaperVoter>().CountAsync(p => p.Ballot == id);

    /// <summary>Whoever has a code, with the ballot; null when the code is not good.</summary>
    internal async Task<CodeHolder?> ByCode(string typed)
    {
        var (hash, now) = (VotingCode.HashOf(typed), acting.Now);
        var found = await db.Set<VotingCode>().AsNoTracking().Where(c => c.Hash == hash)
            .Join(db.Set<RollEntry>(), c => c.Entry, e => e.Id, (c, e) => new { c.Ballot, e.Id, e.Voter })
            .FirstOrDefaultAsync();
        if (found is null) return null;
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Choices)
            .FirstAsync(b => b.Id == found.Ballot);
        return ballot.TakesPapers(now) ? new CodeHolder(ballot, found.Id, found.Voter, hash) : null;
    }

    /// <inheritdoc/>
    public Task<bool> AnyTakesPapers()
    {
        var now = acting.Now;
        return db.Set<Ballot>().AnyAsync(b => b.State == BallotState.Open && b.ClosesAt > now);
    }

    /// <summary>The open ballots on whose roll the present actor stands, the one that closes first above.</summary>
    public async Task<IReadOnlyList<OwnBallot>> OwnOpen()
    {
        if (acting.Actor.Person is not { } key || !acting.Actor.May(BallotPermission.See)) return [];
        var (voter, now) = (new PersonId(key), acting.Now);
        var own = await db.Set<RollEntry>().AsNoTracking().Where(e => e.Voter == voter)
            .Join(db.Set<Ballot>().Where(b => b.State == BallotState.Open && b.ClosesAt > now),
                e => e.Ballot, b => b.Id, (e, b) => new
                {
                    b.Id,
                    b.Title,
                    b.ClosesAt,
                    HasVoted = db.Set<Envelope>().Any(v => v.Ballot == b.Id && v.Entry == e.Id)
                        || db.Set<PaperVoter>().Any(p => p.Entry == e.Id),
                }).OrderBy(b => b.ClosesAt).Take(MostOwn).ToListAsync();
        return [.. own.GroupBy(b => b.Id).Select(b => new OwnBallot(
            b.Key, b.First().Title, b.First().ClosesAt, b.All(e => e.HasVoted)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PastBallot>> OwnPast()
    {
        if (acting.Actor.Person is not { } key || !acting.Actor.May(BallotPermission.See)) return [];
        var voter = new PersonId(key);
        return await db.Set<Ballot>().AsNoTracking()
            .Where(b => b.State == BallotState.Declared
                && db.Set<RollEntry>().Any(e => e.Ballot == b.Id && e.Voter == voter))
            .OrderByDescending(b => b.ClosesAt).Take(MostOwn)
            .Select(b => new PastBallot(b.Id, b.Title, b.ClosesAt)).ToListAsync();
    }

    /// <summary>The ballots whose opening hour has come and that are not open, for whoever runs them.</summary>
    internal async Task<IReadOnlyList<Ballot>> NotOpened(int most)
    {
        var now = acting.Now;
        return acting.Actor.May(BallotPermission.Run)
            ? await db.Set<Ballot>().AsNoTracking()
                .Where(b => (b.State == BallotState.Draft || b.State == BallotState.Sealed) && b.OpensAt <= now)
                .OrderBy(b => b.ClosesAt).ThenBy(b => b.Id).Take(most).ToListAsync()
            : [];
    }

    /// <summary>The counts of a ballot before its declaration, the first above; for whoever runs it.</summary>
    public async Task<IReadOnlyList<BallotCount>> Counts(BallotId id) => acting.Actor.May(BallotPermission.Run)
        ? await db.Set<BallotCount>().AsNoTracking().Where(c => c.Ballot == id)
            .OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync()
        : [];

    /// <summary>The count of a ballot whose box was opened, by its papers as they lie; null for those who do not run
    /// it, and while only a lot or nobody can say who is elected.</summary>
    internal async Task<CountReport?> CountOf(Ballot ballot)
    {
        if (ballot.State is not BallotState.Unsealed || !acting.Actor.May(BallotPermission.Run)) return null;
        var papers = await db.Set<CountedPaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id)
            .OrderBy(p => p.Receipt).ToListAsync();
        return ballot.Count(papers, null).Has(out var count, out _) ? CountReport.Of(count) : null;
    }

    /// <summary>The published bundle as it was signed; null before the result is declared.</summary>
    public async Task<string?> Bundle(Ballot ballot)
    {
        if (ballot.Bundle.Length == 0) return null;
        using var reader = new StreamReader(acting.Trust.Documents.Open(ballot.Bundle), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>A ballot in the list.</summary>
public sealed class BallotRow : ISearched
{
    /// <summary>The ballot.</summary>
    public BallotId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>How far it has come.</summary>
    public BallotState State { get; init; }

    /// <summary>From when papers are taken.</summary>
    public DateTime OpensAt { get; init; }

    /// <summary>From when none is taken any more.</summary>
    public DateTime ClosesAt { get; init; }

    /// <summary>Entries on the roll.</summary>
    public int RollSize { get; init; }

    /// <summary>Entries that took part.</summary>
    public int? Participants { get; init; }

    /// <inheritdoc/>
    public string Search { get; init; } = "";
}

/// <summary>An entry on a roll by which the reader votes.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Member">Whose vote it is.</param>
/// <param name="HasVoted">True when its paper is in the box, or was.</param>
public sealed record OwnEntry(RollEntryId Id, Members.MemberId Member, bool HasVoted);

/// <summary>Whoever votes by a code.</summary>
/// <param name="Ballot">The ballot, with its choices.</param>
/// <param name="Entry">The entry on its roll.</param>
/// <param name="Voter">Who votes by it.</param>
/// <param name="Hash">The hash of the code.</param>
internal sealed record CodeHolder(Ballot Ballot, RollEntryId Entry, PersonId Voter, string Hash);
