using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>One run of figures of one publisher, such as area median income; its releases carry the figures.</summary>
[NotPersonal]
public sealed class PublishedSeries : Record<PublishedSeriesId>, ISearched
{
    /// <summary>Its code, by which rules look it up: <c>hud.ami</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is, in words.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who publishes it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>How its figures are dated; the same in every release.</summary>
    public FigureSpan Span { get; init; }

    /// <summary>The currency when its figures are money, or null; the same in every release.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>How many releases the trust holds.</summary>
    public int ReleaseCount { get; set; }

    /// <summary>The name of the release published last.</summary>
    public string LatestRelease { get; set; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly LatestPublished { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";

    /// <summary>Counts a release that was added.</summary>
    public void Count(string release, DateOnly published)
    {
        ReleaseCount++;
        if (LatestRelease.Length > 0 && published < LatestPublished) return;
        (LatestRelease, LatestPublished) = (release, published);
    }
}

/// <summary>Names a series.</summary>
public readonly record struct PublishedSeriesId(Guid Value) : IRecordId<PublishedSeriesId>
{
    /// <inheritdoc/>
    public static PublishedSeriesId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class PublishedSeriesTable : IEntityTypeConfiguration<PublishedSeries>
{
    public void Configure(EntityTypeBuilder<PublishedSeries> builder)
    {
        builder.ToTable("series_series");
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => s.LatestPublished);
    }
}
