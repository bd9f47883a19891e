using System.ComponentModel.DataAnnotations;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>What kind of meeting it is.</summary>
public enum MeetingKind
{
    /// <summary>Of the board.</summary>
    [Display(Name = "Meeting of the board")] Board,

    /// <summary>Of the members.</summary>
    [Display(Name = "General meeting")] General,

    /// <summary>The yearly meeting of the members.</summary>
    [Display(Name = "Annual general meeting")] Annual,

    /// <summary>Of one class of members.</summary>
    [Display(Name = "Meeting of a class")] Class,
}

/// <summary>How far a meeting has come.</summary>
public enum MeetingState
{
    /// <summary>No notice was given yet.</summary>
    [Display(Name = "Planned")] Planned,

    /// <summary>Notice was given.</summary>
    [Display(Name = "Called")] Called,

    /// <summary>It is being held.</summary>
    [Display(Name = "In session")] Open,

    /// <summary>It is over.</summary>
    [Display(Name = "Over")] Closed,

    /// <summary>It was called off.</summary>
    [Display(Name = "Called off")] Cancelled,
}

/// <summary>How far a meeting's minutes have come.</summary>
public enum MinutesState
{
    /// <summary>There are none.</summary>
    [Display(Name = "Not written")] None,

    /// <summary>They wait for a meeting to approve them.</summary>
    [Display(Name = "Draft")] Draft,

    /// <summary>A meeting approved them, and members read them.</summary>
    [Display(Name = "Approved")] Approved,
}

/// <summary>A meeting of the board, the members or a class.</summary>
[NotPersonal]
public sealed class Meeting : Record<MeetingId>, ISearched
{
    /// <summary>What it is called.</summary>
    public required string Title { get; set; }

    /// <summary>What kind it is.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>The body that meets: the board, all members, or a class by its code.</summary>
    public required string Body { get; init; }

    /// <summary>When it begins.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>The day, where the trust is.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Where it is held; empty when only online.</summary>
    public string Place { get; set; } = "";

    /// <summary>Where one joins online; empty when only in person.</summary>
    public string Online { get; set; } = "";

    /// <summary>How far it has come.</summary>
    public MeetingState State { get; set; }

    /// <summary>The day on which notice was given.</summary>
    public DateOnly? CalledOn { get; set; }

    /// <summary>True when notice was given too late, so that nothing is decided without a waiver.</summary>
    public bool NeedsWaiver { get; set; }

    /// <summary>Where the waiver of notice by everyone entitled stands; empty before.</summary>
    public string Waiver { get; set; } = "";

    /// <summary>Those entitled to vote when it was opened.</summary>
    public int Entitled { get; set; }

    /// <summary>When it was opened.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Why it was called off.</summary>
    public string CancelledBecause { get; set; } = "";

    /// <summary>The minutes.</summary>
    public string Minutes { get; set; } = "";

    /// <summary>How far they have come.</summary>
    public MinutesState MinutesState { get; set; }

    /// <summary>The day on which they were approved.</summary>
    public DateOnly? MinutesApprovedOn { get; set; }

    /// <summary>The meeting that approved its minutes.</summary>
    public MeetingId? MinutesApprovedAt { get; set; }

    /// <inheritdoc/>
    public string Search { get; set; } = "";

    /// <summary>The agenda.</summary>
    public List<AgendaItem> Agenda { get; } = [];

    /// <summary>The number of the agenda's next item.</summary>
    public int NextItem => Agenda.Select(i => i.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>True while motions can be voted on.</summary>
    public bool MayDecide => State is MeetingState.Open && (!NeedsWaiver || Waiver.Length > 0);
}

/// <summary>An item of a meeting's agenda.</summary>
[NotPersonal]
public sealed class AgendaItem : Record<AgendaItemId>
{
    /// <summary>The meeting.</summary>
    public MeetingId Meeting { get; init; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>More about it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The resolution that is voted on under it; null for none.</summary>
    public ResolutionId? Resolution { get; init; }
}

/// <summary>How a vote is present.</summary>
public enum AttendanceWay
{
    /// <summary>In the room.</summary>
    [Display(Name = "In person")] InPerson,

    /// <summary>Online.</summary>
    [Display(Name = "Online")] Online,

    /// <summary>By somebody else who votes for it.</summary>
    [Display(Name = "By proxy")] Proxy,
}

/// <summary>That a vote is present at a meeting, from one hour to another.</summary>
[NotPersonal]
public sealed class Attendance : Record<AttendanceId>
{
    /// <summary>The meeting.</summary>
    public MeetingId Meeting { get; init; }

    /// <summary>Who is there; with a proxy, for whom.</summary>
    public PersonId Person { get; init; }

    /// <summary>The membership that votes; null for a director.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The class's code.</summary>
    public required string Class { get; init; }

    /// <summary>How the vote is present.</summary>
    public AttendanceWay Way { get; init; }

    /// <summary>Who stands proxy; null for nobody.</summary>
    public PersonId? Proxy { get; init; }

    /// <summary>From when.</summary>
    public DateTime ArrivedAt { get; init; }

    /// <summary>Until when; null while it is there.</summary>
    public DateTime? LeftAt { get; set; }
}

/// <summary>A change of a resolution's words that a meeting voted on.</summary>
[NotPersonal]
public sealed class Amendment : Record<AmendmentId>
{
    /// <summary>The meeting.</summary>
    public MeetingId Meeting { get; init; }

    /// <summary>The resolution.</summary>
    public ResolutionId Resolution { get; init; }

    /// <summary>The words before.</summary>
    public required string Before { get; init; }

    /// <summary>The words that were moved.</summary>
    public required string After { get; init; }

    /// <summary>Who moved it.</summary>
    public PersonId? MovedBy { get; init; }

    /// <summary>Who seconded it.</summary>
    public PersonId? SecondedBy { get; init; }

    /// <summary>Votes for.</summary>
    public int For { get; init; }

    /// <summary>Votes against.</summary>
    public int Against { get; init; }

    /// <summary>Votes neither way.</summary>
    public int Abstain { get; init; }

    /// <summary>True when it was carried, and the words changed.</summary>
    public bool Carried { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }
}
