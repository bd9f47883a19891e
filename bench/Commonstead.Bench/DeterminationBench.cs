using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Bench;

/// <summary>
/// One exact determination of the collared rule over ten years, with its working as values, on one core.
/// </summary>
internal static class DeterminationBench
{
    public static async Task<Row> Run()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "rules", "us", "lesser-of-cpi-and-ami-with-collar.md");
        var rule = RuleDocument.Parse(await File.ReadAllTextAsync(file), "collar.md").Document
            ?? throw new InvalidOperationException("The rule does not parse.");
        var inputs = Inputs(rule);
        if (rule.Evaluate(inputs).Error is { } error) throw new InvalidOperationException(error.ToString());
        var rate = await Timing.PerSecond(200_000, () =>
        {
            rule.Evaluate(inputs);
            return Task.CompletedTask;
        });
        return new Row("determination, collared rule, 10 years, working as values", Timing.Rate(rate),
            "100,000/s, one core",
            (rate / 100_000).ToString("0.0", CultureInfo.InvariantCulture) + "×", "≥ 1×", rate >= 100_000);
    }

    private static RuleInputs Inputs(RuleDocument rule)
    {
        var givens = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["purchase_price"] = "200000", ["purchase_date"] = "2014-06-01", ["sale_date"] = "2024-06-01",
                ["home_area"] = "us:county:25013",
        };
        return new RuleInputs
        {
            Givens = givens.ToDictionary(
                g => g.Key,
                g => GivenValue.ParseText(rule.Givens.First(x => x.Name == g.Key).Type, g.Value, "bench").Value!,
                StringComparer.Ordinal),
            Figures = new FigureSet([Monthly("us.cpi-u", null, FigureSpan.Month), Yearly()]),
            AsOf = new DateOnly(2024, 6, 1),
            KnownBy = new DateOnly(2026, 1, 1),
        };
    }

    private static SeriesRelease Monthly(string series, string? area, FigureSpan span) => new()
    {
        SeriesId = series, ReleaseId = "bench", Published = new DateOnly(2025, 1, 1),
            Effective = new DateOnly(2010, 1, 1),
        Span = span, Publisher = "bench", Source = "made up",
        Figures = [.. Enumerable.Range(0, 180).Select(m =>
            new SeriesFigure(area, new DateOnly(2011, 1, 1).AddMonths(m), 220 + m * 0.5m))],
    };

    private static SeriesRelease Yearly() => Monthly("hud.ami", "us:county:25013", FigureSpan.Month);
}
