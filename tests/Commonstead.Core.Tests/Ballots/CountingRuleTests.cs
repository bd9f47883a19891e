namespace Commonstead.Core.Tests;

public class CountingRuleTests
{
    public static TheoryData<string> Codes => new(CountingRule.All.Where(r => r is not YesNoVote).Select(r => r.Code));

    public static TheoryData<string> RankedCodes => new("scottish", "meek", "irv");

    [Fact]
    public void Scottish_TruncatesEachPaperAndCountsWhatIsLostAsNonTransferable()
    {
        // Quota 5 of 9 papers; A has 7, so each of her 7 papers goes on at ⌊2 ÷ 7⌋ = 0.28571.
        var count = new ScottishStv().Run(Count.Of(1, "AB", "4 AB", "3 A", "2 B"));
        Assert.Equal("A", count.Winners());
        count = new ScottishStv().Run(Count.Of(2, "ABC", "4 AB", "4 A", "2 B", "2 C"));
        // Quota ⌊12 ÷ 3⌋ + 1 = 5; surplus 3 of 8: 0.375 for each paper, 4 of them to B.
        Assert.Equal(5m, count.Stages[0].Quota);
        Assert.Equal((StageKind.Surplus, 0), (count.Stages[1].Kind, count.Stages[1].Of));
        Assert.Equal([5m, 3.5m, 2m], count.Stages[1].Votes);
        Assert.Equal(1.5m, count.Stages[1].NonTransferable);
    }

    [Fact]
    public void Scottish_TransfersTheLargestSurplusFirstAndSkipsWhoeverIsElected()
    {
        var count = new ScottishStv().Run(Count.Of(3, "ABCD", "30 ABC", "40 BAD", "5 C", "6 D", "7 DC"));
        Assert.Equal((StageKind.Surplus, 1), (count.Stages[1].Kind, count.Stages[1].Of));
        // 88 papers, quota 23: B's 17 of 40, each at 0.425, pass over A to D.
        Assert.Equal(13m + 17m, count.Stages[1].Votes[3]);
        Assert.Equal("BAD", count.Winners());
    }

    [Fact]
    public void Scottish_LastExclusionIsCompletedOrNotByAnOption()
    {
        var contest = Count.Of(1, "ABC", "4 A", "3 BC", "2 CB");
        var completed = new ScottishStv().Run(contest);
        Assert.Equal("B", completed.Winners());
        Assert.Equal([4m, 5m, 0m], completed.Stages[1].Votes);

        contest = Count.Of(2, "ABC", "4 A", "3 B", "1 CB", "1 C");
        Assert.Equal([4m, 4m, 0m], new ScottishStv().Run(contest).Stages[1].Votes);
        var left = new ScottishStv { CompletesLastExclusion = false }.Run(contest);
        Assert.Equal([4m, 3m, 2m], left.Stages[1].Votes);
        Assert.Equal([1], left.Stages[1].ByLastVacancies);
        Assert.Equal("AB", left.Winners());
    }

    [Fact]
    public void Meek_ElectsByMoreThanTheQuotaSoThatNoneIsTooMany()
    {
        // Three candidates at exactly the quota of one vote, two seats: a lot excludes one, not the order of the list.
        var contest = Count.Of(2, "ABC", "1 A", "1 B", "1 C");
        Assert.Equal(CountRefusal.LotNeeded, new MeekStv().Count(contest).Refusal);
        Assert.Equal("BC", new MeekStv().Run(contest, Lot.Drawn([2, 1, 0])).Winners());
    }

    [Fact]
    public void Meek_EndsWhenNothingIsLeftToPassOn()
    {
        // Whoever votes for A and B votes for nobody else: what they need not keep is lost, and the quota sinks.
        var count = new MeekStv().Run(Count.Of(3, "ABCD", "9 AB", "8 BA"), Lot.Drawn([3, 2, 1, 0]));
        Assert.Equal("ABD", count.Winners());
        Assert.True(count.Stages[^1].Quota < 0.001m);
    }

    [Fact]
    public void InstantRunoff_ElectsByMoreThanHalfOfTheVotesStillHeld()
    {
        var count = new InstantRunoff().Run(Count.Of(1, "ABC", "4 A", "3 BC", "2 C"));
        // C's two papers end: of the 7 votes that are left, 4 are more than half.
        Assert.Equal("A", count.Winners());
        Assert.Equal(4m, count.Stages[^1].Quota);
        Assert.Equal(2m, count.Stages[^1].NonTransferable);
        Assert.Equal(CountRefusal.OneSeatOnly, new InstantRunoff().Count(Count.Of(2, "ABC", "1 A")).Refusal);
    }

    [Fact]
    public void Approval_CountsEveryMark()
    {
        var count = new ApprovalVote().Run(Count.Of(2, "ABC", "3 AB", "2 BC", "2 C", "1"));
        Assert.Equal([3m, 5m, 4m], count.Stages[0].Votes);
        Assert.Equal("BC", count.Winners());
        Assert.Equal((7, 1), (count.ValidPapers, count.InvalidPapers));
    }

    [Fact]
    public void Score_SumsPoints()
    {
        var papers = new PaperSet.Builder();
        papers.Add([5, 3, 0], 2);
        papers.Add([0, 4, 5], 3);
        var count = new ScoreVote().Run(new Contest(
            "Test", 1, [new Candidate("A"), new Candidate("B"), new Candidate("C")], papers.Build()));
        Assert.Equal([10m, 18m, 15m], count.Stages[0].Votes);
        Assert.Equal("B", count.Winners());
    }

