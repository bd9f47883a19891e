using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Members;

/// <summary>
/// That dues were settled to a day: paid, paid in kind, or waived. A waiver needs no reason, because nobody is lost to
/// a trust for lack of funds.
/// </summary>
public sealed class DuesPayment : Record<DuesPaymentId>
{
    /// <summary>The membership.</summary>
    public MemberId Member { get; init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>How.</summary>
    public DuesManner Manner { get; init; }

    /// <summary>What was paid; null when it was not money.</summary>
    public Money? Amount { get; init; }

    /// <summary>The last day that is settled by it.</summary>
    public DateOnly Through { get; init; }

    /// <summary>What was done in kind, or a word about it.</summary>
    [Personal("says how dues were settled, such as by work for the trust", YearsByLaw = 6)]
    public string? Note { get; init; }
}

/// <summary>Names a settling of dues.</summary>
public readonly record struct DuesPaymentId(Guid Value) : IRecordId<DuesPaymentId>
{
    /// <inheritdoc/>
    public static DuesPaymentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>How dues are settled.</summary>
public enum DuesManner
{
    /// <summary>With money.</summary>
    [Display(Name = "Paid")] Paid,

    /// <summary>With work or things.</summary>
    [Display(Name = "In kind")] InKind,

    /// <summary>Not asked for.</summary>
    [Display(Name = "Waived")] Waived,
}

internal sealed class DuesPaymentTable : IEntityTypeConfiguration<DuesPayment>
{
    public void Configure(EntityTypeBuilder<DuesPayment> builder)
    {
        builder.ToTable("member_dues");
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.Member);
        builder.HasIndex(d => new { d.Member, d.On });
    }
}
