using System.Globalization;

namespace Commonstead.Core.Tests;

/// <summary>The counts of others come out again.</summary>
public class PublishedCountTests
{
    [Fact]
    public void Scottish_GivesTheReturningOfficersReport()
    {
        var count = new ScottishStv().Run(Count.Fixture("dundee-2022-coldside.blt").Contest);
        var report = Count.Report("dundee-2022-coldside-stages.csv");

        Assert.Equal(5589, count.ValidPapers);
        Assert.Equal(9, count.Stages.Count);
        Assert.All(count.Stages, stage => Assert.Equal(1118m, stage.Quota));
        foreach (var stage in count.Stages)
        {
            for (var candidate = 0; candidate < 9; candidate++)
                Assert.Equal(Figure(report[candidate][stage.Number]), stage.Votes[candidate]);
            Assert.Equal(Figure(report[9][stage.Number]), stage.NonTransferable);
        }

        for (var candidate = 0; candidate < 9; candidate++)
            Assert.Equal(report[candidate][10], Outcome(count, candidate));
        Assert.Equal([2, 4, 6, 8], count.Elected);
        Assert.All(count.Stages, stage => Assert.Empty(stage.Ties));
    }

    [Fact]
    public void Meek_GivesTheReferenceCountOfTheModelElection()
    {
        var count = new MeekStv().Run(Count.Fixture("ers97.blt").Contest);
        var report = Count.Report("ers97-meek-stages.csv");
        int[] printed = [1, 2, 4, 6, 9, 11];

        Assert.Equal(11, count.Stages.Count);
        for (var column = 0; column < printed.Length; column++)
        {
            var stage = count.Stages[printed[column] - 1];
            for (var candidate = 0; candidate < 11; candidate++)
                AssertToTwoDecimals(report[candidate][column + 1], stage.Votes[candidate]);
            AssertToTwoDecimals(report[11][column + 1], stage.NonTransferable);
            AssertToTwoDecimals(report[12][column + 1], stage.Quota!.Value);
        }

        for (var candidate = 0; candidate < 11; candidate++)
        {
            var expected = count.Elected.Contains(candidate) ? "elected"
                : count.ExclusionOf(candidate) is null ? "not elected" : "excluded";
            Assert.Equal(report[candidate][7], expected);
        }
    }

    [Fact]
    public void Coldside_KeepsThePartiesInTheNames() => Assert.Equal(
        "Candidate 3 \"Scottish National Party (SNP)\"",
        Count.Fixture("dundee-2022-coldside.blt").Contest.Candidates[2].Name);

    private static string Outcome(CountTranscript count, int candidate) =>
        count.Stages.FirstOrDefault(s => s.Elected.Contains(candidate)) is { } elected
            ? $"elected at stage {elected.Number}"
            : $"excluded at stage {count.ExclusionOf(candidate)!.Number}";

    private static void AssertToTwoDecimals(string expected, decimal actual) =>
        Assert.Equal(Figure(expected), decimal.Round(actual, 2, MidpointRounding.AwayFromZero));

    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
