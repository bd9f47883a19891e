using Commonstead.Ballots;
using Commonstead.Members;
using Commonstead.Platform.Hours;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Ballots;

/// <summary>What the hour brings: a ballot opens by itself, and voters are reminded once.</summary>
public sealed class BallotHoursTests : IAsyncLifetime
{
    // One for each test: what is due in one would be done by the other's look.
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ABallot_OpensByItselfAtItsHour()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        await ballot.Prepares(i => (i.OpensOn, i.ClosesOn) = (i.OpensOn.AddDays(2), i.ClosesOn.AddDays(9)));
        await ballot.TakesShares();
        Assert.Equal(0, await ballot.Look());
        var opens = (await ballot.Stored()).OpensAt;
        _host.Clock.Pass(opens - _host.Trust.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await ballot.Look());
        _host.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await ballot.Look());
        var stored = await ballot.Stored();
        Assert.Equal((BallotState.Open, opens), (stored.State, stored.OpenedAt));
        Assert.Equal(stored.ClosesAt.AddDays(-3), stored.RemindAt);
        Assert.True((await ballot.Casts(ballot.Voters[0], 1, null, null)).IsDone);
        await using var db = _host.Trust.NewDb();
        Assert.Contains(
            "program",
            await db.Set<Commonstead.Platform.Audit.AuditEntry>().Where(e => e.Operation == nameof(OpenBallot))
                .Select(e => e.Actor).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ThoseWhoHaveNotVoted_AreRemindedOnce()
    {
        var ballot = await BallotCase.Opened(_host, voters: 3, i => i.ClosesOn = i.ClosesOn.AddDays(9));
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        await ballot.MarksPaper(0, ballot.Voters[1]);
        _host.Clock.Pass((await ballot.Stored()).RemindAt!.Value - _host.Trust.Now);
        Assert.Equal(1, await ballot.Look());
        Assert.Equal(0, await ballot.Look());
        var reminded = await Reminded(await ballot.Stored());
        Assert.Contains(ballot.Voters[2].Person, reminded);
        Assert.DoesNotContain(ballot.Voters[0].Person, reminded);
        Assert.DoesNotContain(ballot.Voters[1].Person, reminded);
        Assert.Null((await ballot.Stored()).RemindAt);
    }

    [Fact]
    public async Task TooSoon_NotOpen_AndAgainADayLater()
    {
        var ballot = await BallotCase.Opened(_host, voters: 1, i => i.ClosesOn = i.ClosesOn.AddDays(9));
        Assert.Equal(RemindVotersRefusal.TooSoon, (await ballot.Reminds()).Code());
        _host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True((await ballot.Reminds()).IsDone);
        Assert.Equal(RemindVotersRefusal.TooSoon, (await ballot.Reminds()).Code());
        Assert.Contains(ballot.Voters[0].Person, await Reminded(await ballot.Stored()));
        await ballot.CallsOff();
        Assert.Equal(RemindVotersRefusal.NotOpen, (await ballot.Reminds()).Code());
    }

    [Fact]
    public async Task AShortBallot_RemindsWhenHalfOfItIsOver()
    {
        var ballot = await BallotCase.Opened(_host, voters: 1);
        var stored = await ballot.Stored();
        Assert.Equal(stored.OpenedAt + ((stored.ClosesAt - stored.OpenedAt) / 2), stored.RemindAt);
    }

    [Fact]
    public async Task OneTick_LooksAtEveryTrust_AndTroubleInOneStopsNoOther()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        await ballot.Prepares(i => (i.OpensOn, i.ClosesOn) = (i.OpensOn.AddDays(2), i.ClosesOn.AddDays(9)));
        await ballot.TakesShares();
        var clock = _host.Services.GetRequiredService<HourClock>();
        Assert.Equal(0, await clock.Tick());
        _host.Clock.Pass(TimeSpan.FromDays(2));
        await using (var broken = _host.OtherTrust.NewDb())
        {
            await broken.Database.ExecuteSqlRawAsync(
                "ALTER TABLE ballot RENAME TO ballot_gone", TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await clock.Tick());
        Assert.Equal(BallotState.Open, (await ballot.Stored()).State);
        Assert.Equal(0, await clock.Tick());
    }

    [Fact]
    public async Task ABallotThatCannotOpen_IsTriedOnce_AndSaysSo()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        await ballot.Prepares(i => (i.OpensOn, i.ClosesOn) = (i.OpensOn.AddDays(2), i.ClosesOn.AddDays(9)));
        await ballot.TakesShares();
        var roll = await _host.Asks<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.RollOn(_host.Trust.Today));
        var entry = await _host.Entry(Assert.Single(roll).Id);
        Assert.True((await _host.EndsMembership(entry, _host.Trust.Today)).IsDone);
        _host.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await ballot.Look());
        Assert.Equal(0, await ballot.Look());
        var stored = await ballot.Stored();
        Assert.Equal((BallotState.Sealed, _host.Trust.Now), (stored.State, stored.NotOpenedAt!.Value));
        await using (var db = _host.Trust.NewDb())
        {
            Assert.Single(await db.Set<Commonstead.Platform.Audit.AuditEntry>()
                .Where(e => e.Operation == nameof(LeaveUnopened))
                .ToListAsync(TestContext.Current.CancellationToken));
        }

        using var steward = await _host.SignInAsSteward();
        Assert.Contains("Open the ballot, or call it off", (await steward.Open("/")).Text, StringComparison.Ordinal);
        var page = await steward.Open($"/ballots/{ballot.Id}");
        Assert.Contains("its roll would be empty", page.Text, StringComparison.Ordinal);
        Assert.Equal(OpenBallotRefusal.EmptyRoll, (await ballot.Opens()).Code());
        await ballot.NewVoter();
        Assert.Contains(
            "Nothing stands in the way any more", (await steward.Open($"/ballots/{ballot.Id}")).Text,
            StringComparison.Ordinal);
        Assert.True((await ballot.Opens()).IsDone);
        Assert.Null((await ballot.Stored()).NotOpenedAt);
        Assert.DoesNotContain(
            "Its hour has come", (await steward.Open($"/ballots/{ballot.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(
            CommonRefusal.NotFound,
            (await _host.Does((LeaveUnopened o) => o, new LeaveUnopenedInput(ballot.Id))).Code());
    }

    [Fact]
    public async Task AnOpenBallot_StandsOnTheVotersOwnPages()
    {
        var ballot = await BallotCase.Opened(_host, voters: 1);
        var title = (await ballot.Stored()).Title;
        using var browser = await _host.SignInAs(Commonstead.Accounts.Role.Member, ballot.Voters[0].Person);
        Assert.Contains(title, (await browser.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "You have not voted yet.", (await browser.Open("/my-membership")).Text, StringComparison.Ordinal);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        Assert.Contains(
            "Your paper is in the box.", (await browser.Open("/my-membership")).Text, StringComparison.Ordinal);
    }

    private async Task<List<Guid?>> Reminded(Ballot ballot)
    {
        await using var db = _host.Trust.NewDb();
        return await db.Set<OutboxMessage>().Where(m => m.Subject == $"Still to vote: {ballot.Title}")
            .Select(m => m.Person).ToListAsync(TestContext.Current.CancellationToken);
    }
}
