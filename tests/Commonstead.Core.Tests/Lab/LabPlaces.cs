using System.Globalization;

namespace Commonstead.Core.Tests;

/// <summary>The places and rules of the lab's tests, with published figures from fixtures/lab.</summary>
internal static class LabPlaces
{
    public static readonly DateOnly KnownBy = new(2026, 6, 1);

    private static readonly Dictionary<string, IFigures> _figures = new(StringComparer.Ordinal);

    public static LabPlace Boston => new()
    {
        Area = "us:metro:boston",
        Market = new LabSeries("us.case-shiller", "us:metro:boston"),
        Incomes = new LabSeries("hud.ami", "us:metro:boston", LabProxy.Parse("CPI + 0.5 %")),
        Cpi = new LabSeries("us.cpi-u", null),
        MortgageRate = new LabSeries("us.mortgage", null, LabProxy.Parse("6.5 %")),
        HomeValue = 650_000,
        HomeValueYear = 2024,
    };

    public static LabPlace TowerHamlets => new()
    {
        Area = "gb:E09000030",
        Market = new LabSeries("uk.nationwide", null),
        Incomes = new LabSeries("ons.earnings.residence.median", "gb:E09000030", LabProxy.Parse("market - 2 %")),
        MortgageRate = new LabSeries("uk.mortgage", null, LabProxy.Parse("5.5 %")),
        Month = 5,
    };

    public static IFigures Figures(string name)
    {
        lock (_figures)
        {
            if (!_figures.TryGetValue(name, out var figures)) _figures[name] = figures = new FigureSet(Releases(name));
            return figures;
        }
    }

    public static RuleDocument Rule(string name) =>
        RuleDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", name + ".md")), name + ".md").Document!;

    public static IReadOnlyList<SeriesRelease> Releases(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "fixtures", "lab", name + ".csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0], StringComparer.Ordinal)
            .Select(group => new SeriesRelease
            {
                SeriesId = group.Key,
                ReleaseId = "fixture",
                Published = new DateOnly(2025, 1, 1),
                Effective = new DateOnly(1900, 1, 1),
                Span = Span(group.First()[2]),
                Publisher = "fixture",
                Source = "tests/fixtures/lab",
                Figures = [.. group.Select(cells => new SeriesFigure(
                    cells[1].Length == 0 ? null : cells[1], Day(cells[2]),
                    decimal.Parse(cells[3], CultureInfo.InvariantCulture)))],
            })];

    private static FigureSpan Span(string period) =>
        period.Length == 4 ? FigureSpan.Year
        : period.Contains('Q', StringComparison.Ordinal) ? FigureSpan.Quarter : FigureSpan.Month;

    private static DateOnly Day(string period)
    {
        var year = int.Parse(period[..4], CultureInfo.InvariantCulture);
        return Span(period) switch
        {
            FigureSpan.Year => new DateOnly(year, 1, 1),
            FigureSpan.Quarter => new DateOnly(year, (period[^1] - '1') * 3 + 1, 1),
            _ => new DateOnly(year, int.Parse(period[5..], CultureInfo.InvariantCulture), 1),
        };
    }
}
