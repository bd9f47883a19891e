using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>
/// How the present leaseholders paid for their home: price and costs on one side, where the money came from on the
/// other. Both sides are equal. A wrong statement is superseded by a later one.
/// </summary>
[NotPersonal]
public sealed class Purchase : Record<PurchaseId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The day of the purchase.</summary>
    public DateOnly On { get; init; }

    /// <summary>What was paid for the home.</summary>
    public Money Price { get; init; }

    /// <summary>Settlement charges and whatever else was due.</summary>
    public Money Costs { get; init; }

    /// <summary>What the buyers paid of their own.</summary>
    public Money OwnMoney { get; init; }

    /// <summary>Where it stands, such as the settlement statement.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was stated.</summary>
    public DateTime StatedAt { get; init; }

    /// <summary>The statement that took its place, or null while it stands.</summary>
    public PurchaseId? SupersededBy { get; set; }

    /// <summary>The loans and subsidies that paid the rest.</summary>
    public List<PurchaseSource> Sources { get; } = [];

    /// <summary>Price and costs.</summary>
    public Money Due => Price + Costs;
}

/// <summary>A loan or a subsidy that paid for a home.</summary>
[NotPersonal]
public sealed class PurchaseSource : Record<PurchaseSourceId>
{
    /// <summary>The purchase.</summary>
    public PurchaseId Purchase { get; init; }

    /// <summary>The loan, or null.</summary>
    public MortgageId? Mortgage { get; init; }

    /// <summary>The subsidy, or null.</summary>
    public SubsidyId? Subsidy { get; init; }

    /// <summary>How much of it went into the purchase.</summary>
    public Money Amount { get; init; }
}
