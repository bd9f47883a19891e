using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>How a director came to a seat.</summary>
public enum SeatBasis
{
    /// <summary>By an election.</summary>
    [Display(Name = "Elected")] Elected,

    /// <summary>The board appointed them to a seat that it fills.</summary>
    [Display(Name = "Appointed by the board")] Appointed,

    /// <summary>The board filled a seat that fell vacant, for the rest of its term or until the next general
    /// meeting.</summary>
    [Display(Name = "Co-opted to a vacant seat")] CoOpted,

    /// <summary>They founded the trust.</summary>
    [Display(Name = "Founder")] Founder,
}

/// <summary>Why a director left before the term was over.</summary>
public enum SeatEnd
{
    /// <summary>They resigned.</summary>
    [Display(Name = "Resigned")] Resigned,

    /// <summary>They were removed as the bylaws have it.</summary>
    [Display(Name = "Removed")] Removed,

    /// <summary>They were elected and did not take the seat.</summary>
    [Display(Name = "Did not take the seat")] Declined,

    /// <summary>They may not hold the seat any more.</summary>
    [Display(Name = "No longer eligible")] Ineligible,

    /// <summary>They died.</summary>
    [Display(Name = "Died")] Died,
}

/// <summary>A director's term in a seat of the board.</summary>
public sealed class Directorship : Record<DirectorshipId>
{
    /// <summary>The director.</summary>
    public PersonId Person { get; init; }

    /// <summary>The code of the class whose seat it is.</summary>
    [NotPersonal]
    public required string Class { get; init; }

    /// <summary>How they came to it.</summary>
    public SeatBasis Basis { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day of the term.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The last day in the seat, when they left before the term was over.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Why they left.</summary>
    public SeatEnd? Left { get; set; }

    /// <summary>Where it stands, such as a ballot or a minute.</summary>
    [Personal("says how somebody came to a seat on the board", Kept = "as long as the trust's record")]
    public required string Note { get; init; }

    /// <summary>The last day in the seat.</summary>
    public DateOnly LastDay => LeftOn ?? Until;

    /// <summary>False for a seat that they did not take, so that the term is none of theirs.</summary>
    public bool WasHeld => LastDay >= From;

    /// <summary>True when they hold the seat on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && day <= LastDay;
}
