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
public sealed class PaperRoom(
    TrustDb db, Acting acting, BallotRegister ballots, IPeople people, IMembers members, TextSearch search)
{
    // Beyond these only those are found who represent somebody under another name: members are found by their own.
    private const int MostPersons = 500;

    /// <summary>The ballot, for its returning officers; null for everyone else.</summary>
    public async Task<Ballot?> Ballot(BallotId id) =>
        await ballots.Ballot(id) is { } ballot && ballot.IsOfficer(acting.Actor) ? ballot : null;

    /// <summary>The members on a ballot's roll who hold the words in their name, or whose voter does.</summary>
    /// <param name="ballot">The ballot.</param>
    /// <param name="words">The words; none for the whole roll.</param>
    internal async Task<IQueryable<MemberName>> Roll(Ballot ballot, string words)
    {
        var roll = db.Set<RollEntry>();
        var all = members.AllNames.Where(m => roll.Any(e => e.Ballot == ballot.Id && e.Member == m.Id));
        var folded = SearchText.Of(words);
        if (folded.Length == 0) return all;
        var persons = (await people.Find(words, MostPersons)).Select(p => p.Id).ToList();
        var represented = await roll.Where(e => EF.Parameter(persons).Contains(e.Voter) && e.Ballot == ballot.Id)
            .Select(e => e.Member).ToListAsync();
        var hits = await (await search.In(members.AllNames, words)).Rows.Select(m => m.Id)
            .Take(TextSearch.MostHits + 1).ToListAsync();
        if (hits.Count <= TextSearch.MostHits)
        {
            List<MemberId> either = [.. hits.Union(represented)];
            return all.Where(m => EF.Parameter(either).Contains(m.Id));
        }

        // So many are soon met by reading the members in their order.
        return all.Where(m => m.Search.Contains(folded) || EF.Parameter(represented).Contains(m.Id));
    }

    /// <summary>The entries of some members on a ballot's roll, in their order.</summary>
    internal async Task<IReadOnlyList<EntryOnRoll>> Entries(Ballot ballot, IReadOnlyList<MemberName> shown)
    {
        var ids = shown.Select(m => m.Id).ToList();
        var entries = await db.Set<RollEntry>().AsNoTracking()
            .Where(e => e.Ballot == ballot.Id && ids.Contains(e.Member)).ToDictionaryAsync(e => e.Member);
        var keys = entries.Values.Select(e => e.Id).ToList();
        var online = await db.Set<Envelope>().Where(v => v.Ballot == ballot.Id && keys.Contains(v.Entry))
            .Select(v => v.Entry).Distinct().ToListAsync();
        var onPaper = await db.Set<PaperVoter>().Where(p => keys.Contains(p.Entry)).Select(p => p.Entry).ToListAsync();
        var voters = await people.Names([.. entries.Values.Select(e => e.Voter)]);
        return
        [
            .. shown.Where(m => entries.ContainsKey(m.Id)).Select(m => (m.Name, Entry: entries[m.Id]))
                .Select(m => new EntryOnRoll(
                    m.Entry.Id, m.Name, voters.GetValueOrDefault(m.Entry.Voter, ""),
                    online.Contains(m.Entry.Id), onPaper.Contains(m.Entry.Id))),
        ];
    }

    /// <summary>Who votes by an entry; empty when it is not on the roll.</summary>
    internal async Task<string> VoterOf(Ballot ballot, RollEntryId entry)
    {
        var voter = await db.Set<RollEntry>().Where(e => e.Id == entry && e.Ballot == ballot.Id)
            .Select(e => e.Voter).ToListAsync();
        return (await people.Names(voter)).Values.FirstOrDefault() ?? "";
    }

    /// <summary>True once a paper was entered: the roll is not marked any more.</summary>
    internal Task<bool> HasPapers(BallotId id) => db.Set<EnteredPaper>().AnyAsync(p => p.Ballot == id);

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
