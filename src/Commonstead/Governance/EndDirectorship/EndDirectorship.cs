using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A director who leaves before the term is over.</summary>
public sealed class EndDirectorshipInput
{
    /// <summary>The term.</summary>
    public DirectorshipId Term { get; set; }

    /// <summary>The last day in the seat.</summary>
    [Required(ErrorMessage = "Enter the last day."), Display(Name = "Last day in the seat")]
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Choose why they leave."), Display(Name = "Why they leave")]
    [EnumDataType(typeof(SeatEnd), ErrorMessage = "Choose why they leave.")]
    public SeatEnd? Why { get; set; }
}

/// <summary>Why a term does not end.</summary>
public enum EndDirectorshipRefusal
{
    /// <summary>It ends once.</summary>
    [Says("They have left the seat already, on {0}.", Kind = RefusalKind.Conflict)]
    LeftAlready,

    /// <summary>Nobody leaves before they came, or after the term.</summary>
    [Says("Enter a day of the term, from {0} to {1}.", Field = nameof(EndDirectorshipInput.On))]
    NotInTheTerm,
}

/// <summary>Records that a director left before the term was over; the seat is vacant from the next day.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Director left the board")]
public sealed class EndDirectorship(BoardRegister board) : IOperation<EndDirectorshipInput, DirectorshipId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DirectorshipId>> Run(EndDirectorshipInput input)
    {
        if (await board.Find(input.Term) is not { } term) return CommonRefusal.NotFound;
        if (term.LeftOn is { } left) return new Refusal(EndDirectorshipRefusal.LeftAlready, left);
        var on = input.On!.Value;
        if (on < term.From || on > term.Until)
            return new Refusal(EndDirectorshipRefusal.NotInTheTerm, term.From, term.Until);
        (term.LeftOn, term.Left) = (on, input.Why);
        return term.Id;
    }
}
