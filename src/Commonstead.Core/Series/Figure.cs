namespace Commonstead.Core;

/// <summary>One published figure, with everything needed to find it again.</summary>
/// <param name="SeriesId">The identifier of its series, such as <c>us.cpi-u</c>.</param>
/// <param name="Area">The code of the area it is for; null when the series is not by area.</param>
/// <param name="Span">How the series is dated.</param>
/// <param name="From">The first day of the figure's own month, quarter or year, or the day it came into force.</param>
/// <param name="Value">The figure as published; a rate as a fraction.</param>
/// <param name="ReleaseId">Which publication of the series it stands in.</param>
/// <param name="Published">The day the release was published.</param>
/// <param name="Effective">The first figure date the release may answer.</param>
/// <param name="Base">The reference base of an index, such as <c>1982-84=100</c>; null when the series has
/// none.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Source">Where the release can be read.</param>
public sealed record Figure(
    string SeriesId, string? Area, FigureSpan Span, DateOnly From, decimal Value, string ReleaseId, DateOnly Published,
    DateOnly Effective, string? Base, string Publisher, string Source)
{
    /// <summary>
    /// The figure's own date as people write it: <c>2026-05</c>, <c>2026-Q2</c>, <c>2026</c>, or a day.
    /// </summary>
    public string Period => Span switch
    {
        FigureSpan.Month => $"{From.Year:D4}-{From.Month:D2}",
        FigureSpan.Quarter => $"{From.Year:D4}-Q{(From.Month + 2) / 3}",
        FigureSpan.Year => $"{From.Year:D4}",
        _ => $"{From.Year:D4}-{From.Month:D2}-{From.Day:D2}",
    };
}

/// <summary>How the figures of a series are dated, and so which one applies to a date.</summary>
public enum FigureSpan
{
    /// <summary>One figure a month; a date is answered by the figure of exactly its month.</summary>
    Month,

    /// <summary>One figure a calendar quarter; a date is answered by the figure of exactly its quarter.</summary>
    Quarter,

    /// <summary>One figure a calendar year; a date is answered by the figure of exactly its year.</summary>
    Year,

    /// <summary>
    /// Figures that hold from the day a release takes effect until the next does, such as income limits.
    /// </summary>
    InForce,
}

/// <summary>Finds the first day of the span of time a date belongs to.</summary>
public static class FigureSpans
{
    /// <summary>The first day of the date's month, quarter or year; the date itself for figures in force.</summary>
    public static DateOnly StartOf(FigureSpan span, DateOnly date) => span switch
    {
        FigureSpan.Month => new DateOnly(date.Year, date.Month, 1),
        FigureSpan.Quarter => new DateOnly(date.Year, (date.Month - 1) / 3 * 3 + 1, 1),
        FigureSpan.Year => new DateOnly(date.Year, 1, 1),
        _ => date,
    };
}
