using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>A series as programs read it.</summary>
internal sealed record SeriesShown(
    string Code, string Title, string Publisher, string DatedBy, string? Currency, int Releases,
    string LatestRelease, DateOnly LatestPublished)
{
    public static SeriesShown Of(PublishedSeries series) => new(
        series.Code, series.Title, series.Publisher, DatedText(series.Span), series.CurrencyCode, series.ReleaseCount,
        series.LatestRelease, series.LatestPublished);

    /// <summary>How the figures are dated, in a word.</summary>
    public static string DatedText(FigureSpan span) => span switch
    {
        FigureSpan.InForce => "in force",
        _ => span.ToString().ToLowerInvariant(),
    };
}

/// <summary>A release as programs read it.</summary>
internal sealed record ReleaseShown(
    string Release, DateOnly Published, DateOnly Effective, string? Base, string Publisher, string Source, int Figures,
    string Hash)
{
    public static ReleaseShown Of(PublishedRelease release) => new(
        release.Release, release.Published, release.Effective, release.Base, release.Publisher, release.Source,
        release.FigureCount, release.FiguresHash);
}

/// <summary>A figure as programs read it; a number as text, so that none loses a digit.</summary>
internal sealed record FigureShown(string? Area, string? AreaName, string Period, string Value)
{
    public static FigureShown Of(FigureRow row, FigureSpan span) => new(
        row.Area.Length == 0 ? null : row.Area, row.AreaName.Length == 0 ? null : row.AreaName,
        PeriodText(row.From, span), Platform.Audit.CanonicalRow.Text(row.Value)!);

    /// <summary>
    /// The figure's own date as people write it: <c>2026-05</c>, <c>2026-Q2</c>, <c>2026</c>, or a day.
    /// </summary>
    public static string PeriodText(DateOnly from, FigureSpan span) => FigurePeriod.Containing(from, span switch
    {
        FigureSpan.Month => PeriodKind.Month,
        FigureSpan.Quarter => PeriodKind.Quarter,
        FigureSpan.Year => PeriodKind.Year,
        _ => PeriodKind.Day,
    }).ToString();
}

/// <summary>An income limit as programs read it.</summary>
internal sealed record LimitShown(
    string Area, int Household, string Amount, string Currency, string Origin, int FiscalYear, DateOnly Published,
    DateOnly Effective, IReadOnlyList<string> Working)
{
    public static LimitShown Of(IncomeLimit limit) => new(
        limit.Limits.Area, limit.HouseholdSize, limit.Amount.ToInvariant(), limit.Amount.Currency.Code,
        limit.Origin.ToString().ToLowerInvariant(), limit.Limits.FiscalYear, limit.Limits.PublishedOn,
        limit.Limits.EffectiveFrom,
        [.. limit.Working.Select(step =>
            FormattableString.Invariant($"{step.Kind} {step.Operand:0.##} = {step.Result:0.##}"))]);
}
