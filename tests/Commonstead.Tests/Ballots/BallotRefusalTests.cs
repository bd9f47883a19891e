using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Ballots;

/// <summary>Each rule of a ballot, broken.</summary>
public sealed class BallotRefusalTests(TrustHost host) : IClassFixture<TrustHost>
{
    public static TheoryData<DraftBallotRefusal, Action<DraftBallotInput>> Drafts => new()
    {
        { DraftBallotRefusal.TooFewChoices, i => (i.Method, i.Choices) = (BallotMethod.Scottish, "Ann\n \n") },
        {
            DraftBallotRefusal.TooManyChoices,
            i => (i.Method, i.Choices) = (BallotMethod.Approval, string.Join('\n', Enumerable.Range(0, 101)))
        },
        { DraftBallotRefusal.ChoiceTwice, i => (i.Method, i.Choices) = (BallotMethod.Meek, "Ann\nBen\nann") },
        {
            DraftBallotRefusal.OneSeatOnly,
            i => (i.Method, i.Choices, i.Seats) = (BallotMethod.InstantRunoff, "Ann\nBen\nCem", 2)
        },
        { DraftBallotRefusal.ThresholdUnknown, i => i.Threshold = "most" },
        { DraftBallotRefusal.ClosesBeforeItOpens, i => (i.ClosesOn, i.ClosesAt) = (i.OpensOn, i.OpensAt) },
        {
            DraftBallotRefusal.ClosedAlready,
            i => (i.OpensOn, i.ClosesOn) = (i.OpensOn.AddDays(-9), i.OpensOn.AddDays(-1))
        },
        {
            // In New York clocks go from 2 to 3 on the second Sunday in March.
            DraftBallotRefusal.NoSuchHour,
            i => (i.OpensOn, i.OpensAt) = (new DateOnly(2027, 3, 14), new TimeOnly(2, 30))
        },
        { DraftBallotRefusal.TooFewOfficers, i => i.Officers = [i.Officers[0], i.Officers[0]] },
        { DraftBallotRefusal.OfficerUnknown, i => i.Officers = [i.Officers[0], "nobody"] },
        { DraftBallotRefusal.ClassUnknown, i => i.Class = "dragons" },
    };

    [Theory]
    [MemberData(nameof(Drafts), DisableDiscoveryEnumeration = true)]
    public async Task ADraft_IsRefused(DraftBallotRefusal code, Action<DraftBallotInput> wrong)
    {
        var ballot = await BallotCase.Begin(host, voters: 0);
        Assert.Equal(code, (await ballot.Prepares(wrong)).Code());
    }

    [Fact]
    public async Task NotAnOfficer_NotAShare_OtherShare_KeyMade()
    {
        var ballot = await BallotCase.Begin(host, voters: 1);
        await ballot.Prepares();
        var share = ballot.ShownShare(1);
        var stranger = await host.Does(
            (ConfirmShare confirm) => confirm, new ConfirmShareInput { Ballot = ballot.Id, Share = share });
        Assert.Equal(ShareRefusal.NotAnOfficer, stranger.Code());
        Assert.Equal(ShareRefusal.NotAShare, (await ballot.Confirms(0, "ABCD")).Code());
        Assert.Equal(ShareRefusal.OtherShare, (await ballot.Confirms(1, share)).Code());
        Assert.Equal(OpenBallotRefusal.NoKey, (await ballot.Opens()).Code());
        await ballot.TakesShares();
        Assert.Equal(ShareRefusal.KeyMade, (await ballot.Confirms(0, share)).Code());
        Assert.NotEqual("", (await ballot.Stored()).PublicKey);
    }

