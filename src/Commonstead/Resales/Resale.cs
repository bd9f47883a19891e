using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>How a resale stands.</summary>
public enum ResaleState
{
    /// <summary>Between notice and keys.</summary>
    [Display(Name = "Open")] Open,

    /// <summary>The home has changed hands.</summary>
    [Display(Name = "Closed")] Closed,

    /// <summary>The owner stays, or the resale was begun in error.</summary>
    [Display(Name = "Cancelled")] Cancelled,
}

/// <summary>What became of the trust's purchase option (model lease, article 10).</summary>
public enum OptionState
{
    /// <summary>The trust has not decided.</summary>
    [Display(Name = "Open")] Open,

    /// <summary>The trust buys.</summary>
    [Display(Name = "Exercised by the trust")] Exercised,

    /// <summary>The trust has let a qualified buyer buy in its place.</summary>
    [Display(Name = "Assigned to a buyer")] Assigned,

    /// <summary>The owner may sell to any qualified buyer at no more than the maximum price.</summary>
    [Display(Name = "Lapsed")] Lapsed,
}

/// <summary>One home's way from its owner's notice to the next owner's keys.</summary>
[NotPersonal]
public sealed class Resale : Record<ResaleId>, ISearched
{
    /// <summary>The trust's number for it, such as <c>R-2026-004</c>.</summary>
    public string Number { get; init; } = "";

    /// <summary>The seller's lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The home's address on the day of the notice.</summary>
    public string Home { get; init; } = "";

    /// <summary>What searches look in.</summary>
    public string Search { get; init; } = "";

    /// <summary>JSON: the terms it runs by, frozen on the day of its notice.</summary>
    public string FrozenTerms { get; init; } = "";

    /// <summary>The terms it runs by.</summary>
    public ResaleTerms Terms => field ??= ResaleTerms.FromJson(FrozenTerms);

    /// <summary>How it stands.</summary>
    public ResaleState State { get; set; }

    /// <summary>The day the trust received the notice of intent to sell.</summary>
    public DateOnly NoticeOn { get; init; }

    /// <summary>The account of the steward who carries it.</summary>
    public string Steward { get; set; } = "";

    /// <summary>The appraisal it goes by, or null.</summary>
    public AppraisalId? Appraisal { get; set; }

    /// <summary>The determination it sells under, or null.</summary>
    public DeterminationId? Determination { get; set; }

    /// <summary>The trust's purchase option.</summary>
    public OptionState Option { get; set; }

    /// <summary>The day the option was exercised, assigned or lapsed.</summary>
    public DateOnly? OptionOn { get; set; }

    /// <summary>What the seller asks, or null while she has named no price; never changed by the program.</summary>
    public Money? AskedPrice { get; set; }

    /// <summary>What the buyers are to pay, or null before there are any.</summary>
    public Money? AgreedPrice { get; set; }

    /// <summary>The buyer's certification that holds, or null.</summary>
    public CertificationId? Certification { get; set; }

    /// <summary>The persons who buy.</summary>
    public List<ResaleBuyer> Buyers { get; } = [];

    /// <summary>Its steps.</summary>
    public List<ResaleStep> Steps { get; } = [];

    /// <summary>The step of a kind.</summary>
    public ResaleStep Step(StepKind kind) => Steps.First(s => s.Kind == kind);

    /// <summary>
    /// The day from which the owner may sell to anyone, or null while the option has not lapsed (model lease,
    /// article 10).
    /// </summary>
    public DateOnly? AnyBuyerFrom => Option == OptionState.Lapsed && OptionOn is { } lapsed
        ? CalendarMath.AddMonths(lapsed, Terms.MonthsToAnyBuyer)
        : null;

    /// <summary>
    /// The day from which the trust may sell the home as the owner's attorney in fact, or null while the option has not
    /// lapsed or where the lease gives no such power (model lease, article 10).
    /// </summary>
    public DateOnly? PowerOfSaleFrom => Option == OptionState.Lapsed && OptionOn is { } lapsed
        && Terms.MonthsToPowerOfSale > 0 ? CalendarMath.AddMonths(lapsed, Terms.MonthsToPowerOfSale) : null;

    /// <summary>True while nothing is closed or cancelled.</summary>
    public bool IsOpen => State == ResaleState.Open;
}

/// <summary>A person who buys the home of a resale.</summary>
public sealed class ResaleBuyer : Record<ResaleBuyerId>
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; init; }
}

/// <summary>How a step stands.</summary>
public enum StepState
{
    /// <summary>To be done.</summary>
    [Display(Name = "To do")] Open,

    /// <summary>Done.</summary>
    [Display(Name = "Done")] Done,

    /// <summary>Not needed, with a reason.</summary>
    [Display(Name = "Not needed")] NotNeeded,
}

/// <summary>One step of a resale: who does it, by when, and what came of it.</summary>
public sealed class ResaleStep : Record<ResaleStepId>
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>Which step.</summary>
    public StepKind Kind { get; init; }

    /// <summary>How it stands.</summary>
    public StepState State { get; set; }

    /// <summary>Who does it.</summary>
    public StepOwner Owner { get; set; }

    /// <summary>The last day, or null while the event it counts from has not happened.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The day it was done, or found not to be needed.</summary>
    public DateOnly? SettledOn { get; set; }

    /// <summary>What was found or agreed, or why it is not needed.</summary>
    [Personal("records how a sale was carried out", Kept = "as long as the lease's record")]
    public string Note { get; set; } = "";

    /// <summary>True when its last day has passed and it is still to be done.</summary>
    public bool IsOverdue(DateOnly today) => State == StepState.Open && DueOn < today;
}

/// <summary>Something that happened in a resale, in the words of whoever did it.</summary>
public sealed class ResaleEvent : Record<ResaleEventId>, IAppendOnly
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTime At { get; init; }

    /// <summary>The day it is about.</summary>
    public DateOnly On { get; init; }

    /// <summary>The account that recorded it.</summary>
    [NotPersonal]
    public string By { get; init; } = "";

    /// <summary>English text with places, the key of its translation.</summary>
    [NotPersonal]
    public string Text { get; init; } = "";

    /// <summary>What fills the text's places, as <see cref="KeptFigures"/> keeps it; empty for none.</summary>
    [NotPersonal]
    public string Figures { get; init; } = "";

    /// <summary>A reason or note, as typed.</summary>
    [Personal("records how a sale was carried out", Kept = "as long as the lease's record")]
    public string Note { get; init; } = "";

    /// <summary>What happened, for any reader.</summary>
    internal Sentence Said() => new(Text, KeptFigures.ReadAll(Figures));
}
