using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A candidate who does not take the seat.</summary>
public sealed class DeclineSeatInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The candidate.</summary>
    [Required(ErrorMessage = "Choose the candidate."), Display(Name = "Candidate")]
    public NominationId? Nomination { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Choose why."), Display(Name = "Why")]
    [EnumDataType(typeof(SeatEnd), ErrorMessage = "Choose why.")]
    public SeatEnd? Why { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where it stands."), Display(Name = "Where it stands")]
    [StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string Note { get; set; } = "";
}

/// <summary>Why it is not recorded that a candidate takes no seat.</summary>
public enum DeclineSeatRefusal
{
    /// <summary>Who has begun the term leaves the seat.</summary>
    [Says("The term has begun. Record on the board’s page that they leave.", Kind = RefusalKind.Conflict,
        Field = nameof(DeclineSeatInput.Nomination))]
    TermHasBegun,

    /// <summary>Once is enough.</summary>
    [Says("It is recorded already that they take no seat.", Kind = RefusalKind.Conflict,
        Field = nameof(DeclineSeatInput.Nomination))]
    DeclinedAlready,

    /// <summary>Only candidates could take a seat.</summary>
    [Says("This is no candidate who stood.", Field = nameof(DeclineSeatInput.Nomination))]
    NoCandidate,
}

/// <summary>
/// Records that somebody elected does not take the seat, or that a candidate who would come in does not want it. The
/// seat is vacant; what was declared stays as it was.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Candidate does not take the seat")]
public sealed class DeclineSeat(ElectionBook book, BoardRegister board, Acting acting)
    : IOperation<DeclineSeatInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(DeclineSeatInput input)
    {
        var found = await book.At(input.Election, ElectionState.Declared);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (election.Nominations.Find(n => n.Id == input.Nomination) is not { } nomination || !HasStood(nomination))
            return DeclineSeatRefusal.NoCandidate;
        if (nomination.DeclinedOn is not null) return DeclineSeatRefusal.DeclinedAlready;
        if (nomination.Term is { } id && await board.Find(id) is { } term)
        {
            if (term.From <= acting.Today) return DeclineSeatRefusal.TermHasBegun;
            // A term that ends before its first day is held on no day.
            (term.LeftOn, term.Left) = (term.From.AddDays(-1), input.Why);
            election.Vacant++;
        }

        (nomination.DeclinedOn, nomination.DeclinedWhy) = (acting.Today, input.Why);
        nomination.DeclinedNote = input.Note.Trim();
        return election.Id;
    }

    /// <summary>Why somebody elected does not take a seat; whoever sits there resigns or is removed.</summary>
    internal static IReadOnlyList<SeatEnd> Reasons { get; } = [SeatEnd.Declined, SeatEnd.Ineligible, SeatEnd.Died];

    /// <summary>True for whoever stood on the paper, or was elected without one.</summary>
    internal static bool HasStood(Nomination nomination) =>
        nomination.Place is not null || nomination.ElectedAs is not null;
}
