using Commonstead.Core;

namespace Commonstead.Bench;

/// <summary>
/// One exact determination of the collared rule over ten years, with its working as values, on one core; beside it the
/// price alone by a loop written for this one rule.
/// </summary>
internal static class DeterminationBench
{
    private const int Times = 200_000;
    private const decimal Paid = 200_000;

    private static readonly DateOnly _bought = new(2014, 6, 1);
    private static readonly DateOnly _sold = new(2024, 6, 1);
    private static readonly Dictionary<DateOnly, decimal> _figures = Enumerable.Range(0, 180)
        .ToDictionary(month => new DateOnly(2011, 1, 1).AddMonths(month), month => 220 + month * 0.5m);

    public static async Task<IReadOnlyList<Row>> Run()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "rules", "us", "lesser-of-cpi-and-ami-with-collar.md");
        var rule = RuleDocument.Parse(await File.ReadAllTextAsync(file), "collar.md").Document
            ?? throw new InvalidOperationException("The rule does not parse.");
        var inputs = Inputs(rule);
        if (rule.Evaluate(inputs).Error is { } error) throw new InvalidOperationException(error.ToString());
        var price = rule.Evaluate(inputs).Result!.MaximumPrice;
        if (price.Amount != ByHand()) throw new InvalidOperationException($"{price.Amount} is not {ByHand()}.");
        var (rate, byHand) = await Timing.InTurn(Times, () => Done(rule.Evaluate(inputs)), () => Done(ByHand()));
        var (written, _) = await Timing.InTurn(Times / 20, () => Done(rule.Evaluate(inputs).Result!.Steps), Nothing);
        return
        [
            new Row("determination, collared rule, 10 years, working as values, one core", Timing.Rate(rate),
                $"the price alone, by a loop for this rule, {Timing.Rate(byHand)}; "
                    + $"the rule with its working put in words, {Timing.Rate(written)}",
                Timing.Share(rate / byHand), "≥ 100,000/s", rate >= 100_000),
        ];
    }

    private static Task Done<T>(T result)
    {
        GC.KeepAlive(result);
        return Task.CompletedTask;
    }

    private static Task Nothing() => Task.CompletedTask;

    // The same figures and decimals, without a rule to read, checks, sources or a working.
    private static decimal ByHand()
    {
        var credit = 0m;
        for (var (begin, end) = (_bought, _bought.AddYears(1)); end <= _sold; (begin, end) = (end, end.AddYears(1)))
        {
            var prices = _figures[end] / _figures[begin] - 1;
            var incomes = _figures[end] / _figures[begin] - 1;
            credit += Paid * Math.Clamp(Math.Min(prices, incomes), 0.01m, 0.035m);
        }

        return Math.Floor(Paid + credit);
    }

    private static RuleInputs Inputs(RuleDocument rule)
    {
        var givens = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["purchase_price"] = "200000",
            ["purchase_date"] = "2014-06-01",
            ["sale_date"] = "2024-06-01",
            ["home_area"] = "us:county:25013",
        };
        return new RuleInputs
        {
            Givens = givens.ToDictionary(
                g => g.Key,
                g => GivenValue.ParseText(rule.Givens.First(x => x.Name == g.Key).Type, g.Value, "bench").Value!,
                StringComparer.Ordinal),
            Figures = new FigureSet([Monthly("us.cpi-u", null), Monthly("hud.ami", "us:county:25013")]),
            AsOf = _sold,
            KnownBy = new DateOnly(2026, 1, 1),
        };
    }

    private static SeriesRelease Monthly(string series, string? area) => new()
    {
        SeriesId = series,
        ReleaseId = "bench",
        Published = new DateOnly(2025, 1, 1),
        Effective = new DateOnly(2010, 1, 1),
        Span = FigureSpan.Month,
        Publisher = "bench",
        Source = "made up",
        Figures = [.. _figures.Select(f => new SeriesFigure(area, f.Key, f.Value))],
    };
}
