namespace Commonstead.Core;

/// <summary>
/// One publication of a series: who published which figures when, and from which day they may be used.
/// </summary>
/// <remarks>
/// A correction is a new release with the same effective date and a later publication. A monthly index that is
/// published whole, with its history, takes effect on the first day of that history. A release that serves only to
/// answer a few look-ups may leave out figures of other areas and months, but no release of the series may be left
/// out.
/// </remarks>
public sealed record SeriesRelease
{
    /// <summary>The identifier of the series, such as <c>us.cpi-u</c>.</summary>
    public required string SeriesId { get; init; }

    /// <summary>The identifier of this release within the series, such as <c>2026</c>.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>The first figure date it may answer.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>How its figures are dated; all releases of a series are dated the same way.</summary>
    public required FigureSpan Span { get; init; }

    /// <summary>
    /// For figures in force, the last day they may be used; null when they hold until the next release. It keeps a
    /// trust that
    /// forgot to import a year from pricing with the year before.
    /// </summary>
    public DateOnly? Until { get; init; }

    /// <summary>The reference base of an index, such as <c>1982-84=100</c>; null when it has none.</summary>
    public string? Base { get; init; }

    /// <summary>The currency of its figures by its ISO 4217 code; null when they are no money, or nobody
    /// said.</summary>
    public string? Currency { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Where it can be read.</summary>
    public required string Source { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<SeriesFigure> Figures { get; init; }
}

/// <summary>A figure as a release carries it.</summary>
/// <param name="Area">The code of the area; null when the series is not by area.</param>
/// <param name="Date">Any day of the figure's month, quarter or year; not looked at for figures in force.</param>
/// <param name="Value">The figure as published; a rate as a fraction.</param>
public readonly record struct SeriesFigure(string? Area, DateOnly Date, decimal Value);

/// <summary>
/// An area that from a day on is covered by another, such as a county that became a planning region.
/// </summary>
/// <param name="From">The code that ends.</param>
/// <param name="To">The code that takes its place.</param>
/// <param name="Effective">The first day of the new code.</param>
public readonly record struct AreaSuccession(string From, string To, DateOnly Effective);
