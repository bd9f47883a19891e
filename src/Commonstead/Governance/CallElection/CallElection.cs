using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>An election to call.</summary>
public sealed class CallElectionInput
{
    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Enter a title."), Display(Name = "Title")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>The class whose seats they are.</summary>
    [Required(ErrorMessage = "Choose the seats."), Display(Name = "Seats of")]
    [StringLength(30, ErrorMessage = "The class is not understood.")]
    public string Class { get; set; } = "";

    /// <summary>Seats to fill.</summary>
    [Required(ErrorMessage = "Enter the number of seats."), Display(Name = "Seats to fill")]
    [Range(1, 50, ErrorMessage = "Enter 1 to 50 seats.")]
    public int? Seats { get; set; }

    /// <summary>The first day of the term.</summary>
    [Required(ErrorMessage = "Enter the first day of the term."), Display(Name = "Term from")]
    public DateOnly? From { get; set; }

    /// <summary>The last day of the term; empty for a whole term of the bylaws.</summary>
    [Display(Name = "Term until")]
    public DateOnly? Until { get; set; }

    /// <summary>The first day on which nominations are taken.</summary>
    [Required(ErrorMessage = "Enter the first day for nominations."), Display(Name = "Nominations from")]
    public DateOnly? OpensOn { get; set; }

    /// <summary>The last day for nominations.</summary>
    [Required(ErrorMessage = "Enter the last day for nominations."), Display(Name = "Nominations close on")]
    public DateOnly? ClosesOn { get; set; }

    /// <summary>The closing hour, where the trust is.</summary>
    [Required(ErrorMessage = "Enter the hour at which nominations close."), Display(Name = "Nominations close at")]
    public TimeOnly? ClosesAt { get; set; }

    /// <summary>How it is counted.</summary>
    [Display(Name = "How it is counted"), EnumDataType(typeof(ElectionMethod), ErrorMessage = "Choose how.")]
    public ElectionMethod Method { get; set; }

    /// <summary>In which order candidates stand on the paper.</summary>
    [Display(Name = "Order on the paper"), EnumDataType(typeof(PaperOrder), ErrorMessage = "Choose the order.")]
    public PaperOrder Order { get; set; }

    /// <summary>Where the trust's pages are reached, for the letters; the channel says it.</summary>
    [StringLength(300, ErrorMessage = "The address is longer than 300 characters.")]
    public string Site { get; set; } = "";
}

/// <summary>Why an election is not called.</summary>
public enum CallElectionRefusal
{
    /// <summary>The bylaws say which seats there are.</summary>
    [Says("The bylaws of that day have no such seats.", Field = nameof(CallElectionInput.Class))]
    NoSuchSeats,

    /// <summary>What the board fills is never on a ballot.</summary>
    [Says("The board appoints to these seats: they are never on a ballot.", Field = nameof(CallElectionInput.Class))]
    Appointed,

    /// <summary>A seat is held by one person.</summary>
    [Says("On {0} {1} of these seats are free.", Field = nameof(CallElectionInput.Seats))]
    TooManySeats,

    /// <summary>One election of a class at a time.</summary>
    [Says("An election to these seats is under way: {0}.", Kind = RefusalKind.Conflict)]
    UnderWay,

    /// <summary>A term has a first and a last day.</summary>
    [Says("The last day comes before the first, or the term is longer than {0} years.",
        Field = nameof(CallElectionInput.Until))]
    TermNotUsable,

    /// <summary>Whoever takes a seat is elected first.</summary>
    [Says("The term begins before nominations close.", Field = nameof(CallElectionInput.From))]
    TermTooSoon,

    /// <summary>There is a time in which somebody can be nominated.</summary>
    [Says("Nominations close before they open.", Field = nameof(CallElectionInput.ClosesOn))]
    ClosesBeforeItOpens,

    /// <summary>When clocks go forward an hour is left out.</summary>
    [Says("There is no {0} on that day: the clocks go forward.", Field = nameof(CallElectionInput.ClosesAt))]
    NoSuchHour,

