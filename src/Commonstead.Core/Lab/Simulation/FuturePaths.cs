using System.Numerics;

namespace Commonstead.Core;

/// <summary>
/// One chunk of 1,024 futures: the figures of every year from some years before the beginning to the horizon, what the
/// home is worth, what the target household can pay, and who leaves when.
/// </summary>
internal sealed class FuturePaths : ILaneFigures
{
    private const int WordsOfDraw = 4;
    private const int MonthsPerYear = 12;

    // Loans at less than this are computed at this rate, so that the closed form holds.
    internal const double LeastRate = 1e-6;

    private readonly FuturesPlan _plan;
    private readonly Dictionary<(string, string?, int), double[]> _past = [];

    public FuturePaths(FuturesPlan plan)
    {
        _plan = plan;
        (Market, Incomes, Cpi, Rate) = (Rows(), Rows(), Rows(), Rows());
        (Value, Affordable, YearFactor, TermFactor) = (Rows(), Rows(), Rows(), Rows());
        Leaving = [.. Enumerable.Range(0, Horizon + 1).Select(_ => new uint[Lanes.Count])];
        Array.Fill(Market[0], plan.Begin.Market);
        Array.Fill(Incomes[0], plan.Begin.Incomes);
        Array.Fill(Cpi[0], plan.Begin.Cpi);
        Array.Fill(Rate[0], plan.Begin.Rate);
        foreach (var (series, year, figure) in plan.Past)
        {
            var row = new double[Lanes.Count];
            Array.Fill(row, figure);
            _past[(series.SeriesId, series.Area, year)] = row;
        }
    }

    public int Horizon => _plan.Horizon;

    /// <summary>The market series' figure by year and lane.</summary>
    public double[][] Market { get; }

    public double[][] Incomes { get; }

    public double[][] Cpi { get; }

    /// <summary>The yearly mortgage rate.</summary>
    public double[][] Rate { get; }

    /// <summary>What the home is worth on the market, to the cent.</summary>
    public double[][] Value { get; }

    /// <summary>What the target household can pay, in whole units.</summary>
    public double[][] Affordable { get; }

    /// <summary>(1 + rate ÷ 12)¹² of a loan taken that year.</summary>
    public double[][] YearFactor { get; }

    /// <summary>The same over the whole term.</summary>
    public double[][] TermFactor { get; }

    /// <summary>The random word that decides who leaves.</summary>
    public uint[][] Leaving { get; }

    /// <summary>Which year of history each lane is in.</summary>
    public int[] DrawnYears { get; } = new int[Lanes.Count];

    /// <summary>Draws the futures of a chunk.</summary>
    public void Draw(uint firstPath)
    {
        _plan.Draws.Fill(this, firstPath);
        for (var year = 1; year <= Horizon; year += WordsOfDraw)
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var (a, b, c, d) = Philox.Words(_plan.Seed, unchecked(firstPath + (uint)lane),
                    (uint)((year - 1) / WordsOfDraw), (uint)DrawPurpose.Leaving, 0);
                Leaving[year][lane] = a;
                if (year + 1 <= Horizon) Leaving[year + 1][lane] = b;
                if (year + 2 <= Horizon) Leaving[year + 2][lane] = c;
                if (year + 3 <= Horizon) Leaving[year + 3][lane] = d;
            }
        }

        for (var year = 0; year <= Horizon; year++) Settle(year);
    }

    /// <inheritdoc/>
    public double[]? Row(SeriesReference series, string? area, int day)
    {
        var year = DateOnly.FromDayNumber(day).Year;
        var ahead = year - _plan.FirstYear;
        if (ahead > Horizon) return null;
        var role = _plan.RoleOf(series.Series, area) ?? throw _plan.Lacking(series.Series, area);
        if (ahead < 0) return _past.GetValueOrDefault((series.Series.SeriesId, area, year));
        return role switch
        {
            ProxyBase.Market => Market[ahead],
            ProxyBase.Incomes => Incomes[ahead],
            ProxyBase.Cpi => Cpi[ahead],
            _ => Rate[ahead],
        };
    }

    /// <inheritdoc/>
    public void Read(SeriesReference series, string? area, int[] days, double[] into)
    {
        for (var lane = 0; lane < into.Length; lane++)
            into[lane] = Row(series, area, days[lane]) is { } row ? row[lane] : double.NaN;
    }

    /// <inheritdoc/>
    public decimal? Exact(SeriesReference series, string? area, int day, int lane) =>
        Row(series, area, day) is { } row ? LaneExact.Decimal(row[lane]) : null;

    // What follows from the year's figures for all rules.
    private void Settle(int year)
    {
        var (begin, household) = (_plan.Begin, _plan.Household);
        var market = Lanes.Of(Market[year]);
        var incomes = Lanes.Of(Incomes[year]);
        var cpi = Lanes.Of(Cpi[year]);
        var rate = Lanes.Of(Rate[year]);
        var value = Lanes.Of(Value[year]);
        var affordable = Lanes.Of(Affordable[year]);
        var yearFactor = Lanes.Of(YearFactor[year]);
        var termFactor = Lanes.Of(TermFactor[year]);
        var (one, least) = (Vector<double>.One, new Vector<double>(LeastRate));
        var months = new Vector<double>(MonthsPerYear);
        var scale = new Vector<double>(_plan.MarketScale);
        var share = new Vector<double>(household.IncomeShareOfMedian / MonthsPerYear);
        var fee = new Vector<double>(household.LeaseFee / begin.Cpi);
        var lent = new Vector<double>(1 - household.Deposit);
        var costs = new Vector<double>(household.Costs / MonthsPerYear);
        for (var i = 0; i < market.Length; i++)
        {
            value[i] = Lanes.Cents(market[i] * scale);
            var monthly = Lanes.Max(rate[i], least) / months;
            var growth = one + monthly;
            var third = growth * growth * growth;
            var sixth = third * third;
            yearFactor[i] = sixth * sixth;
            termFactor[i] = Power(yearFactor[i], household.TermYears);
            var annuity = (one - one / termFactor[i]) / monthly;
            var left = Lanes.Max(incomes[i] * share - cpi[i] * fee, Vector<double>.Zero);
            affordable[i] = Vector.Floor(left / (lent / annuity + costs));
        }
    }

    private static Vector<double> Power(Vector<double> value, int exponent)
    {
        var (result, factor) = (Vector<double>.One, value);
        for (var left = exponent; left > 0; left >>= 1)
        {
            if ((left & 1) == 1) result *= factor;
            factor *= factor;
        }

        return result;
    }

    private double[][] Rows() => [.. Enumerable.Range(0, _plan.Horizon + 1).Select(_ => new double[Lanes.Count])];
}
