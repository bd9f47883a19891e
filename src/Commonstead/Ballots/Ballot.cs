using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Ballots;

/// <summary>How far a ballot has come.</summary>
public enum BallotState
{
    /// <summary>It can still be changed.</summary>
    [Display(Name = "Being prepared")] Draft,

    /// <summary>The returning officers hold its key; the box is empty and locked.</summary>
    [Display(Name = "Ready to open")] Sealed,

    /// <summary>The roll is frozen, and papers are taken until the closing hour.</summary>
    [Display(Name = "Open")] Open,

    /// <summary>The envelopes were opened and destroyed; the papers stand in the order of their receipts.</summary>
    [Display(Name = "Opened, not declared")] Unsealed,

    /// <summary>The result is declared and published.</summary>
    [Display(Name = "Declared")] Declared,

    /// <summary>It was called off.</summary>
    [Display(Name = "Called off")] Cancelled,
}

/// <summary>A vote of members: what is asked, how it is counted, and when.</summary>
[NotPersonal]
public sealed class Ballot : Record<BallotId>, ISearched
{
    private static readonly TimeSpan _reminded = TimeSpan.FromDays(3);

    /// <summary>What it is called.</summary>
    public required string Title { get; set; }

    /// <summary>What is asked, and what voters should know.</summary>
    public string Question { get; set; } = "";

    /// <summary>The name of the counting rule.</summary>
    public required string Rule { get; set; }

    /// <summary>The rule's options as JSON.</summary>
    public string RuleOptions { get; set; } = "{}";

    /// <summary>Seats to fill; 1 for a resolution.</summary>
    public int Seats { get; set; } = 1;

    /// <summary>The codes of the classes that vote, with commas between; empty for all members.</summary>
    public string Classes { get; set; } = "";

    /// <summary>The kind of what it is held on; empty for a question of its own.</summary>
    public string SubjectKind { get; init; } = "";

    /// <summary>What it is held on; null for a question of its own.</summary>
    public Guid? Subject { get; init; }

    /// <summary>From when papers are taken.</summary>
    public DateTime OpensAt { get; set; }

    /// <summary>The first instant at which none is taken any more.</summary>
    public DateTime ClosesAt { get; set; }

    /// <summary>How far it has come.</summary>
    public BallotState State { get; set; }

    /// <summary>Returning officers who together open the box.</summary>
    public int SharesNeeded { get; set; }

    /// <summary>The key that seals envelopes, in base64; empty until the officers hold their shares.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>Entries on the roll when it was frozen.</summary>
    public int RollSize { get; set; }

    /// <summary>When the roll was frozen.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When its hour came and it could not be opened; null when it could, or its hour has not come.</summary>
    public DateTime? NotOpenedAt { get; set; }

    /// <summary>
    /// Where voters find the trust's pages, for mail that the clock has sent; empty when nobody knows.
    /// </summary>
    public string Site { get; set; } = "";

    /// <summary>When those who have not voted are reminded; null before it is open, and once they were.</summary>
    public DateTime? RemindAt { get; set; }

    /// <summary>When those who have not voted were last reminded.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>Entries on the roll that voted; known once the box was opened.</summary>
    public int? Participants { get; set; }

    /// <summary>Envelopes that did not open, because somebody changed them in the box.</summary>
    public int Unreadable { get; set; }

    /// <summary>When the envelopes were opened and destroyed.</summary>
    public DateTime? UnsealedAt { get; set; }

    /// <summary>What a lot was drawn from; empty when none was needed.</summary>
    public string LotSeed { get; set; } = "";

    /// <summary>When the result was declared.</summary>
    public DateTime? DeclaredAt { get; set; }

    /// <summary>SHA-256 of the published bundle, in hexadecimal; empty before.</summary>
    public string Bundle { get; set; } = "";

    /// <summary>Why it was called off.</summary>
    public string CancelledBecause { get; set; } = "";

    /// <inheritdoc/>
    public string Search { get; set; } = "";

    /// <summary>What stands on the paper, in its order.</summary>
    public List<BallotChoice> Choices { get; } = [];

    /// <summary>The returning officers.</summary>
    public List<KeyHolder> Holders { get; } = [];

    /// <summary>The rule with its options.</summary>
    public CountingRule CountingRule =>
        CountingRule.Find(Rule, JsonSerializer.Deserialize<Dictionary<string, string>>(RuleOptions)!, out var unknown)
        ?? throw new InvalidOperationException($"The ballot's rule is not known: {unknown}.");

    /// <summary>The classes that vote; null for all members.</summary>
    public IReadOnlyCollection<string>? VotingClasses => Classes.Length == 0 ? null : Classes.Split(',');

    /// <summary>
    /// When voters are reminded: three days before it closes, or when half of a shorter ballot is over.
    /// </summary>
    public DateTime RemindsAt(DateTime openedAt)
    {
        var half = (ClosesAt - openedAt) / 2;
        return ClosesAt - (half < _reminded ? half : _reminded);
    }

