using System.Net;
using Commonstead.Accounts;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

public sealed class MembershipTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _moved = new(2026, 2, 1);

    [Fact]
    public async Task TheRollOfADay_HasTheClassAndRepresentativeOfThatDay()
    {
        var (first, next) = (await host.NewPerson(), await host.NewPerson());
        var body = await host.AddOrganisation(LeaseIntent.Unique("Library"));
        var id = await host.NewMember(first, i => i.Organisation = body);
        await host.SetTerms(new DateOnly(2025, 1, 1), i => i.Classes.Add(new ClassInput { Name = "Local bodies" }));
        Assert.True((await Move(await host.Entry(id), "local-bodies", _moved)).IsDone);
        Assert.True((await Name(await host.Entry(id), next, _moved.AddDays(9))).IsDone);
        Assert.Null(await On(MemberIntent.Joined.AddDays(-1)));
        Assert.Equal((first, "general"), await On(_moved.AddDays(-1)));
        Assert.Equal((first, "local-bodies"), await On(_moved));
        Assert.Equal((next, "local-bodies"), await On(_moved.AddDays(9)));
        var classed = await Roll(_moved, "general");
        Assert.DoesNotContain(classed, r => r.Id == id);
        Assert.Equal(id, (await host.Read<IMembers, MemberOnRoll?>(m => m.MemberOf(first, _moved)))!.Id);
        Assert.Null(await host.Read<IMembers, MemberOnRoll?>(m => m.MemberOf(first, _moved.AddDays(9))));
        Assert.True((await host.EndsMembership(await host.Entry(id), new DateOnly(2026, 5, 1))).IsDone);
        Assert.Equal((next, "local-bodies"), await On(new DateOnly(2026, 4, 30)));
        Assert.Null(await On(new DateOnly(2026, 5, 1)));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/members/{id}");
        Assert.Contains("Moved to the class “Local bodies”", page.Text, StringComparison.Ordinal);
        Assert.Contains("The membership ended: Resigned", page.Text, StringComparison.Ordinal);

        async Task<(PersonId, string)?> On(DateOnly day) =>
            (await Roll(day)).SingleOrDefault(r => r.Id == id) is { } on ? (on.Person, on.Class) : null;
    }

    [Fact]
    public async Task EndedAlready_NoMember_ChangedMeanwhile()
    {
        var id = await host.NewMember();
        var seen = await host.Entry(id);
        Assert.True((await host.EndsMembership(seen, _moved)).IsDone);
        Assert.Equal(MemberRefusal.EndedAlready, Code(await host.EndsMembership(await host.Entry(id), _moved)));
        var nobody = new EndMembershipInput { Member = MemberId.From(Guid.CreateVersion7()), On = _moved };
        Assert.Equal(MemberRefusal.NoMember, Code(await host.Does((EndMembership end) => end, nobody)));
        var other = await host.Entry(await host.NewMember());
        Assert.Equal(CommonRefusal.ChangedMeanwhile,
            Code(await host.EndsMembership(other, _moved, i => i.Version = 7)));
    }

    [Fact]
    public async Task EndMembership_DayNotUsable_NotByHand_NoteMissing()
    {
        var member = await host.Entry(await host.NewMember());
        foreach (var day in (DateOnly[])[MemberIntent.Joined, host.Trust.Today.AddDays(1)])
            Assert.Equal(EndMembershipRefusal.DayNotUsable, Code(await host.EndsMembership(member, day)));
        foreach (var reason in (MemberEnd[])[MemberEnd.Lapsed, MemberEnd.Merged, MemberEnd.LeaseEnded])
            Assert.Equal(EndMembershipRefusal.NotByHand,
                Code(await host.EndsMembership(member, _moved, i => i.Reason = reason)));
        Assert.Equal(EndMembershipRefusal.NoteMissing,
            Code(await host.EndsMembership(member, _moved, i => i.Reason = MemberEnd.Removed)));
        Assert.True((await host.EndsMembership(
            member, _moved, i => (i.Reason, i.Note) = (MemberEnd.Removed, "The meeting of January 20"))).IsDone);
    }

    [Fact]
    public async Task NameRepresentative_NotAnOrganisation_SamePerson_DayNotUsable()
    {
        var person = await host.NewPerson();
        var own = await host.Entry(await host.NewMember(person));
        Assert.Equal(NameRepresentativeRefusal.NotAnOrganisation, Code(await Name(own, person, _moved)));
        var body = await host.AddOrganisation(LeaseIntent.Unique("Club"));
        var member = await host.Entry(await host.NewMember(person, i => i.Organisation = body));
        Assert.Equal(NameRepresentativeRefusal.SamePerson, Code(await Name(member, person, _moved)));
        var other = await host.NewPerson();
        foreach (var day in (DateOnly[])[MemberIntent.Joined.AddDays(-1), host.Trust.Today.AddDays(1)])
            Assert.Equal(NameRepresentativeRefusal.DayNotUsable, Code(await Name(member, other, day)));
        Assert.Equal(MemberRefusal.PersonUnknown,
            Code(await Name(member, PersonId.From(Guid.CreateVersion7()), _moved)));
    }

    [Fact]
    public async Task ChangeClass_SameClass_DayNotUsable()
    {
        var member = await host.Entry(await host.NewMember());
        Assert.Equal(ChangeClassRefusal.SameClass, Code(await Move(member, "general", _moved)));
        foreach (var day in (DateOnly[])[MemberIntent.Joined.AddDays(-1), host.Trust.Today.AddDays(1)])
            Assert.Equal(ChangeClassRefusal.DayNotUsable, Code(await Move(member, "leaseholder", day)));
        Assert.Equal(MemberRefusal.HoldsNoLease, Code(await Move(member, "leaseholder", _moved)));
    }

    [Fact]
    public async Task AMergedPerson_StaysOneMember_WithOneVote()
    {
        var (kept, duplicate) = (await host.NewPerson(), await host.NewPerson("Duplicate"));
        var first = await host.NewMember(duplicate, i => i.Shares = 2);
        var second = await host.NewMember(kept, i => (i.JoinedOn, i.Shares) = (MemberIntent.Joined.AddDays(3), 1));
        Assert.True((await host.Does((MergePersons merge) => merge,
            new MergePersonsInput { Duplicate = duplicate, Kept = kept })).IsDone);
        var (one, other) = (await host.Entry(first), await host.Entry(second));
        Assert.Equal((kept, true, 3), (one.Person, one.IsOpen, one.Shares));
        Assert.DoesNotContain("Duplicate", one.Name, StringComparison.Ordinal);
        Assert.Equal((MemberEnd.Merged, first), (other.EndReason, other.MergedInto));
        Assert.Equal(first, Assert.Single(await Roll(host.Trust.Today), r => r.Person == kept).Id);
    }

    [Fact]
    public async Task Erasing_KeepsNameAndDatesOfAFormerMember_ForTheYearsOfTheLaw()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var person = await own.AddPerson("Una", "Former", i => i.Email = "una@example.org");
        var id = await own.NewMember(person);
        var erase = new ErasePersonInput { Person = person, IsUnderstood = true };
        var tied = (await own.Does((ErasePerson o) => o, erase)).Refusals.Single();
        Assert.Equal(ErasePersonRefusal.StillTied, tied.Code);
        await own.EndsMembership(await own.Entry(id), new DateOnly(2026, 5, 2), i => i.Note = "Moved away");
        Assert.True((await own.Does((ErasePerson o) => o, erase)).IsDone);
        Assert.Equal("Una Former", (await own.Entry(id)).Name);
        own.Clock.Set(new DateOnly(2038, 5, 3));
        Assert.True((await own.Does((ErasePerson o) => o, erase)).IsDone);
        var member = await own.Entry(id);
        Assert.DoesNotContain("Former", member.Name + member.SortName + member.Search, StringComparison.Ordinal);
        Assert.Null(member.EndNote);
        Assert.Equal((MemberIntent.Joined, new DateOnly(2026, 5, 2)), (member.JoinedOn, member.EndedOn));
        Assert.Empty((await Verification.Run(own.Trust)).Breaks);
    }

    [Fact]
    public async Task AMember_SeesHerOwnEntry_AndNobodyElses()
    {
        var (person, family) = (await host.NewPerson(), LeaseIntent.Unique("Other"));
        var own = await host.NewMember(person);
        var other = await host.NewMember(await host.NewPerson(family));
        using var member = await host.SignInAs(Role.Member, person.Value);
        Assert.Equal(HttpStatusCode.OK, (await member.Open($"/members/{own}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/members/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open("/members")).Status);
    }

    private Task<IReadOnlyList<MemberOnRoll>> Roll(DateOnly day, params string[] classes) =>
        host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(m => m.RollOn(day, classes.Length == 0 ? null : classes));

    private Task<Outcome<MemberId>> Move(Member member, string code, DateOnly from) => host.Does(
        (ChangeClass change) => change,
        new ChangeClassInput { Member = member.Id, Version = member.Version, Class = code, From = from });

    private Task<Outcome<MemberId>> Name(Member member, PersonId person, DateOnly from) => host.Does(
        (NameRepresentative name) => name,
        new NameRepresentativeInput { Member = member.Id, Version = member.Version, Person = person, From = from });

    private static Enum Code<T>(Outcome<T> outcome) => outcome.Refusals.Single().Code;
}
