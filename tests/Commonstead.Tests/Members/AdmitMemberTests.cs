using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

public sealed class AdmitMemberTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_AdmitsAMemberByForm_AndFindsHerInTheRegister()
    {
        var family = LeaseIntent.Unique("Öberg");
        await host.AddPerson("Mia", family);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Find a person", (await steward.Open("/members/admit")).Text, StringComparison.Ordinal);
        var page = await (await steward.Open($"/members/admit?who={Uri.EscapeDataString(family)}")).Submit(
            new Dictionary<string, string> { ["Input.Class"] = "general" }, "form[method='post']");
        Assert.Equal($"Mia {family}", page.Heading);
        Assert.Contains("General members", page.Text, StringComparison.Ordinal);
        Assert.Contains("Became member", page.Text, StringComparison.Ordinal);
        var list = await steward.Open($"/members?q={Uri.EscapeDataString("oberg")}&class=general&standing=current");
        Assert.Contains($"{family}, Mia", list.Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/members?q=oberg&format=csv");
        Assert.Contains($"\"{family}, Mia\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOrganisation_VotesByItsRepresentative()
    {
        var person = await host.NewPerson();
        var name = LeaseIntent.Unique("Tenants' union");
        var body = await host.AddOrganisation(name);
        var id = await host.NewMember(person, i => i.Organisation = body);
        var member = await host.Entry(id);
        Assert.Equal((name, person), (member.Name, member.Voter));
        var roll = await host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.RollOn(host.Trust.Today));
        Assert.Equal(person, roll.Single(r => r.Id == id).Person);
        var again = await host.Admit(await host.NewPerson(), i => i.Organisation = body);
        Assert.Equal(AdmitMemberRefusal.MemberAlready, again.Refusals.Single().Code);
        Assert.True((await host.Admit(person)).IsDone);
        var votes = await host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.VotesOf(person, host.Trust.Today));
        Assert.Equal(2, votes.Count);
        Assert.Equal(id, votes[1].Id);
        await host.Does((KeepOrganisation keep) => keep, new KeepOrganisationInput
        {
            Organisation = body,
            Version = 1,
            Name = name + " Ltd",
            Kind = OrganisationKind.Community,
        });
        Assert.Equal(name + " Ltd", (await host.Entry(id)).Name);
    }

    [Fact]
    public async Task PersonUnknown_OrganisationUnknown()
    {
        await host.FoundTrusts();
        Assert.Equal(MemberRefusal.PersonUnknown, await Refused(PersonId.From(Guid.CreateVersion7())));
        Assert.Equal(AdmitMemberRefusal.OrganisationUnknown,
            await Refused(await host.NewPerson(), i => i.Organisation = OrganisationId.From(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task JoinedInFuture() => Assert.Equal(AdmitMemberRefusal.JoinedInFuture,
        await Refused(await host.NewPerson(), i => i.JoinedOn = host.Trust.Today.AddDays(1)));

    [Fact]
    public async Task MemberAlready_AndNeverTwoAtATime()
    {
        var person = await host.NewPerson();
        var first = await host.Entry(await host.NewMember(person));
        Assert.Equal(AdmitMemberRefusal.MemberAlready, await Refused(person));
        Assert.True((await host.EndsMembership(first, new DateOnly(2025, 9, 1))).IsDone);
        Assert.Equal(AdmitMemberRefusal.MemberAlready,
            await Refused(person, i => i.JoinedOn = new DateOnly(2025, 8, 31)));
        var second = await host.Entry(await host.NewMember(person, i => i.JoinedOn = new DateOnly(2025, 9, 1)));
        Assert.True(second.Number > first.Number);
    }

    [Fact]
    public async Task ClassUnknown_OrOnlyWithSeats()
    {
        var person = await host.NewPerson();
        Assert.Equal(MemberRefusal.ClassUnknown, await Refused(person, i => i.Class = "friends"));
        Assert.Equal(MemberRefusal.ClassUnknown, await Refused(person, i => i.Class = "public"));
    }

    [Fact]
    public async Task HoldsNoLease_ButALeaseholderDoes()
    {
        // Where a lease makes nobody a member, its holder is admitted to the class of those who hold one.
        await using var own = new TrustHost();
        await own.InitializeAsync();
        await own.FoundTrusts();
        await own.SetTerms(new DateOnly(2000, 1, 1));
        var view = await own.ViewOf(await own.NewLease());
        var holder = view.Parts.Holdings[0].Person;
        var before = await own.Admit(
            holder, i => (i.Class, i.JoinedOn) = ("leaseholder", view.Lease.StartsOn.AddDays(-1)));
        Assert.Equal(MemberRefusal.HoldsNoLease, before.Refusals.Single().Code);
        var other = await own.Admit(await own.NewPerson(), i => i.Class = "leaseholder");
        Assert.Equal(MemberRefusal.HoldsNoLease, other.Refusals.Single().Code);
        Assert.True((await own.Admit(holder, i => i.Class = "leaseholder")).IsDone);
    }

    [Fact]
    public async Task TooYoung()
    {
        var child = await host.AddPerson("Kim", "Young", i => i.BornOn = MemberIntent.Joined.AddYears(-18).AddDays(1));
        Assert.Equal(AdmitMemberRefusal.TooYoung, await Refused(child));
        Assert.True((await host.Admit(child, i => i.JoinedOn = MemberIntent.Joined.AddDays(1))).IsDone);
    }

    [Fact]
    public async Task PaidNotAnAmount()
    {
        var person = await host.NewPerson();
        Assert.Equal(AdmitMemberRefusal.PaidNotAnAmount,
            await Refused(person, i => i.PaidOnShares = Money.Of(-1, Currency.Usd)));
        Assert.Equal(AdmitMemberRefusal.PaidNotAnAmount,
            await Refused(person, i => i.PaidOnShares = Money.Of(1, Currency.Gbp)));
    }

    [Fact]
    public async Task OnlyWhoKeepsTheRegister_Admits()
    {
        var person = await host.NewPerson();
        foreach (var role in (Role[])[Role.Treasurer, Role.Board, Role.Auditor, Role.Member, Role.Leaseholder])
        {
            var outcome = await host.Does((AdmitMember admit) => admit,
                new AdmitMemberInput { Person = person, Class = "general", JoinedOn = MemberIntent.Joined },
                Intent.ActorWith(role));
            Assert.Equal(CommonRefusal.NotPermitted, outcome.Refusals.Single().Code);
        }
    }

    private async Task<Enum> Refused(PersonId person, Action<AdmitMemberInput>? change = null) =>
        (await host.Admit(person, change)).Refusals.Single().Code;
}