    /// <summary>The address of its page for voters; null when nobody knows.</summary>
    /// <param name="published">Where the operator says that the trust is found; null when that was not said.</param>
    public string? PageAt(string? published) =>
        (published ?? (Site.Length > 0 ? Site : null)) is { } site ? $"{site}/ballots/{Id}" : null;

    /// <summary>True for its returning officers.</summary>
    public bool IsOfficer(Platform.Operations.Actor actor) => Holders.Exists(h => h.Account == actor.Key);

    /// <summary>True from the opening to the closing hour.</summary>
    public bool TakesPapers(DateTime now) => State is BallotState.Open && now < ClosesAt;

    /// <summary>The names of choices by their numbers.</summary>
    internal IEnumerable<string> NamesOf(IEnumerable<int> numbers) =>
        numbers.Select(n => Choices.Find(c => c.Number == n)?.Name ?? "");

    /// <summary>Counts papers once the box was opened.</summary>
    /// <param name="papers">The papers from the box.</param>
    /// <param name="seed">What a lot was drawn from; null when none was.</param>
    internal CountAnswer Count(IEnumerable<CountedPaper> papers, string? seed)
    {
        var contest = ContestOf(papers);
        // A share of everyone present or entitled is one of those on the roll, which only now is known.
        CountingRule rule = CountingRule switch
        {
            YesNoVote { Of: VoteBase.Entire } vote => vote with { BaseCount = RollSize },
            YesNoVote { Of: VoteBase.Present } vote => vote with { BaseCount = Participants ?? 0 },
            var other => other,
        };
        return rule.Count(contest, seed is null ? null : Lot.FromSeed(seed, contest.Candidates.Count));
    }

    /// <summary>What is counted.</summary>
    /// <param name="papers">The papers from the box.</param>
    public Contest ContestOf(IEnumerable<CountedPaper> papers)
    {
        var set = new PaperSet.Builder();
        foreach (var paper in papers) set.Add([.. paper.MarksMade]);
        var candidates = Rule == new YesNoVote().Code
            ? YesNoVote.Choices
            : [.. Choices.OrderBy(c => c.Number).Select(c => new Candidate(c.Name, c.HasWithdrawn))];
        return new Contest(Title, Seats, candidates, set.Build());
    }
}

/// <summary>A choice on a ballot paper: a candidate, a proposal, Yes.</summary>
public sealed class BallotChoice : Record<BallotChoiceId>
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>Its place on the paper, from 1.</summary>
    public int Number { get; init; }

    /// <summary>As it stands on the paper.</summary>
    [Personal("is printed on ballot papers and in the result", Kept = "as long as the trust's record")]
    public required string Name { get; init; }

    /// <summary>True when a candidate withdrew after the paper was fixed: papers pass her over.</summary>
    public bool HasWithdrawn { get; set; }
}

/// <summary>A returning officer of a ballot, who holds a share of its key.</summary>
[NotPersonal]
public sealed class KeyHolder : Record<KeyHolderId>
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>The officer's account in the audit trail.</summary>
    public required string Account { get; init; }

    /// <summary>The number of the share, from 1.</summary>
    public int Share { get; init; }
}

/// <summary>An entry on a ballot's roll: one vote of one member.</summary>
public sealed class RollEntry
{
    /// <summary>The entry.</summary>
    public RollEntryId Id { get; init; } = RecordIds.New<RollEntryId>();

    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>The member whose vote it is.</summary>
    public Members.MemberId Member { get; init; }

    /// <summary>Who casts it: the member, or whoever represents it.</summary>
    public People.PersonId Voter { get; init; }

    /// <summary>The member's class when the roll was frozen.</summary>
    [NotPersonal]
    public string Class { get; init; } = "";
}

/// <summary>
/// A sealed envelope in the box: that it is there is the mark on the roll. Only an entry's last one counts.
/// </summary>
public sealed class Envelope
{
    /// <summary>Given by the engine, in the order of arrival.</summary>
    public long Number { get; init; }

    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>Whose vote it is.</summary>
    public RollEntryId Entry { get; init; }

    /// <summary>What <see cref="SealedEnvelope"/> sealed.</summary>
    public byte[] Content { get; init; } = [];
}

/// <summary>That an entry on the roll took part; written when the box is opened, in the order of the roll.</summary>
public sealed class Participation : IAppendOnly
{
    /// <summary>The entry.</summary>
    public RollEntryId Entry { get; init; }

    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }
}

/// <summary>A paper from an opened envelope, with nothing that leads back to the roll.</summary>
[NotPersonal]
public sealed class CountedPaper : IAppendOnly
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>What its voter was shown; papers stand in the order of their receipts.</summary>
    public required string Receipt { get; init; }

    /// <summary>The marks, with blanks between.</summary>
    public required string Marks { get; init; }

    /// <summary>The marks as numbers.</summary>
    internal IEnumerable<ushort> MarksMade => Marks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(mark => ushort.Parse(mark, System.Globalization.CultureInfo.InvariantCulture));
}
