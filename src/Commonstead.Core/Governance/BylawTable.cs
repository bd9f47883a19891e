namespace Commonstead.Core;

/// <summary>Who decides what in a trust, and by which vote: its bylaws as settings with meaning.</summary>
public sealed record BylawTable
{
    /// <summary>The acts, in the order in which they are read.</summary>
    public required IReadOnlyList<ActRule> Acts { get; init; }

    /// <summary>How the board is made up.</summary>
    public required BoardShape Board { get; init; }

    /// <summary>True when neither the day of the notice nor that of the meeting counts as a day of notice.</summary>
    public bool ClearDays { get; init; }

    /// <summary>Members that one person may stand proxy for; 0 when there are no proxies.</summary>
    public int ProxiesEach { get; init; }

    /// <summary>The rule for an act, or null when the table has none.</summary>
    public ActRule? Act(string code) => Acts.FirstOrDefault(a => a.Code == code);

    /// <summary>
    /// The act that something of an amount is: below the amount from which an act is one, it is the board's own
    /// business, and an ordinary resolution where the board has none.
    /// </summary>
    /// <param name="named">The act.</param>
    /// <param name="amount">The amount, in the trust's currency.</param>
    public ActRule ActOf(ActRule named, decimal amount) =>
        named.Above is { } from && amount < from ? Below(named) : named;

    /// <summary>The act that something below an act's amount is.</summary>
    /// <param name="named">The act, which has an amount from which it is one.</param>
    public ActRule Below(ActRule named) =>
        Act(ActCodes.BoardBusiness)
        ?? Acts.FirstOrDefault(a => a is
        {
            Bodies: [{ Body: BodyCodes.Board }], Above: null, Confirmation: null, Consents.Count: 0,
        })
        ?? Act(ActCodes.Ordinary) ?? named;

    /// <summary>The last day on which notice of a meeting can be given.</summary>
    /// <param name="meeting">The day of the meeting.</param>
    /// <param name="days">Days of notice, from 0.</param>
    public DateOnly LastDayOfNotice(DateOnly meeting, int days) =>
        meeting.AddDays(-DaysOfNotice(days));

    /// <summary>The days from a notice to what it is given of.</summary>
    /// <param name="days">Days of notice, from 0.</param>
    public int DaysOfNotice(int days) => ClearDays && days > 0 ? days + 1 : days;

    /// <summary>What is wrong with the table; empty when nothing is.</summary>
    /// <param name="classes">The classes that have members.</param>
    public IEnumerable<BylawError> Errors(IReadOnlyCollection<string> classes)
    {
        foreach (var code in ActCodes.Needed.Where(code => Act(code) is null))
            yield return new BylawError(code, BylawTrouble.ActMissing);
        foreach (var act in Acts)
        {
            if (act.Bodies.Count == 0) yield return new BylawError(act.Code, BylawTrouble.NobodyDecides);
            if (act.Bodies.Select(b => b.Body).Distinct(StringComparer.Ordinal).Count() < act.Bodies.Count)
                yield return new BylawError(act.Code, BylawTrouble.BodyTwice);
            if (act.Bodies.Any(b => !BodyCodes.IsKnown(b.Body, classes)))
                yield return new BylawError(act.Code, BylawTrouble.BodyUnknown);
            if (act.Confirmation is { } second && second.NotLater < second.NotBefore)
                yield return new BylawError(act.Code, BylawTrouble.WindowBackwards);
            // The law of community land trusts rests on it: land goes only when members think that right
            // (42 U.S.C. 12773(f); Housing and Regeneration Act 2008 s79).
            if (act.Code == ActCodes.LandDisposal && act.Bodies.All(b => b.Body == BodyCodes.Board))
                yield return new BylawError(act.Code, BylawTrouble.MembersDoNotDecide);
        }
    }
}

/// <summary>What one kind of act needs.</summary>
public sealed record ActRule
{
    /// <summary>The act's code, such as <c>land-disposal</c>; it stays when the name changes.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Every body that must pass it.</summary>
    public required IReadOnlyList<BodyRule> Bodies { get; init; }

    /// <summary>From which amount on it is such an act, in the trust's currency; null when amounts do not matter.
    /// </summary>
    public decimal? Above { get; init; }

    /// <summary>A second vote that confirms it; null when one is enough.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>Others who must agree or register it, such as a lessee, a funder, a regulator.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];
}

/// <summary>What a body needs to pass an act.</summary>
public sealed record BodyRule
{
    /// <summary>The board, all members, or a class by its code.</summary>
    public required string Body { get; init; }

    /// <summary>How large the share of votes for must be.</summary>
    public required Threshold Share { get; init; }

    /// <summary>What it is a share of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>Who has to be there.</summary>
    public Quorum Quorum { get; init; }

    /// <summary>The share of everyone entitled that must take part in the vote; null when it does not matter.</summary>
    public Threshold? Turnout { get; init; }

