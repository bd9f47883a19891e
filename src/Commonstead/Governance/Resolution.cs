using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>How far a resolution has come.</summary>
public enum ResolutionState
{
    /// <summary>Bodies have still to vote, or somebody has to consent.</summary>
    [Display(Name = "Open")] Open,

    /// <summary>Everything that the bylaws ask for is there.</summary>
    [Display(Name = "Passed")] Passed,

    /// <summary>A body was against it, or its time went by.</summary>
    [Display(Name = "Not passed")] Failed,

    /// <summary>Whoever brought it took it back.</summary>
    [Display(Name = "Withdrawn")] Withdrawn,
}

/// <summary>
/// Something that is resolved, with what it permits. It is judged by the bylaws in force on the day it was brought.
/// </summary>
[NotPersonal]
public sealed class Resolution : Record<ResolutionId>, ISearched
{
    /// <summary>Its number in the register, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; set; }

    /// <summary>What is resolved, in its own words.</summary>
    public required string Text { get; set; }

    /// <summary>The code of the act in the bylaws.</summary>
    public required string Act { get; init; }

    /// <summary>What it permits something to be done with: a parcel, a rule's hash, a version of the bylaws; empty
    /// for nothing that the program knows.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What that is called.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>The document that is resolved upon, such as a resale rule; empty for none.</summary>
    public string Document { get; init; } = "";

    /// <summary>The amount, for borrowing.</summary>
    public Money? Amount { get; init; }

    /// <summary>The day it was brought.</summary>
    public DateOnly On { get; init; }

    /// <summary>How far it has come.</summary>
    public ResolutionState State { get; set; }

    /// <summary>The day on which it passed, failed or was withdrawn.</summary>
    public DateOnly? SettledOn { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string WithdrawnBecause { get; set; } = "";

    /// <summary>The day on which what it permits was done, where the program does it.</summary>
    public DateOnly? CarriedOutOn { get; set; }

    /// <inheritdoc/>
    public string Search { get; set; } = "";

    /// <summary>What bodies decided.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>Who consented.</summary>
    public List<Consent> Consents { get; } = [];

    /// <summary>True when what a body decided waits to be confirmed by a second person.</summary>
    public bool AwaitsConfirmationOf(string body) => Decisions.Exists(d => d.Body == body && d.WaitsForConfirmation);

    /// <summary>How other records cite it.</summary>
    public static string Cited(int number, string title) => $"{number}: {title}";
}

/// <summary>How a body came to a decision.</summary>
public enum DecisionWay
{
    /// <summary>At a meeting that the program keeps.</summary>
    [Display(Name = "At a meeting")] Meeting,

    /// <summary>By a secret ballot.</summary>
    [Display(Name = "By ballot")] Ballot,

    /// <summary>In writing, between meetings.</summary>
    [Display(Name = "In writing")] Written,

    /// <summary>At a meeting of which only the minutes are at hand.</summary>
    [Display(Name = "As the minutes have it")] Minutes,
}

/// <summary>How a body voted on a resolution.</summary>
[NotPersonal]
public sealed class Decision : Record<DecisionId>
{
    /// <summary>The resolution.</summary>
    public ResolutionId Resolution { get; init; }

    /// <summary>The board, all members, or a class by its code.</summary>
    public required string Body { get; init; }

    /// <summary>True for a second vote that confirms the first.</summary>
    public bool IsConfirming { get; init; }

    /// <summary>How it came about.</summary>
    public DecisionWay Way { get; init; }

    /// <summary>The day of the vote.</summary>
    public DateOnly On { get; init; }

    /// <summary>Votes for.</summary>
    public int For { get; init; }

    /// <summary>Votes against.</summary>
    public int Against { get; init; }

    /// <summary>Votes neither way.</summary>
    public int Abstain { get; init; }

    /// <summary>Those present, or who took part.</summary>
    public int Present { get; init; }

    /// <summary>Everyone entitled to vote.</summary>
    public int Entitled { get; init; }

    /// <summary>Classes with seats of which nobody was there, with commas between.</summary>
    public string ClassesAbsent { get; init; } = "";

    /// <summary>True when it passed.</summary>
    public bool Passed { get; init; }

    /// <summary>The meeting or ballot; null where there is none in the program.</summary>
    public Guid? Source { get; init; }

    /// <summary>Where it stands, such as the minutes and their item.</summary>
    public string Note { get; init; } = "";

    /// <summary>The day on which notice was given of a meeting that the program did not call, or null.</summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>True when everyone entitled waived notice of it.</summary>
    public bool IsNoticeWaived { get; init; }

    /// <summary>Who moved it, at a meeting.</summary>
    public PersonId? MovedBy { get; init; }

    /// <summary>Who seconded it, at a meeting.</summary>
    public PersonId? SecondedBy { get; init; }

    /// <summary>The account of whoever recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>True when it counts only once a second person has confirmed it.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>The account of whoever confirmed it; empty before.</summary>
    public string ConfirmedBy { get; set; } = "";

    /// <summary>Why it was struck; empty while it stands.</summary>
    public string StruckBecause { get; set; } = "";

    /// <summary>True when a second person has still to confirm it.</summary>
    public bool WaitsForConfirmation => NeedsConfirmation && ConfirmedBy.Length == 0 && StruckBecause.Length == 0;

    /// <summary>True when it counts.</summary>
    public bool Counts => StruckBecause.Length == 0 && !WaitsForConfirmation;

    /// <summary>The vote's figures.</summary>
    public VoteCount Count => new()
    {
        For = For,
        Against = Against,
        Abstain = Abstain,
        Present = Present,
        Entitled = Entitled,
        ClassesAbsent = ClassesAbsent.Split(',', StringSplitOptions.RemoveEmptyEntries),
    };
}

/// <summary>That somebody whose consent a resolution needs has given it.</summary>
[NotPersonal]
public sealed class Consent : Record<ConsentId>
{
    /// <summary>The resolution.</summary>
    public ResolutionId Resolution { get; init; }

    /// <summary>Whose consent it is, as the bylaws name it.</summary>
    public required string Whose { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly On { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Note { get; init; }
}
