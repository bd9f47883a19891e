using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>One publication of a series, kept apart from every other; a correction is a new release.</summary>
[NotPersonal]
public sealed class PublishedRelease : Record<PublishedReleaseId>, IAppendOnly
{
    /// <summary>The series' code, such as <c>hud_ami</c>.</summary>
    public string Series { get; init; } = "";

    /// <summary>What the series is, in words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The release's own name within the series, such as <c>2026</c>.</summary>
    public string Release { get; init; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly Published { get; init; }

    /// <summary>The first figure date it may answer.</summary>
    public DateOnly Effective { get; init; }

    /// <summary>How its figures are dated.</summary>
    public FigureSpan Span { get; init; }

    /// <summary>The base of an index, or null.</summary>
    public string? Base { get; init; }

    /// <summary>The currency when its figures are money, or null.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>Who published it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>Where it can be read: the file's name and its SHA-256.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many figures it carries.</summary>
    public int FigureCount { get; init; }

    /// <summary>SHA-256 over its figures in the order they were written; the figures themselves are not attested one by one.</summary>
    public string FiguresHash { get; init; } = "";

    /// <summary>The number its figures point at: smaller than an id, since there are many.</summary>
    public long Number { get; init; }
}

/// <summary>One figure of a release.</summary>
[NotPersonal]
public sealed class PublishedFigure : IAppendOnly
{
    /// <summary>The release's number.</summary>
    public long Release { get; init; }

    /// <summary>The area's code; empty when the series is not by area.</summary>
    public string Area { get; init; } = "";

    /// <summary>The first day of its month, quarter or year, or the day it came into force.</summary>
    public DateOnly From { get; init; }

    /// <summary>The figure as published.</summary>
    public decimal Value { get; init; }
}

/// <summary>Names a release.</summary>
public readonly record struct PublishedReleaseId(Guid Value) : IRecordId<PublishedReleaseId>
{
    /// <inheritdoc/>
    public static PublishedReleaseId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out PublishedReleaseId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class SeriesTables : IEntityTypeConfiguration<PublishedRelease>, IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedRelease> builder)
    {
        builder.ToTable("series_release");
        builder.HasIndex(r => new { r.Series, r.Release }).IsUnique();
        builder.HasIndex(r => r.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.ToTable("series_figure");
        builder.HasKey(f => new { f.Release, f.Area, f.From });
    }
}
