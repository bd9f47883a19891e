namespace Commonstead.Core.Tests;

public class BodyVoteTests
{
    // For, against, abstained, present, entitled; with two thirds of what the row says, a quorum of a tenth and three.
    [Theory]
    [InlineData(VoteBase.Cast, 20, 10, 3, 40, 120, true, true)]
    [InlineData(VoteBase.Cast, 19, 10, 0, 40, 120, true, false)]
    [InlineData(VoteBase.Present, 20, 10, 0, 31, 120, true, false)]
    [InlineData(VoteBase.Present, 20, 10, 0, 30, 120, true, true)]
    [InlineData(VoteBase.Entire, 80, 0, 0, 80, 120, true, true)]
    [InlineData(VoteBase.Entire, 79, 0, 0, 79, 120, true, false)]
    [InlineData(VoteBase.Cast, 11, 0, 0, 11, 120, false, false)]
    [InlineData(VoteBase.Cast, 12, 0, 0, 12, 120, true, true)]
    [InlineData(VoteBase.Cast, 2, 0, 0, 2, 5, false, false)]
    [InlineData(VoteBase.Cast, 0, 0, 3, 3, 5, true, false)]
    public void AVote_IsHeldToItsShare_AndItsQuorum(
        VoteBase of, int yes, int no, int abstain, int present, int entitled, bool quorate, bool passes)
    {
        var rule = new BodyRule
        {
            Body = BodyCodes.Members,
            Share = Threshold.TwoThirds,
            Of = of,
            Quorum = new Quorum(3, new Threshold(1, 10, false), false),
        };
        var verdict = BodyVerdict.Of(rule, Count(yes, no, abstain, present, entitled));
        Assert.Equal(quorate, verdict.IsQuorate);
        Assert.Equal(passes, verdict.Passed);
    }

    [Fact]
    public void ABoard_NeedsEachClass_WhereTheBylawsSaySo()
    {
        var rule = UsualBylaws.UnitedStates.Act(ActCodes.LandDisposal)!.Bodies[0];
        var count = Count(6, 0, 0, 6, 9);
        Assert.True(BodyVerdict.Of(rule, count).Passed);
        var verdict = BodyVerdict.Of(rule, count with { ClassesAbsent = ["public"] });
        Assert.False(verdict.IsQuorate);
        Assert.False(verdict.Passed);
    }

    // Co-operative and Community Benefit Societies Act 2014, s 113: three quarters of the votes, half of the members
    // voting, confirmed by more than half at a second meeting.
    [Fact]
    public void AConversion_NeedsATurnout_AndIsConfirmedByAMajority()
    {
        var rule = UsualBylaws.GreatBritain.Act("conversion")!;
        Assert.True(BodyVerdict.Of(rule.Bodies[0], Count(45, 15, 0, 60, 120)).Passed);
        Assert.False(BodyVerdict.Of(rule.Bodies[0], Count(45, 14, 0, 60, 120)).Passed);
        Assert.True(BodyVerdict.Of(rule.Bodies[0], Count(16, 15, 0, 40, 120), rule.Confirmation!.Share).Passed);
        Assert.False(BodyVerdict.Of(rule.Bodies[0], Count(15, 15, 0, 40, 120), rule.Confirmation!.Share).Passed);
    }

    [Theory]
    [InlineData(5, 3, 2, 10, 12, true)]
    [InlineData(5, 3, 3, 10, 12, false)]
    [InlineData(5, 3, 2, 13, 12, false)]
    [InlineData(-1, 3, 2, 10, 12, false)]
    public void Figures_AreTrueTogether_OrNot(int yes, int no, int abstain, int present, int entitled, bool possible) =>
        Assert.Equal(possible, Count(yes, no, abstain, present, entitled).IsPossible);

    internal static VoteCount Count(int yes, int no, int abstain, int present, int entitled) => new()
    {
        For = yes,
        Against = no,
        Abstain = abstain,
        Present = present,
        Entitled = entitled,
    };
}
