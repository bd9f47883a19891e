using Commonstead.Accounts;
using Commonstead.Governance;
using Commonstead.Platform.Hours;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Governance;

/// <summary>Nominations: who is asked and reminded, and what came on paper in time.</summary>
public sealed class NominationTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task OnPaperInTime_ItIsEnteredAfterTheHour_WithWhoReceivedItAndWhen()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        var closes = (await election.Stored()).NominationsUntil;
        _host.Clock.Pass(closes - _host.Trust.Now + TimeSpan.FromHours(3));
        Assert.Equal(
            NominationRefusal.ReceivedLate,
            (await election.Nominates(0, i => election.Receives(i, closes))).Code());
        Assert.Equal(
            NominationRefusal.ReceivedInTheFuture,
            (await election.Nominates(0, i => election.Receives(i, _host.Trust.Now.AddMinutes(1)))).Code());
        Assert.Equal(
            NominationRefusal.NotTaken,
            (await election.Nominates(0, i => i.ReceivedOn = i.ReceivedOn!.Value.AddDays(-40))).Code());
        var received = closes - TimeSpan.FromMinutes(1);
        Assert.Equal(NominationRefusal.ConsentMissing, (await election.Nominates(0, i =>
        {
            election.Receives(i, received);
            i.HasConsent = false;
        })).Code());
        Assert.True((await election.Nominates(0, i => election.Receives(i, received))).IsDone);
        var nomination = Assert.Single((await election.Stored()).Nominations);
        Assert.Equal(
            (received, "The office", _host.Trust.Now), (nomination.At, nomination.ReceivedBy, nomination.EnteredAt));
        using var steward = await _host.SignInAsSteward();
        Assert.Contains(
            "Received on paper by The office", (await steward.Open($"/elections/{election.Id}")).Text,
            StringComparison.Ordinal);
        Assert.True((await election.Closes()).IsDone);
        Assert.Equal(ElectionRefusal.NotNow, (await election.Nominates(1, i => election.Receives(i, received))).Code());
    }

    [Fact]
    public async Task AnHourThatTheClocksLeaveOut_IsNoTimeOfReceipt()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        // In New York clocks go from 2 to 3 on the second Sunday in March.
        Assert.Equal(NominationRefusal.NoSuchHour, (await election.Nominates(
            0, i => (i.ReceivedOn, i.ReceivedAt) = (new DateOnly(2026, 3, 8), new TimeOnly(2, 30)))).Code());
    }

    [Fact]
    public async Task ThoseNamedOnPaperAreTold_AndACandidateWhoseSignatureIsMissingIsAsked()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        Assert.True((await election.Nominates(0, i => i.HasConsent = false)).IsDone);
        var (ann, ben, cem) = (election.Members[0], election.Members[1], election.Members[2]);
        var title = (await election.Stored()).Title;
        Assert.Equal([ann.Person.Value], await ToldOf($"Will you stand? {title}"));
        Assert.Equal(
            new[] { ben.Person.Value, cem.Person.Value }.Order(),
            (await ToldOf($"You support {ann.Name}: {title}")).Order());
        Assert.False(Assert.Single((await election.Stored()).Nominations).IsComplete);
        using (var herself = await _host.SignInAs(Role.Member, ann.Person.Value))
        {
            var page = await herself.Open($"/elections/{election.Id}");
            Assert.Contains("has not consented yet", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($"a[href='/elections/{election.Id}/consent']"));
        }

        Assert.Equal(NominationRefusal.NotProposed, (await election.Consents(ben.Actor)).Code());
        Assert.True((await election.Consents(ann.Actor)).IsDone);
        Assert.Equal(NominationRefusal.ConsentedAlready, (await election.Consents(ann.Actor)).Code());
        var nomination = Assert.Single((await election.Stored()).Nominations);
        Assert.True(nomination.IsComplete);
        Assert.Equal("I count well.", nomination.Statement);
        var silent = await _host.AddPerson("Mo", "Silent");
        await _host.NewMember(silent);
        Assert.Equal(NominationRefusal.NotReached, (await election.Nominates(1, i =>
        {
            (i.Person, i.HasConsent) = (silent, false);
        })).Code());
    }

    [Fact]
    public async Task AMemberProposesAnother_WhoStandsOnlyByConsenting()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        var (ann, ben, cem) = (election.Members[0], election.Members[1], election.Members[2]);
        Assert.Equal(
            NominationRefusal.YouDoNotVote, (await election.Proposes(ann, Intent.ActorWith(Role.Member))).Code());
        Assert.Equal(NominationRefusal.SupporterTwice, (await election.Proposes(ben, ben.Actor)).Code());
        Assert.Equal(
            NominationRefusal.NotAnElector,
            (await election.Proposes(ann, ben.Actor, i => i.Seconder = "Nobody")).Code());
        Assert.True((await election.Proposes(ann, ben.Actor, i => i.Seconder = cem.Name)).IsDone);
        var title = (await election.Stored()).Title;
        Assert.Equal([ann.Person.Value], await ToldOf($"Will you stand? {title}"));
        Assert.Equal([cem.Person.Value], await ToldOf($"Will you support {ann.Name}? {title}"));
        Assert.True((await election.Supports(ann, cem.Actor)).IsDone);
        Assert.False(Assert.Single((await election.Stored()).Nominations).IsComplete);
        Assert.True((await election.Consents(ann.Actor)).IsDone);
        Assert.True(Assert.Single((await election.Stored()).Nominations).IsComplete);
        var silent = await _host.AddPerson("Mo", "Silent");
        await _host.NewMember(silent);
        Assert.Equal(
            NominationRefusal.NotReached,
            (await election.Proposes(new Elected(silent, "Mo Silent"), ben.Actor)).Code());
        using var member = await _host.SignInAs(Role.Member, cem.Person.Value);
        var page = await (await member.Open($"/elections/{election.Id}/propose")).Press(
            "Propose them", new Dictionary<string, string> { ["Input.Candidate"] = election.Members[3].Name });
        Assert.Contains(election.Members[3].Name, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACandidateNamesWhoIsAsked_ToProposeAndSecondHer()
    {
        var election = await ElectionCase.Called(_host, members: 3);
        var (ann, ben, cem) = (election.Members[0], election.Members[1], election.Members[2]);
        Assert.Equal(
            NominationRefusal.SupporterTwice,
            (await election.Stands(ann.Actor, i => i.Proposer = ann.Name)).Code());
        Assert.Equal(
            NominationRefusal.NotAnElector, (await election.Stands(ann.Actor, i => i.Seconder = "Nobody")).Code());
        Assert.True((await election.Stands(
            ann.Actor, i => (i.Proposer, i.Seconder) = (ben.Name, cem.Name))).IsDone);
        var title = (await election.Stored()).Title;
        Assert.Equal(
            new[] { ben.Person.Value, cem.Person.Value }.Order(),
            (await ToldOf($"Will you support {ann.Name}? {title}")).Order());
    }

    [Fact]
    public async Task MembersAreRemindedOnce_BeforeTheHour_AndCandidatesOfWhatIsMissing()
    {
        var election = await ElectionCase.Called(_host, members: 3);
        Assert.True((await election.Stands(election.Members[0].Actor)).IsDone);
        var called = await election.Stored();
        Assert.Equal(called.NominationsUntil.AddDays(-3), called.RemindAt);
        var clock = _host.Services.GetRequiredService<HourClock>();
        _host.Clock.Pass(called.RemindAt!.Value - _host.Trust.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await clock.Tick());
        _host.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await clock.Tick());
        Assert.Equal(0, await clock.Tick());
        Assert.Equal(
            election.Members.Select(m => m.Person.Value).Order(),
            (await ToldOf($"Nominations close soon: {called.Title}")).Order());
        Assert.Equal(
            [election.Members[0].Person.Value], await ToldOf($"Your nomination is not complete: {called.Title}"));
        await using var db = _host.Trust.NewDb();
        var letter = await db.Set<OutboxMessage>().FirstAsync(
            m => m.Subject == $"Your nomination is not complete: {called.Title}",
            TestContext.Current.CancellationToken);
        Assert.Contains("a proposer, a seconder", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"http://oak.test/elections/{election.Id}", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AShortTimeForNominations_RemindsWhenHalfOfItIsOver()
    {
        var from = new DateTime(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(from.AddDays(1), Election.RemindsAt(from, from.AddDays(2)));
        Assert.Equal(from.AddDays(7), Election.RemindsAt(from, from.AddDays(10)));
        var election = await ElectionCase.Called(_host, members: 1);
        _host.Clock.Pass(TimeSpan.FromDays(ElectionCase.Days));
        // The hour went by while the program stood still: nobody is reminded of what is over.
        Assert.Equal(0, await _host.Services.GetRequiredService<HourClock>().Tick());
        Assert.NotNull((await election.Stored()).RemindAt);
    }

    private async Task<List<Guid>> ToldOf(string subject)
    {
        await using var db = _host.Trust.NewDb();
        return await db.Set<OutboxMessage>().Where(m => m.Subject == subject).Select(m => m.Person!.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
