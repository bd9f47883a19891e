using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Ballots;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Governance;

/// <summary>Resolutions that members decide by a secret ballot.</summary>
public sealed class ResolutionBallotTests : IAsyncLifetime
{
    private const int Notice = 10;

    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AResolution_PassesByBallot()
    {
        var (resolution, ballot) = await Put(ActCodes.Ordinary);
        using (var steward = await _host.SignInAsSteward())
        {
            Assert.NotNull((await steward.Open($"/ballots/{ballot.Id}")).Document
                .QuerySelector($"[href='/resolutions/{resolution}']"));
            Assert.NotNull((await steward.Open($"/resolutions/{resolution}")).Document
                .QuerySelector($"[href='/ballots/{ballot.Id}']"));
        }

        await Cast(ballot, 1, 1, 2);
        await Close(ballot);
        Assert.True((await ballot.Declares()).IsDone);
        var decided = (await _host.Standing(resolution)).Resolution;
        Assert.Equal(ResolutionState.Passed, decided.State);
        var decision = Assert.Single(decided.Decisions);
        Assert.Equal((BodyCodes.Members, DecisionWay.Ballot, ballot.Id.Value),
            (decision.Body, decision.Way, decision.Source));
        Assert.Equal((2, 1, 0, 3), (decision.For, decision.Against, decision.Abstain, decision.Present));
        Assert.Equal((await ballot.Stored()).RollSize, decision.Entitled);
        Assert.False(decision.WaitsForConfirmation);
    }

    [Fact]
    public async Task WhatWeighsMore_CountsFromABallotAtOnce_AndIsHeldToTheBylawsShare()
    {
        var (resolution, ballot) = await Put("rule-like", before: SetHeavyAct);
        Assert.Equal("at_least 3/5", (await ballot.Stored()).CountingRule.Options["threshold"]);
        await Cast(ballot, 1, 1, 2);
        await Close(ballot);
        Assert.True((await ballot.Declares()).IsDone);
        var standing = await _host.Standing(resolution);
        Assert.False(Assert.Single(standing.Resolution.Decisions).WaitsForConfirmation);
        Assert.Equal(ResolutionState.Passed, standing.Resolution.State);
    }

    [Fact]
    public async Task ATurnoutTooSmall_FailsIt()
    {
        var (resolution, ballot) = await Put("rule-like", before: SetHeavyAct);
        await Cast(ballot, 1);
        await Close(ballot);
        Assert.True((await ballot.Declares()).IsDone);
        var decided = (await _host.Standing(resolution)).Resolution;
        Assert.Equal(ResolutionState.Failed, decided.State);
        Assert.False(Assert.Single(decided.Decisions).Passed);
    }

    [Fact]
    public async Task DecidedMeanwhile_TheResultIsNotDeclared_AndTheBallotCalledOff()
    {
        var (resolution, ballot) = await Put(ActCodes.Ordinary);
        Assert.True((await _host.Votes(resolution, BodyCodes.Members)).IsDone);
        await Cast(ballot, 2, 2, 2);
        await Close(ballot);
        Assert.Equal(ResolutionBallotRefusal.DecidedMeanwhile, (await ballot.Declares()).Code());
        Assert.Equal(BallotState.Unsealed, (await ballot.Stored()).State);
        Assert.True((await ballot.CallsOff()).IsDone);
        Assert.Equal(ResolutionState.Passed, (await _host.Standing(resolution)).Resolution.State);
    }

    [Fact]
    public async Task BallotCounted_TheResolutionIsNotWithdrawnToDropTheResult()
    {
        var (resolution, ballot) = await Put(ActCodes.Ordinary);
        await Cast(ballot, 2, 2, 2);
        await Close(ballot);
        var withdrawn = await _host.Does((WithdrawResolution o) => o, new WithdrawResolutionInput
        {
            Resolution = resolution,
            Because = "We lost.",
        });
        Assert.Equal(WithdrawResolutionRefusal.BallotCounted, withdrawn.Code());
        Assert.Equal(CallOffBallotRefusal.BoxOpened, (await ballot.CallsOff()).Code());
        Assert.True((await ballot.Declares()).IsDone);
    }