    /// <summary>The bylaws give people time.</summary>
    [Says("The bylaws ask for {0} days of notice: nominations close on {1} at the earliest.",
        Field = nameof(CallElectionInput.ClosesOn))]
    NoticeTooShort,

    /// <summary>Somebody has to be able to vote.</summary>
    [Says("Nobody is entitled to vote for these seats.", Field = nameof(CallElectionInput.Class))]
    NobodyElects,
}

/// <summary>Calls an election to seats of one class, and asks everyone who votes in it for nominations.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Election called")]
public sealed class CallElection(
    TrustDb db, Acting acting, BylawBook bylaws, SeatRules rules, Electorate electorate, ElectionMail mail)
    : IOperation<CallElectionInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(CallElectionInput input)
    {
        var (from, opens, closes) = (input.From!.Value, input.OpensOn!.Value, input.ClosesOn!.Value);
        var shape = (await bylaws.On(from)).Board;
        if (shape.Seats.FirstOrDefault(s => s.Class == input.Class) is not { } seats)
            return CallElectionRefusal.NoSuchSeats;
        if (seats.Filling is SeatFilling.AppointedByBoard) return CallElectionRefusal.Appointed;
        var free = await rules.Free(seats, from);
        if (input.Seats!.Value > free) return new Refusal(CallElectionRefusal.TooManySeats, from, free);
        var until = input.Until ?? from.AddYears(shape.TermYears).AddDays(-1);
        if (SeatRules.IsTermWrong(shape, from, until))
            return new Refusal(CallElectionRefusal.TermNotUsable, shape.TermYears + 1);
        if (from < closes) return CallElectionRefusal.TermTooSoon;
        if (closes < opens) return CallElectionRefusal.ClosesBeforeItOpens;
        if (acting.Profile.InstantOf(closes, input.ClosesAt!.Value) is not { } hour)
            return new Refusal(CallElectionRefusal.NoSuchHour, input.ClosesAt);
        var days = DaysOfNotice(await bylaws.On(acting.Today));
        if (closes < acting.Today.AddDays(days) || hour <= acting.Now)
            return new Refusal(CallElectionRefusal.NoticeTooShort, days, acting.Today.AddDays(days));
        var other = await db.Set<Election>().AsNoTracking().FirstOrDefaultAsync(e => e.Class == input.Class
            && (e.State == ElectionState.Nominations || e.State == ElectionState.Poll));
        if (other is not null) return new Refusal(CallElectionRefusal.UnderWay, other.Title);
        var election = new Election
        {
            Title = input.Title.Trim(),
            Class = input.Class,
            Voters = seats.Filling is SeatFilling.ElectedByClass ? input.Class : "",
            Seats = input.Seats.Value,
            Method = input.Method,
            Order = input.Order,
            From = from,
            Until = until,
            CalledOn = acting.Today,
            NominationsFrom = opens,
            NominationsUntil = hour,
            Site = input.Site,
            RemindAt = Election.RemindsAt(OpeningOf(opens), hour),
            Search = SearchText.Of(input.Title),
        };
        var electors = await electorate.On(election.Body, acting.Today);
        if (electors.Count == 0) return CallElectionRefusal.NobodyElects;
        db.Add(election);
        await mail.Notice(election, electors);
        return election.Id;
    }

    // Nominations are taken from midnight of their first day, and at once where that has come.
    private DateTime OpeningOf(DateOnly day) =>
        acting.Profile.InstantOf(day, TimeOnly.MinValue) is { } midnight && midnight > acting.Now
            ? midnight : acting.Now;

    /// <summary>Days from the notice to the closing of nominations that a table of bylaws asks for.</summary>
    internal static int DaysOfNotice(BylawTable table) => table.DaysOfNotice(
        table.Act(ActCodes.Election)?.Bodies.Select(b => b.NoticeDays).DefaultIfEmpty().Max() ?? 0);
}
