namespace Commonstead.Core.Tests;

/// <summary>How a history moved: growth, volatility and correlations, and that they can be stated as they came out.
/// </summary>
public class LabPastTests
{
    private static readonly decimal[] _market = [100, 110, 104.5m, 125.4m];

    [Fact]
    public void MovementsOfAHistory_AreThoseOfItsLogarithms()
    {
        var past = LabPast.Of([.. _market.Select((value, at) => Year(at, value, 200 - value, 100))]);
        double[] logs = [Math.Log(1.1), Math.Log(0.95), Math.Log(1.2)];
        var mean = logs.Average();
        var spread = Math.Sqrt(logs.Sum(one => (one - mean) * (one - mean)) / 2);
        Assert.Equal((2000, 2003), (past.From, past.To));
        Assert.Equal(Math.Exp(mean) - 1, (double)past.Movements.Growth[0], 4);
        Assert.Equal(spread, (double)past.Movements.Volatility[0], 4);
        Assert.Equal(0.065m, past.Movements.Growth[3]);

        // Consumer prices and the rate stood still: they move with nothing.
        Assert.Equal((0m, 0m, 0m), (past.Movements.Volatility[2], past.Movements.Volatility[3],
            past.Movements.Correlations[0][2]));
        Assert.InRange(past.Movements.Correlations[0][1], -0.999m, -0.98m);
    }

    [Fact]
    public void SeriesThatMoveAsOne_CanBeStatedAsTheyCameOut()
    {
        var past = LabPast.Of([.. _market.Select((value, at) => Year(at, value, value * 3, value * 7))]);
        Assert.Equal(0.999m, past.Movements.Correlations[0][1]);
        _ = Correlation.Of(past.Movements.Correlations, LabMovements.Count);
        Assert.Equal(
            past.Movements.Correlations,
            LabMovements.OfPairs(past.Movements.Growth, past.Movements.Volatility, past.Movements.PairCorrelations)
                .Correlations);
    }

    private static LabYear Year(int at, decimal market, decimal incomes, decimal cpi) =>
        new(2000 + at, market, incomes, cpi, 0.065m, 0, [], 0);
}
