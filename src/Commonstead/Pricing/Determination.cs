using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Pricing;

/// <summary>
/// A computed maximum price with everything it was computed from, frozen. It can be computed again for ever, by anyone,
/// from <see cref="Content"/> alone.
/// </summary>
[NotPersonal]
public sealed class Determination : Record<DeterminationId>, IAppendOnly
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>SHA-256 of the rule's text.</summary>
    public string RuleHash { get; init; } = "";

    /// <summary>The day it was computed for.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Only figures published by this day were used.</summary>
    public DateOnly KnownBy { get; init; }

    /// <summary>The most the home may be sold for.</summary>
    public Money MaximumPrice { get; init; }

    /// <summary>The <see cref="DeterminationFile"/>'s JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>The account that made it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>What was decided on it, in order.</summary>
    public List<DeterminationDecision> Decisions { get; } = [];
}

/// <summary>What may be decided on a determination.</summary>
public enum DecisionKind
{
    /// <summary>It holds, until a date.</summary>
    [Display(Name = "Approved")] Approved,

    /// <summary>It is to be made anew.</summary>
    [Display(Name = "Sent back")] SentBack,

    /// <summary>It does not hold; certificates say so.</summary>
    [Display(Name = "Voided")] Voided,
}

/// <summary>A second person's decision on a determination.</summary>
public sealed class DeterminationDecision : Record<DeterminationDecisionId>, IAppendOnly
{
    /// <summary>The determination.</summary>
    public DeterminationId Determination { get; init; }

    /// <summary>What was decided.</summary>
    public DecisionKind Kind { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>The account that decided.</summary>
    [NotPersonal]
    public string By { get; init; } = "";

    /// <summary>For an approval: the last day it holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Why it was sent back or voided.</summary>
    [Personal("says why a price was not accepted", Kept = "as long as the determination")]
    public string Reason { get; init; } = "";
}

internal sealed class DeterminationTables :
    IEntityTypeConfiguration<Determination>, IEntityTypeConfiguration<DeterminationDecision>
{
    public void Configure(EntityTypeBuilder<Determination> builder)
    {
        builder.ToTable("pricing_determination");
        builder.HasIndex(d => new { d.Lease, d.MadeAt });
        builder.HasMany(d => d.Decisions).WithOne().HasForeignKey(d => d.Determination);
    }

    public void Configure(EntityTypeBuilder<DeterminationDecision> builder)
    {
        builder.ToTable("pricing_decision");
        builder.HasIndex(d => d.Determination);
    }
}
