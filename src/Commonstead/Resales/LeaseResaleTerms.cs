using System.Text.Json;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Resales;

/// <summary>
/// What a lease's own article on transfer states of deadlines and customs (model lease, article 10); whatever it leaves
/// out follows the trust's usual terms.
/// </summary>
[NotPersonal]
public sealed class LeaseResaleTerms : Record<LeaseResaleTermsId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>Where it stands, such as <c>Article 10, as amended in 2019</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>JSON: the deadlines that the lease states, by step.</summary>
    public string StatedDeadlines { get; set; } = "{}";

    /// <summary>Months a buyer's certification holds, or null.</summary>
    public int? CertificationMonths { get; set; }

    /// <summary>Months an appraisal may be old, or null.</summary>
    public int? AppraisalMonths { get; set; }

    /// <summary>Days in which the owner may dispute an appraisal, or null.</summary>
    public int? DisputeDays { get; set; }

    /// <summary>How such a dispute is settled, or null.</summary>
    public DisputeSettlement? Dispute { get; set; }

    /// <summary>Months after the option lapsed from which the owner may sell to anyone, or null.</summary>
    public int? MonthsToAnyBuyer { get; set; }

    /// <summary>
    /// Months after the option lapsed from which the trust may sell for the owner, 0 for never, or null.
    /// </summary>
    public int? MonthsToPowerOfSale { get; set; }

    /// <summary>Whether the buyer gets a new lease, or null.</summary>
    public bool? IssuesNewLease { get; set; }

    /// <summary>The deadlines that the lease states.</summary>
    public SortedDictionary<StepKind, string> Deadlines() =>
        JsonSerializer.Deserialize<SortedDictionary<StepKind, string>>(StatedDeadlines)!;

    /// <summary>States the deadlines.</summary>
    public void State(SortedDictionary<StepKind, string> deadlines) =>
        StatedDeadlines = JsonSerializer.Serialize(deadlines);

    /// <summary>The same terms for the lease that follows this one.</summary>
    internal LeaseResaleTerms For(LeaseId lease) => new()
    {
        Lease = lease,
        Source = Source,
        StatedDeadlines = StatedDeadlines,
        CertificationMonths = CertificationMonths,
        AppraisalMonths = AppraisalMonths,
        DisputeDays = DisputeDays,
        Dispute = Dispute,
        MonthsToAnyBuyer = MonthsToAnyBuyer,
        MonthsToPowerOfSale = MonthsToPowerOfSale,
        IssuesNewLease = IssuesNewLease,
    };
}

internal sealed class LeaseResaleTermsTable : IEntityTypeConfiguration<LeaseResaleTerms>
{
    public void Configure(EntityTypeBuilder<LeaseResaleTerms> builder)
    {
        builder.ToTable("resale_lease_terms");
        builder.HasIndex(t => t.Lease).IsUnique();
    }
}
