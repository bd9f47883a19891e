using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

/// <summary>Dues are settled with money, in kind or by a waiver, and nothing lapses that nobody looked at.</summary>
public sealed class DuesTests : IAsyncLifetime
{
    private static readonly DateOnly _asked = new(2025, 1, 1);
    private static readonly Money _dues = Money.Of(10, Currency.Usd);
    private readonly TrustHost _host = new();

    private DateOnly Today => _host.Trust.Today;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TheTreasurer_SeesWhoseDuesAreOpen_AndRecordsThemByForm()
    {
        await AskForDues();
        var id = await _host.NewMember(await _host.NewPerson("Unpaid"));
        using var treasurer = await _host.SignInAs(Role.Treasurer);
        Assert.Contains("Unpaid, Ana", (await treasurer.Open("/members/dues")).Text, StringComparison.Ordinal);
        var form = await treasurer.Open($"/members/{id}/dues");
        var page = await form.Submit(new Dictionary<string, string> { ["Input.Through"] = "2026-12-31" });
        Assert.Empty(page.Errors);
        Assert.DoesNotContain("Unpaid, Ana", (await treasurer.Open("/members/dues")).Text, StringComparison.Ordinal);
        Assert.Contains("Paid $10.00", (await treasurer.Open($"/members/{id}/dues")).Text, StringComparison.Ordinal);
        using var auditor = await _host.SignInAs(Role.Auditor);
        Assert.Contains("Everybody is settled", (await auditor.Open("/members/dues")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyIsLostForLackOfFunds_InKindAndWaived()
    {
        await AskForDues();
        var id = await _host.NewMember();
        Assert.Equal(RecordDuesRefusal.InKindNotSaid, await Refused(id, InKind(null)));
        Assert.True((await Record(id, InKind("Two days in the orchard"))).IsDone);
        var waived = await Record(id, i =>
            (i.Manner, i.Amount, i.Through) = (DuesManner.Waived, null, Today.AddYears(2)));
        Assert.True(waived.IsDone);
        Assert.Equal(Today.AddYears(2), (await _host.Entry(id)).SettledThrough);

        static Action<RecordDuesInput> InKind(string? what) =>
            i => (i.Manner, i.Amount, i.Note) = (DuesManner.InKind, null, what);
    }

    [Fact]
    public async Task NoDues_DayNotUsable_AmountMissing_AmountNotPaid_ThroughNotUsable()
    {
        var id = await _host.NewMember();
        Assert.Equal(RecordDuesRefusal.NoDues, await Refused(id));
        await AskForDues();
        Assert.Equal(RecordDuesRefusal.DayNotUsable, await Refused(id, i => i.On = Today.AddDays(1)));
        Assert.Equal(RecordDuesRefusal.AmountMissing, await Refused(id, i => i.Amount = null));
        Assert.Equal(RecordDuesRefusal.AmountMissing, await Refused(id, i => i.Amount = Money.Of(1, Currency.Gbp)));
        Assert.Equal(RecordDuesRefusal.AmountNotPaid, await Refused(id, i => i.Manner = DuesManner.Waived));
        Assert.Equal(RecordDuesRefusal.ThroughNotUsable,
            await Refused(id, i => i.Through = MemberIntent.Joined.AddDays(-1)));
        Assert.Equal(RecordDuesRefusal.ThroughNotUsable,
            await Refused(id, i => i.Through = Today.AddYears(5).AddDays(1)));
    }

    [Fact]
    public async Task NothingLapses_NobodyChosen_NotOpenLongEnough_AndThoseChosenDo()
    {
        var (late, paid) = (await _host.NewMember(await _host.NewPerson("Late")), await _host.NewMember());
        Assert.Equal(LapseMembersRefusal.NobodyChosen, Code(await Lapse()));
        Assert.Equal(LapseMembersRefusal.NothingLapses, Code(await Lapse(late)));
        await AskForDues(lapsesAfter: 12);
        Assert.True((await Record(paid)).IsDone);
        Assert.Equal(LapseMembersRefusal.NotOpenLongEnough, Code(await Lapse(late, paid)));
        Assert.Equal(MemberRefusal.NoMember, Code(await Lapse(MemberId.From(Guid.CreateVersion7()))));
        Assert.True((await _host.Entry(late)).IsOpen);
        using var steward = await _host.SignInAsSteward();
        var list = await steward.Open("/members/lapse");
        Assert.Contains("Ana Late", list.Text, StringComparison.Ordinal);
        await list.Press("Let those chosen lapse", new Dictionary<string, string>());
        var lapsed = await _host.Entry(late);
        Assert.Equal((MemberEnd.Lapsed, Today), (lapsed.EndReason, lapsed.EndedOn));
        Assert.True((await _host.Entry(paid)).IsOpen);
    }

    [Fact]
    public async Task NobodyOwes_ForTheTimeBeforeDuesWereAsked()
    {
        var id = await _host.NewMember();
        await _host.SetTerms(Today.AddMonths(-11), i => (i.Dues, i.LapseAfterMonths) = (_dues, 12));
        Assert.Equal(LapseMembersRefusal.NotOpenLongEnough, Code(await Lapse(id)));
        _host.Clock.Pass(TimeSpan.FromDays(62));
        Assert.True((await Lapse(id)).IsDone);
    }

    [Fact]
    public async Task NotMeant_OfAnOrganisation_ByLease_AndAMemberLeaves()
    {
        var person = await _host.NewPerson();
        var own = await _host.NewMember(person);
        var body = await _host.NewMember(
            person, i => i.Organisation = _host.AddOrganisation(LeaseIntent.Unique("Club")).Result);
        var actor = Intent.ActorWith(Role.Member) with { Person = person.Value };
        Assert.Equal(LeaveTrustRefusal.NotMeant, Code(await Leave(actor, own, isMeant: false)));
        Assert.Equal(LeaveTrustRefusal.OfAnOrganisation, Code(await Leave(actor, body)));
        Assert.Equal(MemberRefusal.NoMember, Code(await Leave(actor, await _host.NewMember())));
        using var member = await _host.SignInAs(Role.Member, person.Value);
        var page = await member.Open("/");
        Assert.Equal("My membership", page.Heading);
        Assert.Contains("Download all that is held", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.Open($"/api/v1/people/{person}/file")).Status);
        page = await page.Submit(new Dictionary<string, string> { ["Input.IsMeant"] = "true" });
        Assert.Contains("Resigned", page.Text, StringComparison.Ordinal);
        Assert.Equal(MemberEnd.Resigned, (await _host.Entry(own)).EndReason);
        Assert.Equal(MemberRefusal.EndedAlready, Code(await Leave(actor, own)));
        // She still votes for the club, and keeps what that takes.
        _host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("My membership", (await member.Open("/my-membership")).Heading);
        var view = await _host.ViewOf(await _host.NewLease());
        var holder = view.Parts.Holdings[0].Person;
        var byLease = await _host.Read<IMembers, MemberOnRoll?>(m => m.MemberOf(holder, Today));
        Assert.Equal(LeaveTrustRefusal.ByLease,
            Code(await Leave(actor with { Person = holder.Value }, byLease!.Id)));
    }

    [Fact]
    public async Task WhoLeaves_SeesNothingOfTheTrustsFromTheNextDayOn()
    {
        var person = await _host.NewPerson();
        await _host.NewMember(person);
        using var member = await _host.SignInAs(Role.Member, person.Value);
        var page = await (await member.Open("/my-membership")).Submit(
            new Dictionary<string, string> { ["Input.IsMeant"] = "true" });
        Assert.Contains("Resigned", page.Text, StringComparison.Ordinal);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("Sign in", (await member.Open("/my-membership")).Heading);
    }

    private Task<Outcome<MembershipTermsId>> AskForDues(int? lapsesAfter = null) => _host.SetTerms(
        _asked, i => (i.Dues, i.LapseAfterMonths, i.LeaseholdersByLease) = (_dues, lapsesAfter, true));

    private async Task<Outcome<MemberId>> Record(MemberId id, Action<RecordDuesInput>? change = null)
    {
        var member = await _host.Entry(id);
        var input = new RecordDuesInput
        {
            Member = id,
            Version = member.Version,
            On = Today,
            Amount = _dues,
            Through = Today.AddYears(1),
        };
        change?.Invoke(input);
        return await _host.Does((RecordDues record) => record, input, Intent.ActorWith(Role.Treasurer));
    }

    private async Task<Enum> Refused(MemberId id, Action<RecordDuesInput>? change = null) =>
        Code(await Record(id, change));

    private Task<Outcome<Done>> Lapse(params MemberId[] members) =>
        _host.Does((LapseMembers lapse) => lapse, new LapseMembersInput { Members = [.. members] });

    private Task<Outcome<MemberId>> Leave(Actor actor, MemberId member, bool isMeant = true) => _host.Does(
        (LeaveTrust leave) => leave, new LeaveTrustInput { Member = member, IsMeant = isMeant }, actor);

    private static Enum Code<T>(Outcome<T> outcome) => outcome.Refusals.Single().Code;
}
