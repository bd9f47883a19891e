using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>
/// What a ballot's returning officers see: the roll with who has voted, and the papers that came on paper while they
/// are read. Nobody else sees it.
/// </summary>
public sealed class PaperRoom(TrustDb db, Acting acting, BallotRegister ballots, IPeople people, IMembers members)
{
    private const int MostPersons = 50;

    /// <summary>The ballot, for its returning officers; null for everyone else.</summary>
    public async Task<Ballot?> Ballot(BallotId id) =>
        await ballots.Ballot(id) is { } ballot && ballot.IsOfficer(acting.Actor) ? ballot : null;

    /// <summary>Entries of the roll by the name of who votes.</summary>
    internal async Task<IReadOnlyList<EntryOnRoll>> Find(Ballot ballot, string words)
    {
        var found = (await people.Find(words, MostPersons)).Select(p => p.Id).ToList();
        var rows = await db.Set<RollEntry>().AsNoTracking()
            .Where(e => e.Ballot == ballot.Id && found.Contains(e.Voter)).OrderBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.Member,
                e.Voter,
                IsOnline = db.Set<Envelope>().Any(v => v.Ballot == ballot.Id && v.Entry == e.Id),
                IsOnPaper = db.Set<PaperVoter>().Any(p => p.Entry == e.Id),
            }).ToListAsync();
        var names = await members.Names([.. rows.Select(r => r.Member)]);
        var voters = await people.Names([.. rows.Select(r => r.Voter)]);
        return [.. rows.Select(r => new EntryOnRoll(
            r.Id, names.GetValueOrDefault(r.Member, ""), voters.GetValueOrDefault(r.Voter, ""),
            r.IsOnline, r.IsOnPaper))];
    }

    /// <summary>How many entries are marked as having voted on paper.</summary>
    internal Task<int> PaperVoters(BallotId id) => db.Set<PaperVoter>().CountAsync(p => p.Ballot == id);

    /// <summary>
    /// False while a paper waits for its second reader, who must not see what the first read; it may only be struck,
    /// and not by the first.
    /// </summary>
    internal bool MayCompare(EnteredPaper paper) =>
        paper.Agreed.Length == 0 && (paper.SecondBy.Length > 0 || paper.FirstBy != acting.Actor.Key);

    /// <summary>The papers, by number.</summary>
    internal Task<List<EnteredPaper>> Papers(BallotId id) =>
        db.Set<EnteredPaper>().AsNoTracking().Where(p => p.Ballot == id).OrderBy(p => p.Number).ToListAsync();
}

/// <summary>An entry on the roll as officers see it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Member">Whose vote it is.</param>
/// <param name="Voter">Who casts it.</param>
/// <param name="IsOnline">True when its envelope is in the box.</param>
/// <param name="IsOnPaper">True when its paper came on paper.</param>
internal sealed record EntryOnRoll(RollEntryId Id, string Member, string Voter, bool IsOnline, bool IsOnPaper);
