using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>How far an election has come.</summary>
public enum ElectionState
{
    /// <summary>Notice was given; nominations are taken until the closing hour.</summary>
    [Display(Name = "Nominations")] Nominations,

    /// <summary>There are more candidates than seats: the paper is fixed, and members vote.</summary>
    [Display(Name = "To be voted on")] Poll,

    /// <summary>The elected are seated.</summary>
    [Display(Name = "Declared")] Declared,

    /// <summary>It was called off.</summary>
    [Display(Name = "Called off")] CalledOff,
}

/// <summary>How an election is counted.</summary>
public enum ElectionMethod
{
    /// <summary>By preference, as Scottish councils are elected.</summary>
    [Display(Name = "By preference, Scottish STV")] Scottish,

    /// <summary>By preference, by Meek's method.</summary>
    [Display(Name = "By preference, Meek STV")] Meek,
}

/// <summary>In which order candidates stand on the paper.</summary>
public enum PaperOrder
{
    /// <summary>By a lot drawn in public.</summary>
    [Display(Name = "By lot, drawn in public")] Lot,

    /// <summary>By the alphabet.</summary>
    [Display(Name = "By the alphabet")] Alphabet,
}

/// <summary>
/// An election to the seats of one class on the board: its notice, its nominations, and who was elected. Every class
/// has an election, and a count, of its own.
/// </summary>
[NotPersonal]
public sealed class Election : Record<ElectionId>, ISearched
{
    private static readonly TimeSpan _reminded = TimeSpan.FromDays(3);

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The code of the class whose seats they are.</summary>
    public required string Class { get; init; }

    /// <summary>The code of the class that elects; empty for all members.</summary>
    public required string Voters { get; init; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; init; }

    /// <summary>How it is counted.</summary>
    public ElectionMethod Method { get; init; }

    /// <summary>In which order candidates stand on the paper.</summary>
    public PaperOrder Order { get; init; }

    /// <summary>The first day of the term.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day of the term.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The day on which notice was given.</summary>
    public DateOnly CalledOn { get; init; }

    /// <summary>The first day on which nominations are taken.</summary>
    public DateOnly NominationsFrom { get; init; }

    /// <summary>The first instant at which none is taken any more.</summary>
    public DateTime NominationsUntil { get; init; }

    /// <summary>Where members find the trust's pages, for mail that the clock has sent; empty when nobody knows.
    /// </summary>
    public string Site { get; init; } = "";

    /// <summary>When members are reminded of nominations; null once they were.</summary>
    public DateTime? RemindAt { get; set; }

    /// <summary>How far it has come.</summary>
    public ElectionState State { get; set; }

    /// <summary>What the order on the paper was drawn from; empty when it was not drawn.</summary>
    public string LotSeed { get; set; } = "";

    /// <summary>The day on which it was declared or called off.</summary>
    public DateOnly? SettledOn { get; set; }

    /// <summary>Seats that the election left vacant.</summary>
    public int Vacant { get; set; }

    /// <summary>Why it was called off.</summary>
    public string CalledOffBecause { get; set; } = "";

    /// <inheritdoc/>
    public string Search { get; set; } = "";

    /// <summary>Everybody nominated.</summary>
    public List<Nomination> Nominations { get; } = [];

    /// <summary>The seats that its papers filled after its declaration.</summary>
    public List<CountedBack> CountedBack { get; } = [];

    /// <summary>
    /// When members are reminded: three days before nominations close, or when half of a shorter time is over.
    /// </summary>
    /// <param name="opens">From when nominations are taken.</param>
    /// <param name="closes">From when none is taken any more.</param>
    public static DateTime RemindsAt(DateTime opens, DateTime closes)
    {
        var half = (closes - opens) / 2;
        return closes - (half < _reminded ? half : _reminded);
    }

    /// <summary>The address of its page; null when nobody knows.</summary>
    /// <param name="published">Where the operator says that the trust is found; null when that was not said.</param>
    public string? PageAt(string? published = null) =>
        (published ?? (Site.Length > 0 ? Site : null)) is { } site ? $"{site}/elections/{Id}" : null;

    /// <summary>The body that elects.</summary>
    public string Body => Voters.Length == 0 ? BodyCodes.Members : Voters;

    /// <summary>True while nominations are taken.</summary>
    public bool TakesNominations(DateOnly today, DateTime now) =>
        State is ElectionState.Nominations && today >= NominationsFrom && now < NominationsUntil;
}

/// <summary>That somebody is nominated in an election.</summary>
public sealed class Nomination : Record<NominationId>
{
    /// <summary>The election.</summary>
    public ElectionId Election { get; init; }

    /// <summary>Who stands.</summary>
    public PersonId Person { get; init; }

    /// <summary>The name as it stands on the paper.</summary>
    [Personal("is printed on ballot papers and in the result", Kept = "as long as the trust's record")]
    public required string Name { get; init; }

    /// <summary>What the candidate says to the voters.</summary>
    [Personal("is sent to the voters of an election", Kept = "as long as the trust's record")]
    public string Statement { get; set; } = "";

    /// <summary>When it was handed in: online, or as it was received on paper.</summary>
    public DateTime At { get; init; }

    /// <summary>Who received it on paper; empty for one that was made online.</summary>
    [Personal("says who received a nomination", Kept = "as long as the trust's record")]
    public string ReceivedBy { get; init; } = "";

    /// <summary>When an officer entered it, for one on paper.</summary>
    public DateTime? EnteredAt { get; init; }

    /// <summary>Who proposes the candidate; null before.</summary>
    public PersonId? Proposer { get; set; }

    /// <summary>Who seconds the candidate; null before.</summary>
    public PersonId? Seconder { get; set; }

    /// <summary>The day on which the candidate consented; null before.</summary>
    public DateOnly? ConsentedOn { get; set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The candidate's place on the paper, from 1; null for whoever is not on it.</summary>
    public int? Place { get; set; }

    /// <summary>The place in the order of election, from 1; null for whoever was not elected.</summary>
    public int? ElectedAs { get; set; }

    /// <summary>The term in the seat; null for whoever took none.</summary>
    public DirectorshipId? Term { get; set; }

    /// <summary>The day on which it was recorded that they do not take a seat; null for whoever would.</summary>
    public DateOnly? DeclinedOn { get; set; }

    /// <summary>Why they do not.</summary>
    public SeatEnd? DeclinedWhy { get; set; }

    /// <summary>Where that stands.</summary>
    [Personal("says why somebody elected took no seat", Kept = "as long as the trust's record")]
    public string DeclinedNote { get; set; } = "";

    /// <summary>True when it was not withdrawn.</summary>
    public bool IsOpen => WithdrawnAt is null;

    /// <summary>True when the candidate has a proposer and a seconder and consents.</summary>
    public bool IsComplete => IsOpen && Proposer is not null && Seconder is not null && ConsentedOn is not null;
}
