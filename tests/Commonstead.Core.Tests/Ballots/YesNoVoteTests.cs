namespace Commonstead.Core.Tests;

public class YesNoVoteTests
{
    // Votes for, against and abstaining, of people entitled.
    [Theory]
    [InlineData("more_than 1/2", VoteBase.Cast, 6, 5, 9, 0, true)]
    [InlineData("more_than 1/2", VoteBase.Cast, 5, 5, 0, 0, false)]
    [InlineData("more_than 1/2", VoteBase.Present, 6, 5, 9, 20, false)]
    [InlineData("at_least 2/3", VoteBase.Cast, 20, 10, 3, 0, true)]
    [InlineData("at_least 2/3", VoteBase.Cast, 19, 10, 3, 0, false)]
    [InlineData("at_least 2/3", VoteBase.Entire, 6, 0, 0, 9, true)]
    [InlineData("at_least 2/3", VoteBase.Entire, 6, 0, 0, 10, false)]
    [InlineData("at_least 75/100", VoteBase.Entire, 3, 1, 0, 4, true)]
    [InlineData("at_least 1/1", VoteBase.Cast, 7, 0, 2, 0, true)]
    [InlineData("at_least 0/1", VoteBase.Cast, 0, 0, 5, 0, false)]
    [InlineData("more_than 1/2", VoteBase.Cast, 0, 0, 0, 0, false)]
    public void Resolution_PassesByItsThreshold(
        string threshold, VoteBase of, int yes, int no, int abstain, int entitled, bool passes)
    {
        Assert.True(Threshold.TryParse(threshold, out var share));
        Assert.Equal(threshold, share.ToString());
        var papers = new PaperSet.Builder();
        if (yes > 0) papers.Add([0], yes);
        if (no > 0) papers.Add([1], no);
        if (abstain > 0) papers.Add([2], abstain);
        var rule = new YesNoVote { Threshold = share, Of = of, BaseCount = entitled };
        var count = rule.Run(new Contest("Test", 1, YesNoVote.Choices, papers.Build()));
        Assert.Equal([yes, no, abstain], count.Stages[0].Votes);
        Assert.Equal([passes ? 0 : 1], count.Elected);
    }

    [Fact]
    public void Resolution_CountsYesNoAndAbstainOnly() =>
        Assert.Equal(CountRefusal.NotAResolution, new YesNoVote().Count(Count.Of(1, "AB", "1 A")).Refusal);

    [Theory]
    [InlineData("2/3")]
    [InlineData("at_least 3/2")]
    [InlineData("at_least 1/0")]
    [InlineData("at_least 1/2/3")]
    [InlineData("at_least 1/5000")]
    [InlineData("at_least -1/2")]
    [InlineData(null)]
    public void Threshold_IsReadInOneFormOnly(string? text) => Assert.False(Threshold.TryParse(text, out _));

    [Fact]
    public void Rule_IsFoundAgainByItsNameAndOptions()
    {
        CountingRule[] rules =
        [
            new ScottishStv { CompletesLastExclusion = false, PartialTies = PartialTies.AllUnequal },
            new MeekStv { Tolerance = 0.001m, PartialTies = PartialTies.LotAmongLeft },
            new InstantRunoff { PartialTies = PartialTies.LotAmongLeft },
            new YesNoVote { Threshold = Threshold.TwoThirds, Of = VoteBase.Entire, BaseCount = 12 },
            .. CountingRule.All,
        ];
        Assert.All(rules, rule => Assert.Equal(rule, CountingRule.Find(rule.Code, rule.Options, out _)));
        Assert.Null(CountingRule.Find("borda", new Dictionary<string, string>(), out var unknown));
        Assert.Equal("borda", unknown);
        var options = new Dictionary<string, string> { ["threshold"] = "most" };
        Assert.Null(CountingRule.Find("yes_no", options, out unknown));
        Assert.Equal("threshold=most", unknown);
    }
}
