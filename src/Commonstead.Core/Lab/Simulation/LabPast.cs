namespace Commonstead.Core;

/// <summary>How the four series moved in the years that a study draws from.</summary>
/// <param name="From">The first year.</param>
/// <param name="To">The last year.</param>
/// <param name="Movements">Their median growth, volatility and correlations, as <see cref="LabMovements"/> has them.
/// </param>
public sealed record LabPast(int From, int To, LabMovements Movements)
{
    private const int Decimals = 4;

    // Series that move as one would correlate by 1; rounded, such figures need not be a correlation matrix any more.
    private const double Kept = 0.999;

    /// <summary>Measures them over a history of at least two years.</summary>
    internal static LabPast Of(IReadOnlyList<LabYear> history)
    {
        double[][] moved =
        [
            Growth(history, year => year.MarketValue), Growth(history, year => year.MedianIncome),
            Growth(history, year => year.Cpi ?? 1), [.. history.Skip(1).Select(year => (double)year.MortgageRate)],
        ];
        double[] means = [.. moved.Select(series => series.Average())];
        double[] spreads = [.. moved.Select((series, at) => Math.Sqrt(Together(series, series, means[at], means[at])))];
        return new LabPast(history[0].Year, history[^1].Year, new LabMovements(
            [.. means.Select((mean, at) => Rounded(at < LabMovements.Count - 1 ? LabMath.Exp(mean) - 1 : mean))],
            [.. spreads.Select(Rounded)],
            [.. Enumerable.Range(0, LabMovements.Count).Select(row => (IReadOnlyList<decimal>)[.. Enumerable
                .Range(0, LabMovements.Count).Select(column => row == column ? 1
                    : Rounded(Correlation(row, column)))])]));

        double Correlation(int row, int column) => spreads[row] == 0 || spreads[column] == 0 ? 0
            : Kept * Together(moved[row], moved[column], means[row], means[column]) / (spreads[row] * spreads[column]);
    }

    // The sample covariance, with one year less in the divisor; of a single change there is none.
    private static double Together(double[] one, double[] other, double mean, double otherMean)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Length; at++) sum += (one[at] - mean) * (other[at] - otherMean);
        return one.Length < 2 ? 0 : sum / (one.Length - 1);
    }

    private static double[] Growth(IReadOnlyList<LabYear> history, Func<LabYear, decimal> of) =>
        [.. HistoryDraws.Growth(history, of).Select(LabMath.Log)];

    private static decimal Rounded(double number) => decimal.Round((decimal)number, Decimals);
}
