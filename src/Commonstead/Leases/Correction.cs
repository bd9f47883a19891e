using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>
/// That something on a lease was written down wrongly, what it should say, and why. It takes effect when somebody other
/// than its proposer approves it, and keeps what stood there before.
/// </summary>
public sealed class Correction : Record<CorrectionId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The fact to be superseded, or null when a term of the lease is corrected.</summary>
    public LeaseFactId? Fact { get; init; }

    /// <summary>The term to be corrected, or null when a fact is.</summary>
    public LeaseTerm? Term { get; init; }

    /// <summary>What is corrected, in the words of lists: the fact's name or the term's.</summary>
    [NotPersonal]
    public string Subject { get; init; } = "";

    /// <summary>What stood there; null when unknown or nothing.</summary>
    [Personal("keeps what a lease said before a correction", Kept = "for as long as the lease, and 12 years after")]
    public string? OldText { get; init; }

    /// <summary>What it should say; null for unknown or nothing.</summary>
    [Personal("corrects a fact of a lease", Kept = "for as long as the lease, and 12 years after")]
    public string? NewText { get; init; }

    /// <summary>Where the right fact stands.</summary>
    [Personal("shows where a fact of the lease comes from", Kept = "for as long as the lease, and 12 years after")]
    public string Source { get; init; } = "";

    /// <summary>The day the right fact holds from.</summary>
    public DateOnly HoldsFrom { get; init; }

    /// <summary>How the mistake came about.</summary>
    [Personal("says why a lease was corrected", Kept = "for as long as the lease, and 12 years after")]
    public string Reason { get; init; } = "";

    /// <summary>The account that proposed it.</summary>
    [Personal("shows who proposed a correction", Kept = "for as long as the lease, and 12 years after")]
    public string ProposedBy { get; init; } = "";

    /// <summary>The proposer's name.</summary>
    [Personal("shows who proposed a correction", Kept = "for as long as the lease, and 12 years after")]
    public string ProposedByName { get; init; } = "";

    /// <summary>When it was proposed.</summary>
    public DateTime ProposedAt { get; init; }

    /// <summary>How it stands.</summary>
    public CorrectionState State { get; private set; }

    /// <summary>The name of who approved or declined it.</summary>
    [Personal("shows who decided on a correction", Kept = "for as long as the lease, and 12 years after")]
    public string? DecidedByName { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Ends the waiting.</summary>
    internal void Decide(bool approve, string by, DateTime at) =>
        (State, DecidedByName, DecidedAt) = (approve ? CorrectionState.Approved : CorrectionState.Declined, by, at);
}

/// <summary>How a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>Waits for a second person.</summary>
    [Display(Name = "Waiting for approval")] Waiting,

    /// <summary>Took effect.</summary>
    [Display(Name = "Approved")] Approved,

    /// <summary>Was declined; nothing changed.</summary>
    [Display(Name = "Declined")] Declined,
}

/// <summary>A term of a lease that a correction may put right.</summary>
public enum LeaseTerm
{
    /// <summary>The first day.</summary>
    [Display(Name = "First day")] StartsOn,

    /// <summary>The last day of the term.</summary>
    [Display(Name = "Last day of the term")] EndsOn,

    /// <summary>The day the lease came to an end before its term.</summary>
    [Display(Name = "Day it ended")] EndedOn,

    /// <summary>The resale rule, by its hash.</summary>
    [Display(Name = "Resale rule")] Rule,

    /// <summary>The income limit of a buyer in percent.</summary>
    [Display(Name = "Buyer's income limit, percent")] IncomeLimitPercent,

    /// <summary>The area of limits and indices.</summary>
    [Display(Name = "Area")] Area,

    /// <summary>The transfer fee in percent.</summary>
    [Display(Name = "Transfer fee, percent")] TransferFeePercent,

    /// <summary>What an appraisal must value.</summary>
    [Display(Name = "Appraisal basis")] AppraisalBasis,

    /// <summary>Months a year the holder lives there.</summary>
    [Display(Name = "Months a year lived in")] OccupancyMonths,

    /// <summary>Years by which it must outlive a loan.</summary>
    [Display(Name = "Years beyond a loan")] LenderMarginYears,

    /// <summary>The whole lease: it never took effect.</summary>
    [Display(Name = "Void: it never took effect")] Void,
}
