using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Resales;

/// <summary>
/// That the owner disputes an appraisal. A second appraiser values the home; as the lease has it, the average of the
/// two counts, or a third decides. Until then no price is approved, and the option's time does not run.
/// </summary>
public sealed class AppraisalDispute : Record<AppraisalDisputeId>
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>The appraisal in dispute.</summary>
    public AppraisalId First { get; init; }

    /// <summary>The day the owner disputed it.</summary>
    public DateOnly DisputedOn { get; init; }

    /// <summary>Why, in the owner's words.</summary>
    [Personal("records why an owner disputed a valuation", Kept = "as long as the lease's record")]
    public string Reason { get; init; } = "";

    /// <summary>How it is settled.</summary>
    public DisputeSettlement Settlement { get; init; }

    /// <summary>The second appraisal, or null while it is awaited.</summary>
    public AppraisalId? Second { get; set; }

    /// <summary>The third, or null while it is awaited or not needed.</summary>
    public AppraisalId? Third { get; set; }

    /// <summary>The value that counts, or null while the dispute is open.</summary>
    public Money? SettledValue { get; set; }

    /// <summary>The land's part of it, when the appraisals that count state one.</summary>
    public Money? SettledLand { get; set; }

    /// <summary>What improvements added, when the appraisals that count state it.</summary>
    public Money? SettledAdded { get; set; }

    /// <summary>The day the appraisal that settled it was received, or null.</summary>
    public DateOnly? SettledOn { get; set; }

    /// <summary>When it was recorded as settled; a price made before is not approved.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>True until it is settled.</summary>
    public bool IsOpen => SettledOn is null;

    /// <summary>Takes the next appraisal and settles the dispute when it is the one that decides.</summary>
    internal void Take(Appraisal next, Appraisal first, DateTime now)
    {
        if (Second is null)
        {
            Second = next.Id;
            if (Settlement == DisputeSettlement.Average) Settle(next.ReceivedOn, now, first, next);
            else if (next.Value == first.Value) Settle(next.ReceivedOn, now, next);
        }
        else
        {
            Third = next.Id;
            Settle(next.ReceivedOn, now, next);
        }
    }

    private void Settle(DateOnly on, DateTime now, params Appraisal[] counted)
    {
        SettledValue = Average([.. counted.Select(a => (Money?)a.Value)]);
        SettledLand = Average([.. counted.Select(a => a.LandValue)]);
        SettledAdded = Average([.. counted.Select(a => a.ValueAdded)]);
        (SettledOn, SettledAt) = (on, now);
    }

    // Rounded half up to the smallest coin. A part that one of them does not state has no average.
    private static Money? Average(IReadOnlyList<Money?> values)
    {
        if (values.Any(v => v is null)) return null;
        var sum = values.Aggregate(Money.Zero(values[0]!.Value.Currency), (total, v) => total + v!.Value);
        return Money.Rounded(sum.Amount / values.Count, sum.Currency, MidpointRounding.AwayFromZero);
    }
}

internal sealed class AppraisalDisputeTable : IEntityTypeConfiguration<AppraisalDispute>
{
    public void Configure(EntityTypeBuilder<AppraisalDispute> builder)
    {
        builder.ToTable("resale_appraisal_dispute");
        builder.Ignore(d => d.IsOpen);
        builder.HasIndex(d => d.Resale);
    }
}
