using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>What ballots are held on, found by its kind; one ballot at a time is held on the same.</summary>
public sealed class BallotSubjects(TrustDb db, Acting acting, IEnumerable<IGivesBallotSubjects> givers) : IBallots
{
    /// <summary>What a new ballot on a subject asks, or why there is none.</summary>
    internal async Task<Outcome<BallotSubject>> Asked(string? kind, Guid subject, string voters)
    {
        var asked = await AskedNow(kind, subject, voters);
        if (!asked.IsDone) return asked;
        return (await On(kind!, subject)).Any(b => !b.IsOver && b.Voters == asked.Value.Voters)
            ? DraftBallotRefusal.UnderWay : asked;
    }

    /// <summary>What a ballot on a subject asks today, whether one is being held or not; or why there can be none.
    /// </summary>
    internal async Task<Outcome<BallotSubject>> AskedNow(string? kind, Guid subject, string voters) =>
        givers.FirstOrDefault(g => g.Kind == kind) is { } giver
            ? await giver.Asked(subject, voters) : CommonRefusal.NotFound;

    /// <summary>What a ballot is held on, and its page; null for a question of its own.</summary>
    internal (string Name, string Page)? Of(Ballot ballot) =>
        ballot.Subject is { } subject && givers.FirstOrDefault(g => g.Kind == ballot.SubjectKind) is { } giver
            ? (giver.Name, giver.PageOf(subject)) : null;

    /// <summary>What came of a declared result later.</summary>
    internal async Task<IReadOnlyList<SinceDeclared>> Since(Ballot ballot) =>
        ballot is { State: BallotState.Declared, Subject: { } subject }
            && givers.FirstOrDefault(g => g.Kind == ballot.SubjectKind) is { } giver ? await giver.Since(subject) : [];

    /// <inheritdoc/>
    public async Task<CountAnswer?> CountWithout(
        string kind, Guid subject, IReadOnlyCollection<int> without, string? seed)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Choices)
            .Where(b => b.Subject == subject && b.SubjectKind == kind && b.State == BallotState.Declared)
            .OrderByDescending(b => b.DeclaredAt).ThenBy(b => b.Id).FirstOrDefaultAsync();
        if (ballot is null) return null;
        var papers = await db.Set<CountedPaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id)
            .OrderBy(p => p.Receipt).ToListAsync();
        foreach (var choice in ballot.Choices.Where(c => without.Contains(c.Number))) choice.HasWithdrawn = true;
        return ballot.Count(papers, ballot.LotSeed.Length > 0 ? ballot.LotSeed : seed);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BallotOnSubject>> On(string kind, Guid subject)
    {
        var held = await db.Set<Ballot>().AsNoTracking().Where(b => b.Subject == subject && b.SubjectKind == kind)
            .OrderByDescending(b => b.ClosesAt).ThenBy(b => b.Id).ToListAsync();
        return held.ConvertAll(b => new BallotOnSubject(
            b.Id, b.Title, b.Classes, BallotListModel.Stands(b.State, b.ClosesAt, acting.Now),
            b.State is BallotState.Declared or BallotState.Cancelled)
        {
            IsCounted = b.State is BallotState.Unsealed,
        });
    }
}