    /// <summary>Days of notice of the meeting, from 0.</summary>
    public int NoticeDays { get; init; }
}

/// <summary>Who has to be there for a meeting to decide.</summary>
/// <param name="AtLeast">So many at least, from 0.</param>
/// <param name="Share">This share of everyone entitled; null when only the number counts.</param>
/// <param name="EachClass">True when every class that has seats must be there.</param>
public readonly record struct Quorum(int AtLeast, Threshold? Share, bool EachClass)
{
    /// <summary>The fewest who make it, of so many entitled.</summary>
    public long Needed(long entitled) => Math.Max(AtLeast, Share is { } share ? share.Needed(entitled) : 0);
}

/// <summary>A second meeting that confirms what a first one passed.</summary>
/// <param name="Share">The share it needs of the votes cast.</param>
/// <param name="NotBefore">Days after the first, at the earliest.</param>
/// <param name="NotLater">Days after the first, at the latest.</param>
public sealed record Confirmation(Threshold Share, int NotBefore, int NotLater);

/// <summary>The board: its seats, how long they are held, and when it can act.</summary>
public sealed record BoardShape
{
    /// <summary>The seats, class by class.</summary>
    public required IReadOnlyList<BoardSeats> Seats { get; init; }

    /// <summary>Years that a director holds a seat, from 1.</summary>
    public required int TermYears { get; init; }

    /// <summary>Terms in a row that a person may serve; null when there is no limit.</summary>
    public int? MostTerms { get; init; }

    /// <summary>True when shares of the entire board count empty seats as well.</summary>
    public bool EntireCountsEmptySeats { get; init; }

    /// <summary>
    /// True when a seat that somebody elected by a ballot does not take, or leaves before the term is over, goes to
    /// whoever the papers of that ballot elect without them; false when it is vacant.
    /// </summary>
    public bool CountsBack { get; init; }

    /// <summary>All seats.</summary>
    public int Size => Seats.Sum(s => s.Count);
}

/// <summary>The seats of one class.</summary>
/// <param name="Class">The class's code.</param>
/// <param name="Count">How many, from 1.</param>
/// <param name="Filling">How they are filled.</param>
public sealed record BoardSeats(string Class, int Count, SeatFilling Filling);

/// <summary>How seats of the board are filled.</summary>
public enum SeatFilling
{
    /// <summary>The members of the class elect them.</summary>
    ElectedByClass,

    /// <summary>All members elect them.</summary>
    ElectedByMembers,

    /// <summary>The board appoints them; they are never on a ballot.</summary>
    AppointedByBoard,
}

/// <summary>The bodies that decide.</summary>
public static class BodyCodes
{
    /// <summary>The board.</summary>
    public const string Board = "board";

    /// <summary>All members.</summary>
    public const string Members = "members";

    /// <summary>True for the board, all members, and a class.</summary>
    public static bool IsKnown(string body, IReadOnlyCollection<string> classes) =>
        body is Board or Members || classes.Contains(body);
}

/// <summary>The acts that the program itself knows and connects to.</summary>
public static class ActCodes
{
    /// <summary>Whatever needs no more than a majority.</summary>
    public const string Ordinary = "ordinary";

    /// <summary>What the board decides by itself.</summary>
    public const string BoardBusiness = "board-business";

    /// <summary>Electing to the board.</summary>
    public const string Election = "election";

    /// <summary>Changing this table or the bylaws' text.</summary>
    public const string BylawChange = "bylaw-change";

    /// <summary>Putting a resale rule into the rule book.</summary>
    public const string RuleAdoption = "rule-adoption";

    /// <summary>Letting land leave the trust.</summary>
    public const string LandDisposal = "land-disposal";

    /// <summary>Borrowing above a limit.</summary>
    public const string Borrowing = "borrowing";

    /// <summary>Ending the trust.</summary>
    public const string Dissolution = "dissolution";

    /// <summary>Those without which a table is not whole.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        [Ordinary, Election, BylawChange, RuleAdoption, LandDisposal, Borrowing, Dissolution];
}

/// <summary>Something wrong with a table of bylaws.</summary>
/// <param name="Act">The act's code.</param>
/// <param name="Trouble">What is wrong.</param>
public sealed record BylawError(string Act, BylawTrouble Trouble);

/// <summary>What can be wrong with a table of bylaws.</summary>
public enum BylawTrouble
{
    /// <summary>An act that the program connects to has no rule.</summary>
    ActMissing,

    /// <summary>No body is named.</summary>
    NobodyDecides,

    /// <summary>A body is named twice.</summary>
    BodyTwice,

    /// <summary>No such body, and no class of that code has members.</summary>
    BodyUnknown,

    /// <summary>The window of the second meeting ends before it begins.</summary>
    WindowBackwards,

    /// <summary>Land could go without its members.</summary>
    MembersDoNotDecide,
}
