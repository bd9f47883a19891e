using Commonstead.Ballots;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Ballots;

/// <summary>Papers that come on paper: read by two people, counted with the rest, and joined to nobody.</summary>
public sealed class PaperVoteTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task PapersAreReadTwice_AndCountedWithTheRest()
    {
        var ballot = await BallotCase.Opened(
            host, voters: 5, i => (i.Method, i.Choices, i.Seats) = (BallotMethod.Scottish, "Ann\nBen\nCem", 2));
        var online = (await ballot.Casts(ballot.Voters[0], 1, 2, null)).Value;
        foreach (var voter in ballot.Voters.Skip(1)) Assert.True((await ballot.MarksPaper(0, voter)).IsDone);
        Assert.Equal(CastPaperRefusal.VotedOnPaper, (await ballot.Casts(ballot.Voters[1], 1, null, null)).Code());
        ballot.Closes();

        // A gap, a repeat, a difference that is settled, and an empty envelope.
        var gap = await ballot.IsEntered(1, null, 3);
        var repeat = await ballot.IsEntered(2, 1, 2);
        var differs = (await ballot.Reads(0, null, 2, 1, null)).Value.Number;
        Assert.True((await ballot.Reads(2, differs, 1, 2, null)).Value.Differs);
        Assert.Equal(UnsealBoxRefusal.PapersUnsettled, (await ballot.Gives(0)).Code());
        Assert.True((await ballot.Settles(1, differs, PaperSettlement.Second)).IsDone);
        Assert.Equal(UnsealBoxRefusal.PapersDoNotMatch, (await ballot.Gives(0)).Code());
        var spoilt = (await ballot.SetsAside(0, null, PaperFate.Spoilt, "The envelope is empty.")).Value.Number;
        Assert.False((await ballot.SetsAside(2, spoilt, PaperFate.Spoilt, "Nothing in it.")).Value.Differs);
        var rejected = (await ballot.SetsAside(0, null, PaperFate.Rejected, "Not on the roll.")).Value.Number;
        await ballot.SetsAside(1, rejected, PaperFate.Rejected, "Not on the roll.");
        await ballot.Gives(0);
        Assert.Equal(0, (await ballot.Gives(1)).Value.Missing);
        Assert.True((await ballot.Declares()).IsDone);

        var bundle = await ballot.Bundle();
        Assert.Empty(bundle.Check(out _));
        Assert.Equal(5, bundle.Participants);
        Assert.Equal(
            new[] { online, gap, repeat, differs }.Order(StringComparer.Ordinal), bundle.Papers.Select(p => p.Receipt));
        Assert.Equal([1], bundle.Papers.Single(p => p.Receipt == gap).Marks);
        Assert.Equal([2], bundle.Papers.Single(p => p.Receipt == repeat).Marks);
        Assert.Equal([1, 2], bundle.Papers.Single(p => p.Receipt == differs).Marks);
        Assert.Equal(
            new[] { (spoilt, "spoilt"), (rejected, "rejected") }.Order(),
            bundle.SetAside!.Select(p => (p.Number, p.Fate)).Order());
        Assert.Contains("There are 6 papers, but only 5 took part.", (bundle with
        {
            SetAside = [.. bundle.SetAside!, new PublishedSetAside("1", "spoilt", "-")],
        }).Check(out _));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/ballots/{ballot.Id}");
        Assert.Contains("1 spoilt, 1 rejected.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceTheBoxIsOpen_NothingTellsWhoVotedOnPaper()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        await ballot.MarksPaper(0, ballot.Voters[0]);
        ballot.Closes();
        await ballot.IsEntered(1, null, null);
        await ballot.Gives(0);
        Assert.Equal(0, (await ballot.Gives(1)).Value.Missing);
        await using var db = host.Trust.NewDb();
        Assert.False(await db.Set<EnteredPaper>().AnyAsync(p => p.Ballot == ballot.Id));
        Assert.False(await db.Set<PaperVoter>().AnyAsync(p => p.Ballot == ballot.Id));
        Assert.True(await db.Set<Participation>().AnyAsync(p => p.Ballot == ballot.Id));
    }

    [Fact]
    public async Task VotedOnline_PapersEntered_NotOpen_NotAnOfficer()
    {
        var ballot = await BallotCase.Opened(host, voters: 3);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        Assert.Equal(PaperVoterRefusal.VotedOnline, (await ballot.MarksPaper(0, ballot.Voters[0])).Code());
        await ballot.MarksPaper(0, ballot.Voters[1]);
        Assert.True((await ballot.MarksPaper(0, ballot.Voters[1], isMistake: true)).IsDone);
        Assert.True((await ballot.Casts(ballot.Voters[1], 1, null, null)).IsDone);
        await ballot.MarksPaper(0, ballot.Voters[2]);
        ballot.Closes();
        await ballot.IsEntered(1, null, null);
        Assert.Equal(
            PaperVoterRefusal.PapersEntered, (await ballot.MarksPaper(0, ballot.Voters[2], isMistake: true)).Code());
        await ballot.Gives(0);
        await ballot.Gives(1);
        Assert.Equal(PaperVoterRefusal.NotOpen, (await ballot.MarksPaper(0, ballot.Voters[2])).Code());
        var stranger = await host.Does(
            (MarkPaperVoter mark) => mark, new MarkPaperVoterInput { Ballot = ballot.Id }, Intent.ActorWith(
                Commonstead.Accounts.Role.Board));
        Assert.Equal(ShareRefusal.NotAnOfficer, stranger.Code());
    }

    [Fact]
    public async Task StillOpen_OtherPaper_ReasonMissing_NoSuchPaper_SamePerson_ReadTwice_NoBox()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        Assert.Equal(EnterPaperRefusal.StillOpen, (await ballot.Reads(0, null, 1, null, null)).Code());
        ballot.Closes();
        Assert.Equal(EnterPaperRefusal.OtherPaper, (await ballot.Reads(0, null, 1)).Code());
        Assert.Equal(
            EnterPaperRefusal.ReasonMissing, (await ballot.SetsAside(0, null, PaperFate.Spoilt, " ")).Code());
        Assert.Equal(EnterPaperRefusal.NoSuchPaper, (await ballot.Reads(0, "12", 1, null, null)).Code());
        var number = (await ballot.Reads(0, null, 1, null, null)).Value.Number;
        Assert.Equal(EnterPaperRefusal.SamePerson, (await ballot.Reads(0, number, 1, null, null)).Code());
        Assert.Equal(SettlePaperRefusal.ReadAlone,
            (await ballot.Settles(0, number, PaperSettlement.Neither)).Code());
        Assert.Equal(SettlePaperRefusal.NothingToSettle,
            (await ballot.Settles(1, number, PaperSettlement.First)).Code());
        await ballot.Reads(1, number, 1, null, null);
        Assert.Equal(EnterPaperRefusal.ReadTwice, (await ballot.Reads(2, number, 1, null, null)).Code());
        Assert.Equal(SettlePaperRefusal.NothingToSettle,
            (await ballot.Settles(2, number, PaperSettlement.Neither)).Code());
        var stray = (await ballot.Reads(0, null, 1, null, null)).Value.Number;
        Assert.True((await ballot.Settles(1, stray, PaperSettlement.Neither)).IsDone);
        Assert.True((await ballot.CallsOff()).IsDone);
        Assert.Equal(EnterPaperRefusal.NoBox, (await ballot.Reads(0, null, 1, null, null)).Code());
    }

    [Theory]
    [InlineData(BallotMethod.Resolution, new[] { 1, 1, 0 }, "")]
    [InlineData(BallotMethod.Resolution, new[] { 0, 1, 0 }, "1")]
    [InlineData(BallotMethod.Approval, new[] { 1, 0, 1 }, "0 2")]
    [InlineData(BallotMethod.Score, new[] { 5, 9, 2 }, "5 0 2")]
    [InlineData(BallotMethod.Meek, new[] { 3, 2, 1 }, "2 1 0")]
    [InlineData(BallotMethod.Meek, new[] { 0, 2, 3 }, "")]
    [InlineData(BallotMethod.InstantRunoff, new[] { 1, 2, 2 }, "0")]
    public async Task APaper_IsCountedAsFarAsItIsClear(BallotMethod method, int[] values, string marks)
    {
        var ballot = await BallotCase.Opened(
            host, voters: 1, i => (i.Method, i.Choices) = (method, "Ann\nBen\nCem"));
        await ballot.MarksPaper(0, ballot.Voters[0]);
        ballot.Closes();
        await ballot.IsEntered([.. values.Select(v => v == 0 ? (int?)null : v)]);
        await ballot.Gives(0);
        Assert.Equal(0, (await ballot.Gives(1)).Value.Missing);
        await using var db = host.Trust.NewDb();
        Assert.Equal(marks, (await db.Set<CountedPaper>().SingleAsync(p => p.Ballot == ballot.Id)).Marks);
    }
}
