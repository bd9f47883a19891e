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
        foreach (var share in new[] { 0.0001, 0.05, 0.25, 0.5, 0.75, 0.95, 1 })
        {
            var exact = all[Math.Max(0, (int)Math.Ceiling(share * all.Count) - 1)];
            Assert.Equal(exact, counts.Quantile(share)!.Value, exact * (double)FuturesResult.QuantileError);
            Assert.Equal(counts.Quantile(share), parts[1].Quantile(share));
        }
    }

    [Fact]
    public void NothingAndLess_CountAsNothing()
    {
        var counts = new LogHistogram();
        Assert.Null(counts.Quantile(0.5));
        var column = new double[Lanes.Count];
        column[0] = -5;
        column[1] = 100;
        var without = new long[Lanes.Count];
        without[3] = -1;
        counts.Add(column, without, 4);
        Assert.Equal(3, counts.Count);
        Assert.Equal(0, counts.Quantile(0.6));
        Assert.Equal(100, counts.Quantile(1)!.Value, 0.1);
    }
}
