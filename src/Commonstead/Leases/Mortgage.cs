using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>A loan on the home that the trust has permitted (model lease, article 8).</summary>
public sealed class Mortgage : Record<MortgageId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>Who lends.</summary>
    [Personal("shows who has a claim on the home", Kept = "for as long as the lease, and 12 years after")]
    public string Lender { get; init; } = "";

    /// <summary>How much.</summary>
    public Money Amount { get; init; }

    /// <summary>The day of the loan.</summary>
    public DateOnly MadeOn { get; init; }

    /// <summary>The day its term ends.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>By how many years this lender wants the lease to outlive the loan.</summary>
    public int MarginYears { get; init; }

    /// <summary>The day it was paid off or refinanced; null while it stands.</summary>
    public DateOnly? ReleasedOn { get; set; }
}