    [Theory]
    [MemberData(nameof(RankedCodes))]
    public void Ranked_WithdrawnCandidatesArePassedOver(string code)
    {
        var contest = Count.Of(1, "ABC", "5 BA", "4 A", "3 CA");
        contest = contest with { Candidates = [new("A"), new("B", HasWithdrawn: true), new("C")] };
        var count = CountingRule.Find(code)!.Run(contest);
        Assert.Equal("A", count.Winners());
        Assert.Equal(9m, count.Stages[0].Votes[0]);
        Assert.Equal(0m, count.Stages[0].Votes[1]);
    }

    [Theory]
    [MemberData(nameof(RankedCodes))]
    public void Ranked_NoMoreCandidatesThanSeatsAreElectedAtOnce(string code)
    {
        var seats = code == "irv" ? 1 : 3;
        var contest = seats == 1 ? Count.Of(1, "A", "0 A".Replace('0', '1')) : Count.Of(3, "AB", "1 A");
        var count = CountingRule.Find(code)!.Run(contest);
        Assert.Equal(seats == 1 ? "A" : "AB", count.Winners());
        Assert.Single(count.Stages);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Count_WithoutPapersHasNoResult(string code)
    {
        var rule = CountingRule.Find(code)!;
        Assert.Equal(CountRefusal.NoValidPaper, rule.Count(Count.Of(1, "AB"), Lot.Drawn([0, 1])).Refusal);
        Assert.Equal(CountRefusal.NoSeat, rule.Count(Count.Of(0, "AB", "1 A")).Refusal);
        Assert.Equal(CountRefusal.NobodyStands, rule.Count(Count.Of(1, "")).Refusal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Count_EqualCandidatesAtEveryStageNeedALotWhichDecides(string code)
    {
        var rule = CountingRule.Find(code)!;
        var contest = rule is ScoreVote ? Points([5, 0], [0, 5]) : Count.Of(1, "AB", "2 A", "2 B");
        var refused = rule.Count(contest);
        Assert.Equal(CountRefusal.LotNeeded, refused.Refusal);
        Assert.Equal([0, 1], refused.Tied);
        foreach (int[] order in new int[][] { [0, 1], [1, 0] })
        {
            var count = rule.Run(contest, Lot.Drawn(order));
            Assert.Equal([order[0]], count.Elected);
            Assert.Null(Assert.Single(count.Stages.SelectMany(s => s.Ties)).EarlierStage);
        }
    }

    [Fact]
    public void Tie_IsDecidedByTheMostRecentStageAtWhichTheyDiffered()
    {
        // B and C are equal once D's paper has come to C at stage 3; before that C had fewer, so C is excluded.
        var contest = Count.Of(2, "ABCD", "6 A", "4 BA", "3 CA", "1 DC");
        var count = new ScottishStv().Run(contest);
        var tie = Assert.Single(count.Stages.SelectMany(s => s.Ties));
        Assert.Equal((TieOver.Exclusion, 2, (int?)2), (tie.Over, tie.Chosen, tie.EarlierStage));
    }

    [Fact]
    public void Tie_ThatAStageResolvesInPartFollowsTheOption()
    {
        // At stage 2 A, B and C have 5 each; at stage 1 A had 4, B and C 5 each.
        string[] papers = ["4 AX", "5 BX", "5 CX", "1 DA", "9 XA"];
        var contest = Count.Of(1, "ABCDX", papers);
        var narrow = new ScottishStv().Run(contest, Lot.Drawn([0, 1, 2, 3, 4]));
        Assert.Equal(0, narrow.Stages[2].Of);
        Assert.Equal(1, narrow.Stages[2].Ties[0].EarlierStage);

        var all = new ScottishStv { PartialTies = PartialTies.AllUnequal };
        Assert.Equal(CountRefusal.LotNeeded, all.Count(contest).Refusal);
        Assert.Equal(2, all.Run(contest, Lot.Drawn([0, 1, 2, 3, 4])).Stages[2].Of);

        // The other way round: two of the tied stay equal, so narrowing or the lot has to choose between them.
        var two = Count.Of(1, "ABCDX", "4 AX", "4 BX", "5 CX", "1 DA", "1 DB", "9 XA");
        var lotAmongLeft = new ScottishStv { PartialTies = PartialTies.LotAmongLeft };
        Assert.Equal(CountRefusal.LotNeeded, lotAmongLeft.Count(two).Refusal);
        Assert.Equal([0, 1], new ScottishStv().Count(two).Tied);
    }

    [Fact]
    public void Lot_FromASeedIsMadeAgainByAnyone()
    {
        // The order that sha256sum gives for "dice 3 1 4 1 5:1" to ":4", without a line end.
        var lot = Lot.FromSeed("dice 3 1 4 1 5", 4);
        Assert.Equal([0, 1, 3, 2], lot.Order);
        Assert.Equal("dice 3 1 4 1 5", lot.Seed);
        Assert.NotEqual(Lot.FromSeed("dice 3 1 4 1 5", 20).Order, Lot.FromSeed("dice 3 1 4 1 6", 20).Order);
        Assert.Throws<ArgumentException>(() => Lot.Drawn([0, 0, 1]));
    }

    private static Contest Points(params ushort[][] papers)
    {
        var builder = new PaperSet.Builder();
        foreach (var paper in papers) builder.Add(paper);
        return new Contest("Test", 1, [.. papers[0].Select((_, i) => new Candidate($"{i}"))], builder.Build());
    }
}