    [Fact]
    public async Task ABallot_IsHeldOnlyOnWhatMembersCanStillDecide()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        var open = (await _host.Brings(ActCodes.Ordinary)).Value;
        Assert.Equal(
            DraftBallotRefusal.NoticeTooShort,
            (await ballot.Prepares(i => (i.SubjectKind, i.Subject) = ("resolution", open.Value))).Code());
        Assert.True((await Prepares(ballot, open)).IsDone);
        Assert.Equal(DraftBallotRefusal.UnderWay, (await Prepares(ballot, open)).Code());
        Assert.True((await ballot.CallsOff()).IsDone);
        Assert.True((await Prepares(ballot, open)).IsDone);
        Assert.Equal(DecisionRefusal.NotAsked, (await Prepares(ballot, open, "general")).Code());
        var board = (await _host.Brings("board-business")).Value;
        Assert.Equal(DecisionRefusal.NotAsked, (await Prepares(ballot, board, BodyCodes.Board)).Code());
        var settled = await _host.Passes(ActCodes.Ordinary);
        Assert.Equal(ResolutionBallotRefusal.Settled, (await Prepares(ballot, settled)).Code());
        var half = (await _host.Brings(ActCodes.Dissolution)).Value;
        Assert.True((await _host.Votes(half, BodyCodes.Members)).IsDone);
        Assert.Equal(DecisionRefusal.ConfirmTheOtherFirst, (await Prepares(ballot, half)).Code());
        await _host.Confirms(half);
        Assert.Equal(DecisionRefusal.DecidedAlready, (await Prepares(ballot, half)).Code());
        Assert.Equal(CommonRefusal.NotFound, (await Prepares(ballot, default)).Code());
        Assert.Equal(
            CommonRefusal.NotFound,
            (await ballot.Prepares(i => (i.SubjectKind, i.Subject) = ("lunch", open.Value))).Code());
    }

    [Fact]
    public async Task OpenedLaterThanPlanned_ItsVotersHaveTheirDays_OrItStaysClosed()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        var resolution = (await _host.Brings(ActCodes.Ordinary)).Value;
        Assert.True((await Prepares(ballot, resolution)).IsDone);
        Assert.Equal(OpenBallotRefusal.NoKey, (await ballot.Opens()).Code());
        _host.Clock.Pass(TimeSpan.FromDays(1));
        await ballot.TakesShares();
        var late = await ballot.Opens();
        Assert.Equal(OpenBallotRefusal.NoticeTooShort, late.Code());
        Assert.Equal([Notice, _host.Trust.Today.AddDays(Notice)], late.Refusals[0].Figures);
        // Nor does the clock open it, and it is said once.
        Assert.Equal(0, await ballot.Look());
        Assert.NotNull((await ballot.Stored()).NotOpenedAt);
        Assert.True((await ballot.CallsOff()).IsDone);
        Assert.True((await Prepares(ballot, resolution)).IsDone);
        await ballot.TakesShares();
        Assert.True((await ballot.Opens()).IsDone);
    }

    [Fact]
    public async Task WhatIsSettledBeforeItsHour_IsNotOpened()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        var resolution = (await _host.Brings(ActCodes.Ordinary)).Value;
        Assert.True((await Prepares(ballot, resolution)).IsDone);
        await ballot.TakesShares();
        Assert.True((await _host.Votes(resolution, BodyCodes.Members)).IsDone);
        Assert.Equal(ResolutionBallotRefusal.Settled, (await ballot.Opens()).Code());
    }

    [Fact]
    public async Task TheForm_ShowsWhatTheBylawsSay_AndAsksTheRest()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        var resolution = (await _host.Brings(ActCodes.Ordinary, i => i.Title = "Benches for the orchard")).Value;
        using var steward = await _host.SignInAsSteward();
        var way = (await steward.Open($"/resolutions/{resolution}")).Document
            .QuerySelector("a[href*='/ballots/prepare']")!.GetAttribute("href")!;
        var form = await steward.Open(way);
        Assert.Contains("Benches for the orchard", form.Text, StringComparison.Ordinal);
        Assert.Null(form.Document.QuerySelector("[name='Input.Threshold']"));
        Assert.True((await Prepares(ballot, resolution)).IsDone);
        Assert.Contains("A ballot on it is being held", (await steward.Open(way)).Text, StringComparison.Ordinal);
    }

    private static Task<Outcome<BallotId>> Prepares(BallotCase ballot, ResolutionId on, string? voters = null) =>
        ballot.Prepares(i =>
        {
            (i.SubjectKind, i.Subject, i.Class) = ("resolution", on.Value, voters);
            i.ClosesOn = i.OpensOn.AddDays(Notice);
        });

    private async Task<(ResolutionId Resolution, BallotCase Ballot)> Put(string act, Func<Task>? before = null)
    {
        var ballot = await BallotCase.Begin(_host);
        if (before is not null) await before();
        var resolution = (await _host.Brings(act)).Value;
        Assert.True((await Prepares(ballot, resolution)).IsDone);
        await ballot.TakesShares();
        Assert.True((await ballot.Opens()).IsDone);
        return (resolution, ballot);
    }

    // Three fifths of the votes, and two thirds of the members have to vote.
    private async Task SetHeavyAct()
    {
        var draft = (await _host.Does((DraftBylaws o) => o, new DraftBylawsInput())).Value;
        Assert.True((await _host.Does((SetAct o) => o, new SetActInput
        {
            Bylaws = draft,
            Version = 1,
            Code = "",
            Name = "Rule like",
            Bodies =
            [
                new BodyInput
                {
                    Body = BodyCodes.Members,
                    Share = "at_least 3/5",
                    Turnout = Threshold.TwoThirds.ToString(),
                    NoticeDays = Notice,
                },
            ],
        })).IsDone);
        Assert.True((await _host.Does((PutBylawsInForce o) => o, new PutBylawsInForceInput
        {
            Bylaws = draft,
            Version = 2,
            From = _host.Trust.Today,
        })).IsDone);
    }

    private static async Task Cast(BallotCase ballot, params int[] marks)
    {
        foreach (var (index, mark) in marks.Index())
        {
            int?[] values = [mark == 1 ? 1 : null, mark == 2 ? 1 : null, mark == 3 ? 1 : null];
            Assert.True((await ballot.Casts(ballot.Voters[index], values)).IsDone);
        }
    }

    private async Task Close(BallotCase ballot)
    {
        _host.Clock.Pass(TimeSpan.FromDays(Notice - 1));
        await ballot.ClosesAndUnseals();
    }
}
