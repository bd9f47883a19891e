using System.Diagnostics;
using System.Globalization;

namespace Commonstead.Bench;

/// <summary>One row of the table: a figure, what it was compared with in the same run, and the target.</summary>
internal sealed record Row(string What, string Figure, string Comparator, string Ratio, string Target, bool IsMet)
{
    public override string ToString() =>
        $"| {What} | {Figure} | {Comparator} | {Ratio} | {Target} | {(IsMet ? "yes" : "no")} |";
}

/// <summary>Times things fairly: a warm-up, several rounds, the median.</summary>
internal static class Timing
{
    private const int Rounds = 5;
    private const int WarmUps = 4;

    /// <summary>Two rates in turn, A B A B, so that a change of the machine's speed touches both.</summary>
    public static async Task<(double A, double B)> InTurn(int times, Func<Task> a, Func<Task> b)
    {
        var rates = (A: new List<double>(), B: new List<double>());
        for (var round = 1 - WarmUps; round <= Rounds; round++)
        {
            foreach (var (act, list) in new[] { (a, rates.A), (b, rates.B) })
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < times; i++) await act();
                if (round > 0) list.Add(times / watch.Elapsed.TotalSeconds);
            }
        }

        return (Median(rates.A), Median(rates.B));
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>A rate for the table.</summary>
    public static string Rate(double perSecond) =>
        perSecond.ToString(perSecond < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + "/s";

    /// <summary>A share for the table.</summary>
    public static string Share(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
