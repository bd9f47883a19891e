namespace Commonstead.Core.Tests;

public class ActProgressTests
{
    private static readonly DateOnly _first = new(2026, 3, 1);
    private static readonly ActRule _disposal = UsualBylaws.UnitedStates.Act(ActCodes.LandDisposal)!;
    private static readonly ActRule _conversion = UsualBylaws.GreatBritain.Act("conversion")!;

    [Fact]
    public void EveryBody_AndEveryConsent_IsNeeded()
    {
        var progress = At(_disposal, []);
        Assert.Equal(ActState.Waiting, progress.State);
        Assert.Equal(["board", "members", null], progress.Missing.Select(m => m.Body));
        Assert.Equal(ActState.Waiting, At(_disposal, [Board(true)], _disposal.Consents[0]).State);
        Assert.Equal(ActState.Waiting, At(_disposal, [Board(true), Members(true)]).State);
        Assert.Equal(ActState.Passed, At(_disposal, [Board(true), Members(true)], _disposal.Consents[0]).State);
        Assert.Equal(ActState.Failed, At(_disposal, [Board(false)], _disposal.Consents[0]).State);
    }

    [Fact]
    public void ABodysFirstVote_Counts()
    {
        var later = Members(true) with { On = _first.AddDays(9) };
        Assert.Equal(ActState.Failed, At(_disposal, [later, Members(false), Board(true)]).State);
    }

    [Theory]
    [InlineData(13, ActState.Waiting)]
    [InlineData(14, ActState.Passed)]
    [InlineData(31, ActState.Passed)]
    [InlineData(32, ActState.Failed)]
    public void AConfirmingVote_CountsWithinItsWindow(int days, ActState state)
    {
        var second = new BodyDecision(BodyCodes.Members, _first.AddDays(days), true, true);
        var progress = ActProgress.Of(_conversion, [Members(true), second], [], second.On);
        Assert.Equal(state, progress.State);
    }

    [Fact]
    public void WhileAConfirmingVoteIsAwaited_ItsWindowIsTold()
    {
        var missing = Assert.Single(At(_conversion, [Members(true)]).Missing);
        Assert.True(missing.IsConfirming);
        Assert.Equal((_first.AddDays(14), _first.AddDays(31)), (missing.From, missing.Until));
    }

    [Fact]
    public void UsualTables_HaveNoErrors_AndErrorsAreFound()
    {
        string[] classes = ["leaseholder", "general"];
        Assert.Empty(UsualBylaws.UnitedStates.Errors(classes));
        Assert.Empty(UsualBylaws.GreatBritain.Errors(classes));
        var table = UsualBylaws.UnitedStates;
        var board = new BodyRule { Body = BodyCodes.Board, Share = Threshold.Majority };
        Assert.Equal(BylawTrouble.MembersDoNotDecide, Error(_disposal with { Bodies = [board] }));
        Assert.Equal(BylawTrouble.NobodyDecides, Error(table.Act(ActCodes.Election)! with { Bodies = [] }));
        Assert.Equal(BylawTrouble.BodyTwice, Error(table.Act(ActCodes.Election)! with { Bodies = [board, board] }));
        Assert.Equal(
            BylawTrouble.BodyUnknown,
            Error(table.Act(ActCodes.Election)! with { Bodies = [board with { Body = "x" }] }));
        Assert.Equal(BylawTrouble.WindowBackwards, Error(
            table.Act(ActCodes.Election)! with { Confirmation = new Confirmation(Threshold.Majority, 9, 8) }));
        var short1 = table with { Acts = [.. table.Acts.Where(a => a.Code != ActCodes.Dissolution)] };
        Assert.Equal(BylawTrouble.ActMissing, Assert.Single(short1.Errors(classes)).Trouble);

        BylawTrouble Error(ActRule act) => Assert.Single(
            (table with { Acts = [.. table.Acts.Select(a => a.Code == act.Code ? act : a)] }).Errors(classes)).Trouble;
    }

    [Theory]
    [InlineData(false, 14, "2026-06-16")]
    [InlineData(true, 14, "2026-06-15")]
    [InlineData(true, 0, "2026-06-30")]
    public void Notice_IsCountedInDays_OrInClearDays(bool clear, int days, string last) => Assert.Equal(
        DateOnly.ParseExact(last, "yyyy-MM-dd", null),
        (UsualBylaws.UnitedStates with { ClearDays = clear }).LastDayOfNotice(new DateOnly(2026, 6, 30), days));

    private static BodyDecision Board(bool passed) => new(BodyCodes.Board, _first, passed, false);

    private static BodyDecision Members(bool passed) => new(BodyCodes.Members, _first, passed, false);

    private static ActProgress At(ActRule rule, BodyDecision[] decisions, params string[] consents) =>
        ActProgress.Of(rule, decisions, consents, _first);
}
