namespace Commonstead.Core;

/// <summary>One year of the past as the lab sees it, on the study's day of the year.</summary>
/// <param name="Year">The year.</param>
/// <param name="MarketValue">What the home is worth on the market, in units of the currency.</param>
/// <param name="MedianIncome">The yearly median of the income series.</param>
/// <param name="Cpi">Consumer prices; null when the study has none.</param>
/// <param name="MortgageRate">The yearly interest of a loan taken that day, as a fraction.</param>
/// <param name="LeaseFee">The lease fee a month, in money of that day.</param>
/// <param name="Affordable">What households at each of <see cref="HouseholdSetting.Shares"/> of the median can
/// pay.</param>
/// <param name="AffordableToTarget">What the target household can pay.</param>
public sealed record LabYear(
    int Year, decimal MarketValue, decimal MedianIncome, decimal? Cpi, decimal MortgageRate, decimal LeaseFee,
    IReadOnlyList<decimal> Affordable, decimal AffordableToTarget);

/// <summary>The years of a study, read from its series.</summary>
internal static class LabHistory
{
    private const int MostDecimals = 2;
    private const int FeeDecimals = 6;

    // No home is on the market for less; an index is.
    private const decimal LeastPrice = 1_000;

    /// <summary>The years from the first to the last.</summary>
    /// <param name="figures">The study's figures.</param>
    /// <param name="place">The place.</param>
    /// <param name="household">What households can pay.</param>
    /// <param name="first">The first year; null for the first that every published series has.</param>
    /// <param name="last">The last year; null for the last that every published series has.</param>
    /// <param name="isFeeOfLast">Whether the lease fee is in money of the last year, where futures begin.</param>
    /// <exception cref="LabException">A series is missing, or does not have all the years.</exception>
    public static IReadOnlyList<LabYear> Read(
        LabFigures figures, LabPlace place, HouseholdSetting household, int? first, int? last,
        bool isFeeOfLast = false)
    {
        var (from, to) = Bounds(figures, place);
        var (begin, end) = (first ?? from, last ?? to);
        if (begin > end)
        {
            throw new LabException(
                LabRefusal.YearsOutsideSeries, $"The first year, {begin}, is after the last, {end}.");
        }

        if (begin < from || end > to)
        {
            throw new LabException(LabRefusal.YearsOutsideSeries,
                $"The years {begin} to {end} are not all in the series: {Coverages(figures, place)}.");
        }

        if (end - begin >= LabBounds.MostBacktestYears)
        {
            throw new LabException(LabRefusal.YearsOutsideSeries,
                $"A study looks at {LabBounds.MostBacktestYears} years at most, not at {end - begin + 1}.");
        }

        var years = new List<LabYear>();
        for (var year = begin; year <= end; year++)
            years.Add(Of(figures, place, household, year, isFeeOfLast ? end : begin));
        return years;
    }

    private static LabYear Of(
        LabFigures figures, LabPlace place, HouseholdSetting household, int year, int feeYear)
    {
        var income = Positive(figures, place, place.Incomes, year);
        var rate = Figure(figures, place, place.MortgageRate, year);
        var fee = household.LeaseFee;
        decimal? cpi = null;
        if (place.Cpi is { } prices)
        {
            cpi = Positive(figures, place, prices, year);
            fee = decimal.Round(fee * cpi.Value / Positive(figures, place, prices, feeYear), FeeDecimals);
        }

        if (rate is < 0 or > 1)
        {
            throw new LabException(LabRefusal.SettingOutOfRange,
                $"The mortgage rate of {year} is {LabProxy.Percent(rate)}; it is from 0 % to 100 %. A series has it as "
                    + "a fraction, 0.065, and a proxy as “6.5 %”.");
        }

        var own = income * household.Factor;
        return new LabYear(year, Market(figures, place, year), income, cpi, rate, fee,
            [.. HouseholdSetting.Shares.Select(share => household.Price(own * share, rate, fee))],
            household.Price(own * household.Target, rate, fee));
    }

    private static decimal Market(LabFigures figures, LabPlace place, int year)
    {
        var figure = Positive(figures, place, place.Market, year);
        if (place.HomeValue is not { } value)
        {
            return figure >= LeastPrice
                ? decimal.Round(figure, MostDecimals)
                : throw new LabException(LabRefusal.SettingOutOfRange,
                    $"{place.Market.Name} is {figure} in {year}, which is an index and no price. State what the home "
                        + "was "
                    + "worth on the market in one year.");
        }

        var begin = Positive(figures, place, place.Market, place.HomeValueYear ?? year);
        return decimal.Round(value * figure / begin, MostDecimals);
    }

    private static decimal Positive(LabFigures figures, LabPlace place, LabSeries series, int year) =>
        Figure(figures, place, series, year) is > 0 and var figure
            ? figure
            : throw new LabException(LabRefusal.FigureNotPositive,
                $"{series.Name} is zero or below in {year}, which no price, income or index is. Correct its figures or "
                + "its proxy, or leave that year out.");

    private static decimal Figure(LabFigures figures, LabPlace place, LabSeries series, int year) =>
        figures.Of(series, year) ?? throw new LabException(
            figures.Coverage(series) is null ? LabRefusal.MissingSeries : LabRefusal.YearsOutsideSeries,
            figures.Coverage(series) is null
                ? Missing(series)
                : $"{series.Name} has no figure for {place.Day(year):yyyy-MM-dd} ({Coverages(figures, place)}). "
                    + "Import it, or declare a proxy.");

    private static (int From, int To) Bounds(LabFigures figures, LabPlace place)
    {
        var (from, to) = (int.MinValue, int.MaxValue);
        var (firstAny, lastAny) = (int.MaxValue, int.MinValue);
        foreach (var (_, series) in place.Series)
        {
            if (figures.Coverage(series) is var (first, last))
            {
                (firstAny, lastAny) = (Math.Min(firstAny, first), Math.Max(lastAny, last));
                if (series.Proxy is null) (from, to) = (Math.Max(from, first), Math.Min(to, last));
            }
            else if (series.Proxy is null)
            {
                throw new LabException(LabRefusal.MissingSeries, Missing(series));
            }
        }

        if (from == int.MinValue) (from, to) = (firstAny, lastAny);
        return from <= to
            ? (from, to)
            : throw new LabException(LabRefusal.YearsOutsideSeries,
                $"The series have no year in common: {Coverages(figures, place)}.");
    }

    private static string Missing(LabSeries series) =>
        $"There are no figures of {series.Name}. Import that series, or declare a proxy such as “CPI + 0.5 %” or "
            + "“6.5 %”.";

    private static string Coverages(LabFigures figures, LabPlace place) =>
        string.Join("; ", place.Series.Select(one => figures.Coverage(one.Series) is var (first, last)
            ? $"{one.Series.Name} {first} to {last}"
                + (one.Series.Proxy is { } with ? $", beyond that the proxy “{with.Words}”" : "")
            : $"{one.Series.Name}: the proxy “{one.Series.Proxy?.Words ?? "none"}”"));
}