    [Fact]
    public async Task TooEarly_TooLate_OpenAlready()
    {
        var early = await BallotCase.Begin(host, voters: 1);
        await early.Prepares(i => (i.OpensOn, i.ClosesOn) = (i.OpensOn.AddDays(2), i.ClosesOn.AddDays(2)));
        await early.TakesShares();
        Assert.Equal(OpenBallotRefusal.TooEarly, (await early.Opens()).Code());
        var late = await BallotCase.Begin(host, voters: 1);
        await late.Prepares();
        await late.TakesShares();
        late.Closes();
        Assert.Equal(OpenBallotRefusal.TooLate, (await late.Opens()).Code());
        var open = await BallotCase.Opened(host, voters: 1);
        Assert.Equal(OpenBallotRefusal.OpenAlready, (await open.Opens()).Code());
    }

    [Fact]
    public async Task NotOpen_FromTheClosingSecondOn()
    {
        var ballot = await BallotCase.Opened(host, voters: 2);
        var closes = (await ballot.Stored()).ClosesAt;
        host.Clock.Pass(closes - host.Trust.Now - TimeSpan.FromSeconds(1));
        Assert.True((await ballot.Casts(ballot.Voters[0], 1, null, null)).IsDone);
        host.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(CastPaperRefusal.NotOpen, (await ballot.Casts(ballot.Voters[1], 1, null, null)).Code());
        Assert.Equal(1, await ballot.Envelopes());
    }

