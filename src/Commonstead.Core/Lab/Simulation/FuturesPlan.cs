namespace Commonstead.Core;

/// <summary>Everything a study's chunks share: where the futures begin, how they move, and what households can pay.
/// </summary>
internal sealed class FuturesPlan
{
    // Rules look back some years, such as to the earnings of the year before the purchase.
    private const int LeastYearsBack = 12;

    private readonly FuturesStudy _study;

    public FuturesPlan(FuturesStudy study, LabFigures figures)
    {
        _study = study;
        History = LabHistory.Read(
            figures, study.Place, study.Household, study.HistoryFrom, study.HistoryTo, isFeeOfLast: true);
        FirstYear = History[^1].Year;
        if (study.Movements is null && (study.BlockYears < 1 || History.Count - 1 < study.BlockYears))
        {
            throw new LabException(LabRefusal.HistoryTooShort,
                $"The series have {History.Count - 1} yearly changes in common ({History[0].Year} to {FirstYear}); "
                + $"blocks of {study.BlockYears} years cannot be drawn from them.");
        }

        Draws = study.Movements is { } movements
            ? new MovementDraws(movements, study.Seed) : new HistoryDraws(History, study.BlockYears, study.Seed);
        var now = History[^1];
        var market = figures.Of(study.Place.Market, FirstYear)!.Value;
        MarketScale = study.Place.HomeValue is null || market == 0 ? 1 : (double)(now.MarketValue / market);
        Begin = new FutureBegin(
            (double)market, (double)now.MedianIncome, (double)(now.Cpi ?? 1), (double)now.MortgageRate);
        Household = new FutureHousehold(
            (double)(study.Household.IncomeShare * study.Household.Factor * study.Household.Target),
            (double)study.Household.Deposit, (double)(study.Household.TaxRate + study.Household.InsuranceRate),
            (double)now.LeaseFee, study.Household.TermYears);
        Past = [.. PastFigures(figures)];
    }

    /// <summary>The years drawn from.</summary>
    public IReadOnlyList<LabYear> History { get; }

    /// <summary>The year in which the futures begin: the last of history.</summary>
    public int FirstYear { get; }

    public int Horizon => _study.Years;

    public ulong Seed => _study.Seed;

    public FutureDraws Draws { get; }

    public FutureBegin Begin { get; }

    /// <summary>What the home is worth for one unit of the market series.</summary>
    public double MarketScale { get; }

    public FutureHousehold Household { get; }

    /// <summary>Figures of years before the futures begin.</summary>
    public IReadOnlyList<(LabSeries Series, int Year, double Figure)> Past { get; }

    /// <summary>The day of sales, so many years ahead.</summary>
    public int Day(int ahead) => _study.Place.Day(FirstYear + ahead).DayNumber;

    /// <summary>Which of the four series a rule means; null when none.</summary>
    public ProxyBase? RoleOf(RuleSeries series, string? area)
    {
        foreach (var (role, known) in _study.Place.Series)
        {
            if (string.Equals(known.SeriesId, series.SeriesId, StringComparison.Ordinal)
                && string.Equals(known.Area, area, StringComparison.Ordinal))
                return role;
        }

        return null;
    }

    /// <summary>A rule asks for figures that the futures do not know.</summary>
    public LabException Lacking(RuleSeries series, string? area, string rule = "A rule of the study") => new(
        LabRefusal.MissingSeries,
        $"{rule} needs {series.SeriesId}{(area is null ? "" : $" of {area}")} ({series.Source}), which is not one "
            + "of the study’s series. Futures know market prices, incomes, consumer prices and a mortgage rate: name "
            + $"{series.SeriesId} as the one it is, and import its figures or declare a proxy."
            + (area == _study.Place.Area ? _study.Place.OtherAreaOf(series.SeriesId) : ""));

    // A study of a real home states when it was bought, from where its rule may count.
    private int EarliestYear => Math.Max(LabBounds.FirstYear, _study.Givens.Values
        .Where(value => value.Kind == RuleKind.Date).Select(value => value.Date.Year - 1)
        .Append(FirstYear - LeastYearsBack).Min());

    private IEnumerable<(LabSeries, int, double)> PastFigures(LabFigures figures)
    {
        foreach (var (_, series) in _study.Place.Series)
        {
            for (var year = EarliestYear; year < FirstYear; year++)
                if (figures.Of(series, year) is { } figure) yield return (series, year, (double)figure);
        }
    }
}

/// <summary>The figures of the year in which the futures begin.</summary>
internal readonly record struct FutureBegin(double Market, double Incomes, double Cpi, double Rate);

/// <summary>The affordability setting as the lanes use it.</summary>
/// <param name="IncomeShareOfMedian">What the target household has for housing in a year, as a share of the income
/// figure. </param>
/// <param name="Deposit">The deposit as a share of the price.</param>
/// <param name="Costs">Taxes and insurance of a year as a share of the price.</param>
/// <param name="LeaseFee">The lease fee a month when the futures begin.</param>
/// <param name="TermYears">The term of the loan.</param>
internal readonly record struct FutureHousehold(
    double IncomeShareOfMedian, double Deposit, double Costs, double LeaseFee, int TermYears);
