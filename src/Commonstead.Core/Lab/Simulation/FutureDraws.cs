namespace Commonstead.Core;

/// <summary>One year's movement in each of the four series, for 1,024 lanes at a time.</summary>
internal abstract class FutureDraws
{
    /// <summary>Moves the lanes of a chunk one year on, for every year from 1 to the last.</summary>
    public abstract void Fill(FuturePaths paths, uint firstPath);
}

/// <summary>
/// Years of history in blocks: each block begins in a year drawn at random and goes on as the past did, from the last
/// year to the first (the circular block bootstrap of Politis and Romano, 1992). All series take the same year, so that
/// they move together as they did.
/// </summary>
internal sealed class HistoryDraws : FutureDraws
{
    private const int WordsOfDraw = 4;

    private readonly ulong _seed;
    private readonly int _block;
    private readonly double[] _market;
    private readonly double[] _incomes;
    private readonly double[] _cpi;
    private readonly double[] _rate;

    public HistoryDraws(IReadOnlyList<LabYear> history, int blockYears, ulong seed)
    {
        (_seed, _block) = (seed, blockYears);
        _market = Growth(history, year => year.MarketValue);
        _incomes = Growth(history, year => year.MedianIncome);
        _cpi = Growth(history, year => year.Cpi ?? 1);
        _rate = [.. history.Skip(1).Select(year => (double)year.MortgageRate)];
    }

    /// <inheritdoc/>
    public override void Fill(FuturePaths paths, uint firstPath)
    {
        var years = _market.Length;
        var at = paths.DrawnYears;
        Span<uint> words = stackalloc uint[WordsOfDraw];
        for (var year = 1; year <= paths.Horizon; year++)
        {
            var (block, offset) = ((year - 1) / _block, (year - 1) % _block);
            var (market, incomes, cpi, rate) = (
                paths.Market[year], paths.Incomes[year], paths.Cpi[year], paths.Rate[year]);
            var (marketBefore, incomesBefore, cpiBefore) = (
                paths.Market[year - 1], paths.Incomes[year - 1], paths.Cpi[year - 1]);
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                int drawn;
                if (offset == 0)
                {
                    var (a, b, c, d) = Philox.Words(_seed, unchecked(firstPath + (uint)lane),
                        (uint)(block / WordsOfDraw), (uint)DrawPurpose.Block, 0);
                    (words[0], words[1], words[2], words[3]) = (a, b, c, d);
                    drawn = Philox.Below(words[block % WordsOfDraw], years);
                }
                else
                {
                    drawn = at[lane] + 1;
                    if (drawn == years) drawn = 0;
                }

                at[lane] = drawn;
                market[lane] = marketBefore[lane] * _market[drawn];
                incomes[lane] = incomesBefore[lane] * _incomes[drawn];
                cpi[lane] = cpiBefore[lane] * _cpi[drawn];
                rate[lane] = _rate[drawn];
            }
        }
    }

    /// <summary>What became of a figure from each year to the next, as a factor.</summary>
    internal static double[] Growth(IReadOnlyList<LabYear> history, Func<LabYear, decimal> of) =>
        [.. history.Skip(1).Select((year, before) => (double)(of(year) / of(history[before])))];
}

/// <summary>Lognormal growth with the correlations that the user sets.</summary>
internal sealed class MovementDraws : FutureDraws
{
    private readonly ulong _seed;
    private readonly Correlation _correlation;
    private readonly double[] _drift;
    private readonly double[] _volatility;

    public MovementDraws(LabMovements movements, ulong seed)
    {
        _seed = seed;
        _correlation = Correlation.Of(movements.Correlations, LabMovements.Count);
        _drift = [.. movements.Growth.Select((growth, at) =>
            at < LabMovements.Count - 1 ? LabMath.Log(1 + (double)growth) : (double)growth)];
        _volatility = [.. movements.Volatility.Select(one => (double)one)];
    }

    /// <inheritdoc/>
    public override void Fill(FuturePaths paths, uint firstPath)
    {
        Span<double> normals = stackalloc double[LabMovements.Count];
        double[][][] series = [paths.Market, paths.Incomes, paths.Cpi];
        for (var year = 1; year <= paths.Horizon; year++)
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var (a, b, c, d) = Philox.Words(
                    _seed, unchecked(firstPath + (uint)lane), (uint)year, (uint)DrawPurpose.Normals, 0);
                normals[0] = NormalQuantile.Of(Philox.Unit(a));
                normals[1] = NormalQuantile.Of(Philox.Unit(b));
                normals[2] = NormalQuantile.Of(Philox.Unit(c));
                normals[3] = NormalQuantile.Of(Philox.Unit(d));
                _correlation.Mix(normals);
                for (var one = 0; one < series.Length; one++)
                {
                    var moved = LabMath.Exp(_drift[one] + _volatility[one] * normals[one]);
                    series[one][year][lane] = series[one][year - 1][lane] * moved;
                }

                var rate = _drift[3] + _volatility[3] * normals[3];
                paths.Rate[year][lane] = rate > 0 ? rate : 0;
            }
        }
    }
}