    [Fact]
    public async Task NotOpen_IsAskedAgainWhereTheEnvelopeIsStored()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var entry = await ballot.EntryOf(ballot.Voters[0]);
        ballot.Closes();
        var late = await host.Does(
            (StoreEnvelopes store) => store,
            new StoreEnvelopesInput([
                new NewEnvelope(ballot.Id, entry, new PersonId(ballot.Voters[0].Person!.Value), [1]),
            ]));
        Assert.Equal(CastPaperRefusal.NotOpen, late.Code());
        Assert.Equal(0, await ballot.Envelopes());
    }

    [Fact]
    public async Task NotOnTheRoll_WhoeverJoinedLater()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var later = await ballot.NewVoter();
        Assert.Equal(CastPaperRefusal.NotOnTheRoll, (await ballot.Casts(later, 1, null, null)).Code());
        var nobody = Intent.ActorWith(Role.Member);
        Assert.Equal(CastPaperRefusal.NotOnTheRoll, (await ballot.Casts(nobody, 1, null, null)).Code());
        // Another's entry is not hers either.
        var entry = await ballot.EntryOf(ballot.Voters[0]);
        var forged = await host.Asks<CastPaper, Outcome<string>>(
            cast => cast.Run(new CastPaperInput { Ballot = ballot.Id, Entry = entry, Values = [1, null, null] }),
            later);
        Assert.Equal(CastPaperRefusal.NotOnTheRoll, forged.Code());
    }

    [Theory]
    [InlineData(CastPaperRefusal.OtherPaper, BallotMethod.Resolution, 1, null)]
    [InlineData(CastPaperRefusal.NothingMarked, BallotMethod.Resolution, null, null, null)]
    [InlineData(CastPaperRefusal.OneMarkOnly, BallotMethod.Resolution, 1, 1, null)]
    [InlineData(CastPaperRefusal.NothingMarked, BallotMethod.Approval, 0, 0, 0)]
    [InlineData(CastPaperRefusal.NothingMarked, BallotMethod.Score, null, null, null)]
    [InlineData(CastPaperRefusal.PointsOutOfRange, BallotMethod.Score, 6, 0, 0)]
    [InlineData(CastPaperRefusal.PointsOutOfRange, BallotMethod.Score, -1, 0, 0)]
    [InlineData(CastPaperRefusal.RankTwice, BallotMethod.Scottish, 1, 1, null)]
    [InlineData(CastPaperRefusal.RankMissing, BallotMethod.Scottish, 1, 3, null)]
    [InlineData(CastPaperRefusal.RankMissing, BallotMethod.Meek, 2, null, null)]
    [InlineData(CastPaperRefusal.RankMissing, BallotMethod.Meek, -1, 1, null)]
    public async Task APaper_IsRefused(CastPaperRefusal code, BallotMethod method, params int?[] values)
    {
        var ballot = await BallotCase.Opened(
            host, voters: 1, i => (i.Method, i.Choices) = (method, "Ann\nBen\nCem"));
        Assert.Equal(code, (await ballot.Casts(ballot.Voters[0], values)).Code());
        Assert.Equal(0, await ballot.Envelopes());
    }

    [Fact]
    public async Task StillOpen_NotAShare_OtherShare_WrongKey_NoBox()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        Assert.Equal(UnsealBoxRefusal.StillOpen, (await ballot.Gives(0)).Code());
        ballot.Closes();
        Assert.Equal(UnsealBoxRefusal.NotAShare, (await ballot.Gives(0, "ABCD")).Code());
        Assert.Equal(UnsealBoxRefusal.OtherShare, (await ballot.Gives(0, ballot.Shares[1])).Code());
        var (_, others) = BallotKey.Make(2, 3);
        Assert.Equal(1, (await ballot.Gives(0, ShareText.Of(others[0]))).Value.Missing);
        Assert.Equal(UnsealBoxRefusal.WrongKey, (await ballot.Gives(1)).Code());
        Assert.Equal(1, await ballot.Envelopes());
        Assert.Equal(DeclareBallotRefusal.BoxClosed, (await ballot.Declares()).Code());
        Assert.Equal(1, (await ballot.Gives(1)).Value.Missing);
        Assert.Equal(0, (await ballot.Gives(0)).Value.Missing);
        Assert.Equal(UnsealBoxRefusal.NoBox, (await ballot.Gives(2)).Code());
    }

    [Fact]
    public async Task NoResult_LotNeeded_DeclaredAlready_OverAlready()
    {
        var empty = await BallotCase.Opened(
            host, voters: 1, i => (i.Method, i.Choices) = (BallotMethod.Scottish, "Ann\nBen"));
        await empty.ClosesAndUnseals();
        Assert.Equal(DeclareBallotRefusal.NoResult, (await empty.Declares()).Code());
        Assert.True((await empty.CallsOff()).IsDone);
        Assert.Equal(CallOffBallotRefusal.OverAlready, (await empty.CallsOff()).Code());
        var tied = await BallotCase.Opened(
            host, voters: 2, i => (i.Method, i.Choices) = (BallotMethod.Scottish, "Ann\nBen"));
        await tied.Casts(tied.Voters[0], 1, null);
        await tied.Casts(tied.Voters[1], null, 1);
        await tied.ClosesAndUnseals();
        Assert.Equal(DeclareBallotRefusal.LotNeeded, (await tied.Declares()).Code());
        Assert.True((await tied.Declares("dice 1")).IsDone);
        Assert.Equal(DeclareBallotRefusal.DeclaredAlready, (await tied.Declares()).Code());
        Assert.Equal(CallOffBallotRefusal.OverAlready, (await tied.CallsOff()).Code());
    }

    [Fact]
    public async Task BoxOpened_TheResultIsNotDropped()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        using var steward = await host.SignInAsSteward();
        Assert.NotNull((await steward.Open($"/ballots/{ballot.Id}")).Document.QuerySelector("a[href$='/call-off']"));
        await ballot.ClosesAndUnseals();
        Assert.Equal(CallOffBallotRefusal.BoxOpened, (await ballot.CallsOff()).Code());
        Assert.Null((await steward.Open($"/ballots/{ballot.Id}")).Document.QuerySelector("a[href$='/call-off']"));
        var form = await steward.Open($"/ballots/{ballot.Id}/call-off");
        Assert.Null(form.Document.QuerySelector("main form"));
        Assert.DoesNotContain("destroyed unopened", form.Text, StringComparison.Ordinal);
        Assert.True((await ballot.Declares()).IsDone);
    }

    [Fact]
    public async Task CalledOff_TheEnvelopesAreDestroyedUnopened()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        Assert.True((await ballot.CallsOff()).IsDone);
        Assert.Equal(0, await ballot.Envelopes());
        Assert.Equal(CastPaperRefusal.NotOpen, (await ballot.Casts(ballot.Voters[0], 1, null, null)).Code());
    }
}
