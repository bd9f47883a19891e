using System.Linq.Expressions;
using Commonstead.Core;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Series;

/// <summary>One publication of a series, kept apart from every other; a correction is a new release.</summary>
[NotPersonal]
public sealed class PublishedRelease : Record<PublishedReleaseId>, IAppendOnly, IAttestsRows<PublishedFigure>
{
    /// <summary>The series' code, such as <c>hud.ami</c>.</summary>
    public string Series { get; init; } = "";

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

    /// <summary>Who published it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>Where it can be read: the file's name and its SHA-256.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many figures it carries.</summary>
    public int FigureCount { get; init; }

    /// <summary>The hash of its figures together; they are too many to be attested one by one.</summary>
    public string FiguresHash { get; init; } = "";

    /// <summary>The number its figures point at: smaller than an id, since there are many.</summary>
    public long Number { get; init; }

    string IAttestsRows.Called => $"release {Release} of {Series}";

    int IAttestsRows.AttestedCount => FigureCount;

    string IAttestsRows.AttestedHash => FiguresHash;

    Expression<Func<PublishedFigure, bool>> IAttestsRows<PublishedFigure>.Rows => figure => figure.Release == Number;
}

/// <summary>Names a release.</summary>
public readonly record struct PublishedReleaseId(Guid Value) : IRecordId<PublishedReleaseId>
{
    /// <inheritdoc/>
    public static PublishedReleaseId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class PublishedReleaseTable : IEntityTypeConfiguration<PublishedRelease>
{
    public void Configure(EntityTypeBuilder<PublishedRelease> builder)
    {
        builder.ToTable("series_release");
        builder.HasIndex(r => new { r.Series, r.Release }).IsUnique();
        builder.HasIndex(r => new { r.Series, r.Published });
        builder.HasIndex(r => r.Number).IsUnique();
    }
}
