using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The board and how meetings are called, in a draft of the bylaws.</summary>
public sealed class SetBoardShapeInput : IBylawsInput
{
    /// <inheritdoc/>
    public BylawsId Bylaws { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Where the words stand.</summary>
    [Display(Name = "Where its words stand"), StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string? Source { get; set; }

    /// <summary>Years of a term.</summary>
    [Required(ErrorMessage = "Enter the years of a term."), Range(1, 10, ErrorMessage = "Enter 1 to 10 years.")]
    [Display(Name = "A seat is held for")]
    public int? TermYears { get; set; }

    /// <summary>Terms in a row.</summary>
    [Range(1, 20, ErrorMessage = "Enter 1 to 20 terms, or leave it empty."), Display(Name = "Terms in a row, at most")]
    public int? MostTerms { get; set; }

    /// <summary>Shares of the entire board count empty seats.</summary>
    [Display(Name = "Shares of the entire board count empty seats as well")]
    public bool EntireCountsEmptySeats { get; set; }

    /// <summary>Seats that the elected do not take or leave are filled by counting the papers again.</summary>
    [Display(Name = "A seat that somebody elected does not take, or leaves early, is filled by counting the papers of "
        + "that election again without them")]
    public bool CountsBack { get; set; }

    /// <summary>Notice counts clear days.</summary>
    [Display(Name = "Notice is counted in clear days")]
    public bool ClearDays { get; set; }

    /// <summary>Proxies that one person holds.</summary>
    [Required(ErrorMessage = "Enter how many, or 0."), Range(0, 1_000, ErrorMessage = "Enter 0 to 1,000.")]
    [Display(Name = "Members one person may stand proxy for")]
    public int? ProxiesEach { get; set; }

    /// <summary>The seats.</summary>
    [MaxLength(8, ErrorMessage = "Enter at most 8 classes.")]
    public IList<SeatsInput> Seats { get; set; } = [];
}

/// <summary>The seats of a class.</summary>
public sealed class SeatsInput
{
    /// <summary>The class's code.</summary>
    [StringLength(30, ErrorMessage = "The class is not understood.")]
    public string Class { get; set; } = "";

    /// <summary>How many.</summary>
    [Range(0, 50, ErrorMessage = "Enter 0 to 50 seats."), Display(Name = "Seats")]
    public int Count { get; set; }

    /// <summary>How they are filled.</summary>
    [Display(Name = "Filled by")]
    public SeatFilling Filling { get; set; }
}

/// <summary>Why the board's shape is not set.</summary>
public enum SetBoardShapeRefusal
{
    /// <summary>A board has directors.</summary>
    [Says("Give at least one class a seat.", Field = "Seats[0].Count")]
    NoSeats,

    /// <summary>Whoever elects has members.</summary>
    [Says("This class has no members who could elect. Have its seats filled by the board or by all members.")]
    NobodyElects,
}

/// <summary>Says in a draft of the bylaws how the board is made up and how meetings are called.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Board and meetings set in a draft of the bylaws")]
public sealed class SetBoardShape(BylawDrafts drafts, BylawBook bylaws) : IOperation<SetBoardShapeInput, BylawsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BylawsId>> Run(SetBoardShapeInput input)
    {
        var found = await drafts.Open(input);
        if (!found.IsDone) return Outcome<BylawsId>.Refused(found.Refusals);
        if (!input.Seats.Any(s => s.Count > 0)) return SetBoardShapeRefusal.NoSeats;
        var voting = (await bylaws.VotingClasses()).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, seats) in input.Seats.Index())
        {
            if (seats is { Count: > 0, Filling: SeatFilling.ElectedByClass } && !voting.Contains(seats.Class))
                return Refusal.At($"{nameof(input.Seats)}[{index}].Filling", SetBoardShapeRefusal.NobodyElects);
        }

        var draft = found.Value;
        draft.Source = input.Source?.Trim() ?? "";
        draft.Table = BylawText.Write(draft.Rules with
        {
            ClearDays = input.ClearDays,
            ProxiesEach = input.ProxiesEach!.Value,
            Board = new BoardShape
            {
                Seats = [.. input.Seats.Where(s => s.Count > 0)
                    .Select(s => new BoardSeats(s.Class, s.Count, s.Filling))],
                TermYears = input.TermYears!.Value,
                MostTerms = input.MostTerms,
                EntireCountsEmptySeats = input.EntireCountsEmptySeats,
                CountsBack = input.CountsBack,
            },
        });
        return draft.Id;
    }
}
