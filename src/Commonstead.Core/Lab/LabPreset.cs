namespace Commonstead.Core;

/// <summary>Which hard time of the past a preset looks at.</summary>
public enum LabPresetKind
{
    /// <summary>The fall of home prices, 2006 to 2012.</summary>
    Crash,

    /// <summary>The years in which consumer prices rose most.</summary>
    HighInflation,

    /// <summary>The years in which incomes fell most behind consumer prices, or fell at all where there are
    /// none.</summary>
    FallingIncomes,
}

/// <summary>A hard time that a place's own series had, found in them.</summary>
/// <param name="Kind">Which.</param>
/// <param name="FirstYear">Its first year.</param>
/// <param name="LastYear">Its last year.</param>
/// <param name="Change">What changed over it, as a fraction: market prices, consumer prices, or incomes (against
/// consumer prices where there are some).</param>
public sealed record LabPreset(LabPresetKind Kind, int FirstYear, int LastYear, decimal Change)
{
    private const int CrashFrom = 2006;
    private const int CrashTo = 2012;
    private const int Span = CrashTo - CrashFrom;
    private const int ChangeDecimals = 4;

    /// <summary>The presets that a history holds.</summary>
    /// <param name="years">The years, one after another.</param>
    public static IReadOnlyList<LabPreset> Of(IReadOnlyList<LabYear> years)
    {
        var presets = new List<LabPreset>();
        var begin = years.FirstOrDefault(year => year.Year == CrashFrom);
        var end = years.FirstOrDefault(year => year.Year == CrashTo);
        if (begin is { MarketValue: > 0 } && end is not null)
        {
            var fallen = Rise(begin.MarketValue, end.MarketValue);
            presets.Add(new LabPreset(LabPresetKind.Crash, CrashFrom, CrashTo, fallen));
        }

        var hasPrices = years.All(year => year.Cpi is > 0);
        if (hasPrices && Windows(years, year => year.Cpi!.Value).MaxBy(one => one.Change) is { Change: > 0 } inflation)
            presets.Add(inflation.As(LabPresetKind.HighInflation));
        var incomes = Windows(years, year => hasPrices ? year.MedianIncome / year.Cpi!.Value : year.MedianIncome);
        if (incomes.MinBy(one => one.Change) is { Change: < 0 } fall)
            presets.Add(fall.As(LabPresetKind.FallingIncomes));
        return presets;
    }

    private static IEnumerable<Window> Windows(IReadOnlyList<LabYear> years, Func<LabYear, decimal> of)
    {
        for (var at = 0; at + Span < years.Count; at++)
        {
            if (of(years[at]) > 0)
            {
                yield return new Window(
                    years[at].Year, years[at + Span].Year, Rise(of(years[at]), of(years[at + Span])));
            }
        }
    }

    private static decimal Rise(decimal from, decimal to) => decimal.Round(to / from - 1, ChangeDecimals);

    private sealed record Window(int From, int To, decimal Change)
    {
        public LabPreset As(LabPresetKind kind) => new(kind, From, To, Change);
    }
}
