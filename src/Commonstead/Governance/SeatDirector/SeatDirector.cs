using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A director who takes a seat.</summary>
public sealed class SeatDirectorInput
{
    /// <summary>The person.</summary>
    [Required(ErrorMessage = "Choose the person."), Display(Name = "Director")]
    public PersonId? Person { get; set; }

    /// <summary>The class whose seat it is.</summary>
    [Required(ErrorMessage = "Choose the seat."), Display(Name = "Seat of")]
    [StringLength(30, ErrorMessage = "The class is not understood.")]
    public string Class { get; set; } = "";

    /// <summary>How they came to it.</summary>
    [Display(Name = "How they came to it")]
    [EnumDataType(typeof(SeatBasis), ErrorMessage = "Choose how they came to it.")]
    public SeatBasis Basis { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the first day."), Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>The last day; empty for a whole term of the bylaws.</summary>
    [Display(Name = "Until")]
    public DateOnly? Until { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where it stands."), Display(Name = "Where it stands")]
    [StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string Note { get; set; } = "";
}

/// <summary>Why a director takes no seat.</summary>
public enum SeatDirectorRefusal
{
    /// <summary>Directors are persons of the register.</summary>
    [Says("Choose a person of the register of people.", Field = nameof(SeatDirectorInput.Person))]
    PersonUnknown,

    /// <summary>The bylaws say which seats there are.</summary>
    [Says("The bylaws of that day have no such seats.", Field = nameof(SeatDirectorInput.Class))]
    NoSuchSeats,

    /// <summary>Every seat is held by one person.</summary>
    [Says("All seats of this class are held on {0}.", Field = nameof(SeatDirectorInput.Class))]
    NoSeatFree,

    /// <summary>One person, one seat.</summary>
    [Says("This person sits on the board already, until {0}.", Field = nameof(SeatDirectorInput.Person))]
    SitsAlready,

    /// <summary>A term has a first and a last day.</summary>
    [Says("The last day comes before the first, or the term is longer than {0} years.",
        Field = nameof(SeatDirectorInput.Until))]
    TermNotUsable,

    /// <summary>Seats that the board fills are never on a ballot, and the others are not the board's to give.</summary>
    [Says("The bylaws have these seats filled in another way.", Field = nameof(SeatDirectorInput.Basis))]
    FilledOtherwise,

    /// <summary>A class is represented by its own.</summary>
    [Says("This person was no member of the class on that day.", Field = nameof(SeatDirectorInput.Person))]
    NotOfTheClass,

    /// <summary>The bylaws limit terms in a row.</summary>
    [Says("This person has served {0} terms in a row, which is the most.", Field = nameof(SeatDirectorInput.Person))]
    TermsUsedUp,
}

/// <summary>Records that a director takes a seat of the board.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Director seated")]
public sealed class SeatDirector(
    TrustDb db, BylawBook bylaws, SeatRules rules, IPeople people)
    : IOperation<SeatDirectorInput, DirectorshipId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DirectorshipId>> Run(SeatDirectorInput input)
    {
        var (person, from) = (input.Person!.Value, input.From!.Value);
        if (!await people.Exists(person)) return SeatDirectorRefusal.PersonUnknown;
        var shape = (await bylaws.On(from)).Board;
        if (shape.Seats.FirstOrDefault(s => s.Class == input.Class) is not { } seats)
            return SeatDirectorRefusal.NoSuchSeats;
        var until = input.Until ?? from.AddYears(shape.TermYears).AddDays(-1);
        if (SeatRules.IsTermWrong(shape, from, until))
            return new Refusal(SeatDirectorRefusal.TermNotUsable, shape.TermYears + 1);
        if (IsFilledOtherwise(seats.Filling, input.Basis)) return SeatDirectorRefusal.FilledOtherwise;
        DateOnly? memberOn = input.Basis is SeatBasis.Founder ? null : from;
        if (await rules.WhyNot(person, shape, seats, from, memberOn) is { } refusal) return refusal;
        if (await rules.Free(seats, from) < 1) return new Refusal(SeatDirectorRefusal.NoSeatFree, from);
        var term = new Directorship
        {
            Person = person,
            Class = input.Class,
            Basis = input.Basis,
            From = from,
            Until = until,
            Note = input.Note.Trim(),
        };
        db.Add(term);
        return term.Id;
    }

    private static bool IsFilledOtherwise(SeatFilling filling, SeatBasis basis) => basis switch
    {
        SeatBasis.Elected => filling is SeatFilling.AppointedByBoard,
        SeatBasis.Appointed => filling is not SeatFilling.AppointedByBoard,
        _ => false,
    };
}
