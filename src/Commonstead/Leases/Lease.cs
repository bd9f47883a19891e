using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>
/// A lease of the trust's land under a home, or the covenant in its place, with the terms that were signed.
/// </summary>
/// <remarks>
/// What may have been written down wrongly is never edited: a <see cref="Correction"/> that a second person approves
/// changes it and keeps what stood there before.
/// </remarks>
public sealed class Lease : Record<LeaseId>, ISearched
{
    /// <summary>The margin by which a lease must outlive a loan: Fannie Mae Selling Guide, B5-5.3-02.</summary>
    public const int UsualLenderMarginYears = 5;

    /// <summary>The trust's number for it, unique.</summary>
    [NotPersonal]
    public string Number { get; init; } = "";

    /// <summary>Ground lease, sublease or resale covenant.</summary>
    public Instrument Instrument { get; init; }

    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; init; }

    /// <summary>The home.</summary>
    public HomeId Home { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day of its term.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Whether it binds.</summary>
    public LeaseStanding Standing { get; set; }

    /// <summary>The day it came to an end before its term; from that day it no longer binds.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it ended.</summary>
    public EndReason? EndReason { get; set; }

    /// <summary>More about how it ended, or why it is void.</summary>
    [Personal("shows how a lease came to its end")]
    public string? EndNote { get; set; }

    /// <summary>The resale that ended it, or null.</summary>
    public ResaleId? EndedBy { get; set; }

    /// <summary>The lease that this one follows after a resale, or null.</summary>
    public LeaseId? Follows { get; init; }

    /// <summary>
    /// SHA-256 of the resale rule that was signed, in lower-case hexadecimal; null when none is recorded.
    /// </summary>
    [NotPersonal]
    public string? RuleHash { get; set; }

    /// <summary>The income limit of a buyer, in percent of the area median; null when the lease sets none.</summary>
    public decimal? IncomeLimitPercent { get; set; }

    /// <summary>The area its income limit and index are read for, such as <c>us:county:25013</c>.</summary>
    [NotPersonal]
    public string? Area { get; set; }

    /// <summary>What the trust is paid at a transfer, in percent of the price.</summary>
    public decimal TransferFeePercent { get; set; }

    /// <summary>What an appraisal must value; null when the rule needs none.</summary>
    public AppraisalBasis? AppraisalBasis { get; set; }

    /// <summary>
    /// How many months of a year a leaseholder must live in the home; null when the lease does not say.
    /// </summary>
    public int? OccupancyMonths { get; set; }

    /// <summary>Works that cost more than this need the trust's approval beforehand; null when all do.</summary>
    public Money? ImprovementNoticeAbove { get; set; }

    /// <summary>By how many years the lease must outlive a permitted mortgage.</summary>
    public int LenderMarginYears { get; set; } = UsualLenderMarginYears;

    /// <summary>For how many years the term is renewed at a time; null when the lease gives no renewal.</summary>
    public int? RenewalYears { get; set; }

    /// <summary>How many days before the end notice of renewal may first be given.</summary>
    public int? RenewalNoticeOpensDays { get; set; }

    /// <summary>How many days before the end notice of renewal must have been given.</summary>
    public int? RenewalNoticeClosesDays { get; set; }

    /// <summary>The home's number, kept here for lists.</summary>
    [NotPersonal]
    public string HomeNumber { get; set; } = "";

    /// <summary>The home's address, kept here for lists.</summary>
    [Personal("names the home in lists of leases", Kept = "for as long as the lease")]
    public string HomeAddress { get; set; } = "";

    /// <summary>Who holds it, or held it last, kept here for lists.</summary>
    [Personal("names leaseholders in lists of leases", Kept = "while they hold the lease")]
    public string HolderNames { get; set; } = "";

    /// <summary>What searches look in.</summary>
    [Personal("finds a lease by its number, home or leaseholder", Kept = "while they hold the lease")]
    public string Search { get; set; } = "";

    /// <summary>True when the lease binds on a day.</summary>
    public bool IsInForceOn(DateOnly day) =>
        Standing != LeaseStanding.Void && StartsOn <= day && day <= EndsOn && (EndedOn is null || day < EndedOn);

    /// <summary>True when it may still be worked under: neither ended nor void.</summary>
    public bool IsOpen => Standing == LeaseStanding.InForce;

    /// <summary>Ends it.</summary>
    internal void End(DateOnly on, EndReason reason, string? note, ResaleId? by = null)
    {
        (Standing, EndedOn, EndReason, EndedBy) = (LeaseStanding.Ended, on, reason, by);
        EndNote = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
    }

    /// <summary>Puts it back in force, when what ended it never took effect.</summary>
    internal void Reopen()
    {
        (Standing, EndedOn, EndReason, EndedBy) = (LeaseStanding.InForce, null, null, null);
        EndNote = null;
    }

    /// <summary>Says that it never took effect.</summary>
    internal void Void(DateOnly on, string note) =>
        (Standing, EndedOn, EndNote) = (LeaseStanding.Void, on, note);

    /// <summary>Renews the text that searches look in.</summary>
    internal void RenewSearch() => Search = SearchText.Of(Number, HomeNumber, HomeAddress, HolderNames);
}

/// <summary>Whether a lease binds.</summary>
public enum LeaseStanding
{
    /// <summary>Signed and neither ended nor void.</summary>
    [Display(Name = "In force")] InForce,

    /// <summary>Came to an end.</summary>
    [Display(Name = "Ended")] Ended,

    /// <summary>Never took effect.</summary>
    [Display(Name = "Void")] Void,
}

/// <summary>Why a lease ended.</summary>
public enum EndReason
{
    /// <summary>The home was sold and the buyer got a lease of their own.</summary>
    [Display(Name = "Resale")] Resale,

    /// <summary>Its term ran out.</summary>
    [Display(Name = "Term ran out")] TermRanOut,

    /// <summary>The leaseholder gave it up and the trust agreed.</summary>
    [Display(Name = "Surrendered")] Surrendered,

    /// <summary>The trust ended it for a breach.</summary>
    [Display(Name = "Ended for breach")] Breach,

    /// <summary>A lender foreclosed, or took a deed in lieu.</summary>
    [Display(Name = "Foreclosure")] Foreclosure,

    /// <summary>The home was destroyed or taken.</summary>
    [Display(Name = "Home destroyed or taken")] HomeLost,

    /// <summary>Another reason, told in the note.</summary>
    [Display(Name = "Another reason")] Other,
}
