namespace Commonstead.Core.Tests;

/// <summary>Quantiles from bins: near those of all numbers sorted, whatever is added in whatever order.</summary>
public class LogHistogramTests
{
    [Theory]
    [InlineData(1, 300_000, 0.3)]
    [InlineData(2, 2, 2.5)]
    [InlineData(3, 1_000_000_000, 0.01)]
    public void Quantiles_AreWithinTheStatedError(int seed, double middle, double spread)
    {
        var random = new Random(seed);
        var (counts, all) = (new LogHistogram(), new List<double>());
        LogHistogram[] parts = [new(), new()];
        for (var chunk = 0; chunk < 40; chunk++)
        {
            var column = Enumerable.Range(0, Lanes.Count).Select(_ =>
                middle * Math.Exp(spread * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)))
                .ToArray();
            counts.Add(column, null, Lanes.Count);
            parts[chunk % 2].Add(column, null, Lanes.Count);
            all.AddRange(column);
        }

        parts[1].Add(parts[0]);
        all.Sort();
        double[] shares = [0.0001, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
        var found = counts.Quantiles(shares);
        for (var at = 0; at < shares.Length; at++)
        {
            var exact = all[Math.Max(0, (int)Math.Ceiling(shares[at] * all.Count) - 1)];
            Assert.Equal(exact, found[at]!.Value, exact * (double)FuturesResult.QuantileError);
        }

        Assert.Equal(found, parts[1].Quantiles(shares));
    }

    [Fact]
    public void MoreThanASmallCounterHolds_IsCounted()
    {
        // 98 columns are 100,352 numbers: three quarters of them one price, as under a rule that knows no chance.
        var (counts, half) = (new LogHistogram(), new LogHistogram());
        var column = Enumerable.Range(0, Lanes.Count).Select(lane => lane % 4 == 0 ? 50_000.0 : 200_000.0).ToArray();
        for (var chunk = 0; chunk < 98; chunk++) (chunk % 2 == 0 ? counts : half).Add(column, null, Lanes.Count);
        counts.Add(half);
        Assert.Equal(98 * Lanes.Count, counts.Count);
        var found = counts.Quantiles(0.249, 0.251, 1);
        Assert.Equal(50_000, found[0]!.Value, 50.0);
        Assert.Equal(200_000, found[1]!.Value, 200.0);
        Assert.Equal(200_000, found[2]!.Value, 200.0);
    }

    [Fact]
    public void NothingAndLess_CountAsNothing()
    {
        var counts = new LogHistogram();
        Assert.Null(Assert.Single(counts.Quantiles(0.5)));
        var column = new double[Lanes.Count];
        column[0] = -5;
        column[1] = 100;
        var without = new long[Lanes.Count];
        without[3] = -1;
        counts.Add(column, without, 4);
        Assert.Equal(3, counts.Count);
        var found = counts.Quantiles(0.6, 1);
        Assert.Equal(0, found[0]);
        Assert.Equal(100, found[1]!.Value, 0.1);
    }
}
