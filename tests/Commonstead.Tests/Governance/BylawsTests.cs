using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Governance;

/// <summary>The bylaws change only by the majority that they themselves state.</summary>
public sealed class BylawsTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TheFirstVersion_IsTheTrustsOwn_AndEveryOtherNeedsItsResolution()
    {
        var first = (await Draft()).Value;
        Assert.Equal(DraftBylawsRefusal.OneAtATime, (await Draft()).Code());
        Assert.True((await InForce(first, 1)).IsDone);
        Assert.Equal(PutBylawsInForceRefusal.OverAlready, (await InForce(first, 2)).Code());
        Assert.Equal(BylawsRefusal.NoDraft, (await Set(first, 2)).Code());

        var second = (await Draft()).Value;
        Assert.True((await Set(second, 1)).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Set(second, 1)).Code());
        Assert.Equal(PutBylawsInForceRefusal.NoResolution, (await InForce(second, 2)).Code());
        _host.Clock.Pass(TimeSpan.FromDays(3));
        var resolution = (await _host.Brings(ActCodes.BylawChange, i => i.Bylaws = second)).Value;
        Assert.Equal(PutBylawsInForceRefusal.NotPassed, (await InForce(second, 3)).Code());
        Assert.Equal(ProposeResolutionRefusal.NoDraft, (await _host.Brings(
            ActCodes.BylawChange, i => i.Bylaws = second)).Code());
        Assert.True((await _host.Votes(resolution, BodyCodes.Board)).IsDone);
        Assert.True((await _host.Votes(resolution, BodyCodes.Members)).IsDone);
        await _host.Confirms(resolution);
        Assert.Equal(
            PutBylawsInForceRefusal.TooEarly, (await InForce(second, 3, _host.Trust.Today.AddDays(-1))).Code());
        Assert.True((await InForce(second, 3)).IsDone);
        Assert.NotNull((await Table(_host.Trust.Today)).Act("buying-land"));
        Assert.Null((await Table(_host.Trust.Today.AddDays(-1))).Act("buying-land"));
    }

    [Fact]
    public async Task AResolution_IsJudgedByTheBylawsOfItsDay()
    {
        var early = (await _host.Brings("board-business")).Value;
        _host.Clock.Pass(TimeSpan.FromDays(1));
        var draft = (await Draft()).Value;
        Assert.True((await Set(draft, 1, i =>
        {
            (i.Code, i.Name) = ("board-business", "Business of the board");
            i.Bodies = [new BodyInput { Body = BodyCodes.Board, Share = "at_least 1/1" }];
        })).IsDone);
        Assert.True((await InForce(draft, 2)).IsDone);
        var late = (await _host.Brings("board-business")).Value;
        foreach (var id in (ResolutionId[])[early, late])
        {
            await _host.Votes(id, BodyCodes.Board, i => (i.For, i.Against) = (6, 3));
            await _host.Confirms(id);
        }

        Assert.Equal(ResolutionState.Passed, (await _host.Standing(early)).Resolution.State);
        Assert.Equal(ResolutionState.Failed, (await _host.Standing(late)).Resolution.State);
    }

    [Fact]
    public async Task AFailedResolution_GivesItsDraftUp()
    {
        Assert.True((await InForce((await Draft()).Value, 1)).IsDone);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        var draft = (await Draft()).Value;
        var id = (await _host.Brings(ActCodes.BylawChange, i => i.Bylaws = draft)).Value;
        await _host.Votes(id, BodyCodes.Board, i => (i.For, i.Against) = (0, 9));
        await _host.Confirms(id);
        Assert.Equal(ResolutionState.Failed, (await _host.Standing(id)).Resolution.State);
        Assert.Equal(PutBylawsInForceRefusal.OverAlready, (await InForce(draft, 3)).Code());
        var again = (await Draft()).Value;
        Assert.True((await _host.Does(
            (DropBylaws o) => o, new DropBylawsInput { Bylaws = again, Version = 1 })).IsDone);
    }

    [Fact]
    public async Task AConfirmingVote_IsHeldInItsWindow()
    {
        var draft = (await Draft()).Value;
        Assert.True((await Set(draft, 1, i => (i.ConfirmShare, i.NotBefore, i.NotLater) =
            (Threshold.Majority.ToString(), 14, 31))).IsDone);
        Assert.True((await InForce(draft, 2)).IsDone);
        var id = (await _host.Brings("buying-land")).Value;
        Assert.True((await _host.Votes(id, BodyCodes.Members)).IsDone);
        await _host.Confirms(id);
        Assert.Equal(DecisionRefusal.OutsideTheWindow, (await _host.Votes(id, BodyCodes.Members)).Code());
        _host.Clock.Pass(TimeSpan.FromDays(14));
        Assert.True((await _host.Votes(id, BodyCodes.Members, i => (i.For, i.Against) = (5, 4))).IsDone);
        await _host.Confirms(id);
        Assert.Equal(ResolutionState.Passed, (await _host.Standing(id)).Resolution.State);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefused()
    {
        var draft = (await Draft()).Value;
        Assert.Equal(SetActRefusal.NobodyDecides, (await Set(draft, 1, i => i.Bodies = [])).Code());
        Assert.Equal(SetActRefusal.NameWithoutLetters, (await Set(draft, 1, i => i.Name = "…")).Code());
        Assert.Equal(SetActRefusal.NameTwice, (await Set(draft, 1, i => i.Name = "DISSOLUTION")).Code());
        Assert.Equal(SetActRefusal.ShareUnknown, (await Set(draft, 1, i => i.Bodies[0].Share = "some")).Code());
        Assert.Equal(SetActRefusal.WindowMissing, (await Set(draft, 1, i => i.ConfirmShare = "at_least 1/2")).Code());
        Assert.Equal(SetBoardShapeRefusal.NoSeats, (await Board(draft, new SeatsInput { Class = "general" })).Code());
        Assert.Equal(SetBoardShapeRefusal.NobodyElects, (await Board(
            draft, new SeatsInput { Class = "public", Count = 3, Filling = SeatFilling.ElectedByClass })).Code());
        Assert.True((await Set(draft, 1, i =>
        {
            (i.Code, i.Name) = (ActCodes.LandDisposal, "Disposal of land");
            i.Bodies[0].Body = BodyCodes.Board;
        })).IsDone);
        Assert.Equal(PutBylawsInForceRefusal.HasErrors, (await InForce(draft, 2)).Code());
        Assert.Equal(ProposeResolutionRefusal.DraftHasErrors, (await _host.Brings(
            ActCodes.BylawChange, i => i.Bylaws = draft)).Code());
    }

    [Fact]
    public void ATable_IsReadAsItWasWritten()
    {
        foreach (var table in (BylawTable[])[UsualBylaws.UnitedStates, UsualBylaws.GreatBritain])
        {
            var text = BylawText.Write(table);
            Assert.Equal(text, BylawText.Write(BylawText.Read(text)));
        }
    }

    private Task<Outcome<BylawsId>> Draft() => _host.Does((DraftBylaws o) => o, new DraftBylawsInput());

    private Task<Outcome<BylawsId>> InForce(BylawsId id, int version, DateOnly? from = null) => _host.Does(
        (PutBylawsInForce o) => o,
        new PutBylawsInForceInput { Bylaws = id, Version = version, From = from ?? _host.Trust.Today });

    private Task<Outcome<BylawsId>> Set(BylawsId id, int version, Action<SetActInput>? change = null)
    {
        var input = new SetActInput
        {
            Bylaws = id,
            Version = version,
            Name = "Buying land",
            Bodies = [new BodyInput { Body = BodyCodes.Members, Share = Threshold.Majority.ToString() }],
        };
        change?.Invoke(input);
        return _host.Does((SetAct o) => o, input);
    }

    private Task<Outcome<BylawsId>> Board(BylawsId id, SeatsInput seats) => _host.Does(
        (SetBoardShape o) => o,
        new SetBoardShapeInput { Bylaws = id, Version = 1, TermYears = 2, ProxiesEach = 1, Seats = [seats] });

    private Task<BylawTable> Table(DateOnly day) => _host.Asks<BylawBook, BylawTable>(b => b.On(day));
}
