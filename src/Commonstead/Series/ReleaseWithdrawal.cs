using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>
/// That a publisher took a release back. The release stays, with all that cites it; from that day on nothing new is
/// computed from it.
/// </summary>
[NotPersonal]
public sealed class ReleaseWithdrawal : Record<ReleaseWithdrawalId>, IAppendOnly
{
    /// <summary>The number of the release.</summary>
    public long Release { get; init; }

    /// <summary>The day it was withdrawn.</summary>
    public DateOnly On { get; init; }

    /// <summary>Why, and where the publisher says so.</summary>
    public string Because { get; init; } = "";
}

/// <summary>Names a withdrawal.</summary>
public readonly record struct ReleaseWithdrawalId(Guid Value) : IRecordId<ReleaseWithdrawalId>
{
    /// <inheritdoc/>
    public static ReleaseWithdrawalId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class ReleaseWithdrawalTable : IEntityTypeConfiguration<ReleaseWithdrawal>
{
    public void Configure(EntityTypeBuilder<ReleaseWithdrawal> builder)
    {
        builder.ToTable("series_withdrawal");
        builder.HasIndex(w => w.Release).IsUnique();
    }
}
