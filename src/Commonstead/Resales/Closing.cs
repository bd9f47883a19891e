using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>
/// A closing as one person prepared it: price, statement and what becomes of the lease. It takes effect when another
/// confirms it, and is never edited: a wrong one is voided and prepared anew.
/// </summary>
public sealed class Closing : Record<ClosingId>, IAppendOnly
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>The determination it stands under.</summary>
    public DeterminationId Determination { get; init; }

    /// <summary>
    /// The certification it stands under; null when the owner may sell to anyone (model lease, article 10).
    /// </summary>
    public CertificationId? Certification { get; init; }

    /// <summary>The day the home changes hands.</summary>
    public DateOnly ClosesOn { get; init; }

    /// <summary>What the buyer pays for the home.</summary>
    public Money Price { get; init; }

    /// <summary>What the seller's lenders are paid, together.</summary>
    public Money Payoffs { get; init; }

    /// <summary>What each of them is paid, as its letter says.</summary>
    public List<ClosingPayoff> PayoffLetters { get; } = [];

    /// <summary>Who sells, as the statement names them.</summary>
    [Personal("names the seller on the statement of the closing", Kept = "as long as the lease's record")]
    public string SellerNames { get; init; } = "";

    /// <summary>What the seller owes the trust.</summary>
    public Money Arrears { get; init; }

    /// <summary>Held back for repairs.</summary>
    public Money Repairs { get; init; }

    /// <summary>The trust's transfer fee.</summary>
    public Money TransferFee { get; init; }

    /// <summary>An agent's commission.</summary>
    public Money Commission { get; init; }

    /// <summary>Taxes, recording and other costs the seller bears.</summary>
    public Money OtherCosts { get; init; }

    /// <summary>The buyer's new lease, or null when the seller's is assigned.</summary>
    public LeaseId? NewLease { get; init; }

    /// <summary>The new lease's number.</summary>
    [NotPersonal]
    public string? NewLeaseNumber { get; init; }

    /// <summary>The account that prepared it.</summary>
    [NotPersonal]
    public string PreparedBy { get; init; } = "";

    /// <summary>When.</summary>
    public DateTime PreparedAt { get; init; }

    /// <summary>What was decided on it.</summary>
    public List<ClosingDecision> Decisions { get; } = [];

    /// <summary>What the seller receives: the price less everything paid from it.</summary>
    public Money NetProceeds => Price - Payoffs - Arrears - Repairs - TransferFee - Commission - OtherCosts;

    /// <summary>How it stands.</summary>
    public ClosingState State => Decisions.MaxBy(d => d.At)?.Kind switch
    {
        null => ClosingState.Prepared,
        ClosingDecisionKind.Confirmed => ClosingState.Confirmed,
        ClosingDecisionKind.SentBack => ClosingState.SentBack,
        _ => ClosingState.Voided,
    };
}

/// <summary>What one of the seller's lenders is paid from the price.</summary>
public sealed class ClosingPayoff : Record<ClosingPayoffId>, IAppendOnly
{
    /// <summary>The closing.</summary>
    public ClosingId Closing { get; init; }

    /// <summary>Its place on the statement, from 0.</summary>
    public int Place { get; init; }

    /// <summary>Who is paid.</summary>
    [Personal("shows who had a claim on the home", Kept = "as long as the lease's record")]
    public string Lender { get; init; } = "";

    /// <summary>How much.</summary>
    public Money Amount { get; init; }
}

/// <summary>How a closing stands.</summary>
public enum ClosingState
{
    /// <summary>A second person has not decided.</summary>
    [Display(Name = "Waiting for confirmation")] Prepared,

    /// <summary>The home has changed hands.</summary>
    [Display(Name = "Confirmed")] Confirmed,

    /// <summary>To be prepared anew.</summary>
    [Display(Name = "Sent back")] SentBack,

    /// <summary>It never took effect.</summary>
    [Display(Name = "Voided")] Voided,
}

/// <summary>What may be decided on a closing.</summary>
public enum ClosingDecisionKind
{
    /// <summary>It takes effect.</summary>
    Confirmed,

    /// <summary>It is to be prepared anew.</summary>
    SentBack,

    /// <summary>It never took effect, and what followed is put back.</summary>
    Voided,
}

/// <summary>A second person's decision on a closing.</summary>
public sealed class ClosingDecision : Record<ClosingDecisionId>, IAppendOnly
{
    /// <summary>The closing.</summary>
    public ClosingId Closing { get; init; }

    /// <summary>What was decided.</summary>
    public ClosingDecisionKind Kind { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>The account that decided.</summary>
    [NotPersonal]
    public string By { get; init; } = "";

    /// <summary>Why it was sent back or voided.</summary>
    [Personal("says why a closing did not take effect", Kept = "as long as the lease's record")]
    public string Reason { get; init; } = "";
}
