using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>One figure of a release.</summary>
[NotPersonal]
public sealed class PublishedFigure : IAppendOnly, IAttestedRow
{
    /// <summary>The release's number.</summary>
    public long Release { get; internal set; }

    /// <summary>The area's code; empty when the series is not by area.</summary>
    public string Area { get; init; } = "";

    /// <summary>The first day of its month, quarter or year, or the day it came into force.</summary>
    public DateOnly From { get; init; }

    /// <summary>The figure as published.</summary>
    public decimal Value { get; init; }

    string IAttestedRow.Attested => string.Concat(Area, From.ToString(" yyyy-MM-dd ", CultureInfo.InvariantCulture),
        CanonicalRow.Text(Value));
}

internal sealed class PublishedFigureTable : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.ToTable("series_figure");

        // A determination asks for few areas of a few releases; this key leads straight to them.
        builder.HasKey(f => new { f.Release, f.Area, f.From });
    }
}
