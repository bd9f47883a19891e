using Commonstead.Leases;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Members;

/// <summary>Whoever holds a lease is a member by it, where the terms say so, for as long as they hold it.</summary>
public sealed class FollowLeasesTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ALease_MakesItsHolderAMember_FromItsFirstDay_AndEndsThatWithIt()
    {
        var view = await host.ViewOf(await host.NewLease());
        var holder = view.Parts.Holdings[0].Person;
        var member = await OnlyEntry(holder);
        Assert.Equal(("leaseholder", MemberOrigin.Lease, view.Lease.StartsOn, view.Lease.Id),
            (member.Class, member.Origin, member.JoinedOn, member.Lease));
        Assert.True((await host.Does((EndLease end) => end, new EndLeaseInput
        {
            Lease = view.Lease.Id,
            Version = view.Lease.Version,
            On = new DateOnly(2026, 5, 1),
            Reason = EndReason.Surrendered,
        })).IsDone);
        member = await OnlyEntry(holder);
        Assert.Equal((MemberEnd.LeaseEnded, new DateOnly(2026, 5, 1)), (member.EndReason, member.EndedOn));
    }

    [Fact]
    public async Task AMemberByApplication_MovesToTheClass_AndBackWhenTheLeaseEnds()
    {
        var holder = await host.NewPerson();
        var id = await host.NewMember(holder);
        var lease = await host.NewLease(l => l.Holders = [new HolderInput { Person = holder }]);
        Assert.Equal("leaseholder", (await host.Entry(id)).Class);
        var view = await host.ViewOf(lease);
        Assert.True((await host.Does((EndLease end) => end, new EndLeaseInput
        {
            Lease = lease,
            Version = view.Lease.Version,
            On = new DateOnly(2026, 5, 1),
            Reason = EndReason.Surrendered,
        })).IsDone);
        var member = await host.Entry(id);
        Assert.Equal(("general", true), (member.Class, member.IsOpen));
        Assert.Equal("leaseholder", (await On(holder, new DateOnly(2026, 4, 30)))!.Class);
        Assert.Equal("general", (await On(holder, new DateOnly(2026, 5, 1)))!.Class);
    }

    [Fact]
    public async Task AResale_PassesTheMembershipOn_AndAVoidedClosingGivesItBack()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var seller = (await host.ViewOf(resale.Lease)).Parts.Holdings[0].Person;
        var before = await Leaseholders();
        Assert.Contains(seller, before);
        var closing = (await resale.Prepare()).Value;
        Assert.True((await resale.Confirm(closing)).IsDone);
        Assert.Null(await On(seller, host.Trust.Today));
        var buyer = Assert.Single((await Leaseholders()).Except(before));
        Assert.True((await resale.SetAside(closing, ResaleIntent.Board)).IsDone);
        Assert.Contains(seller, await Leaseholders());
        Assert.Null(await On(buyer, host.Trust.Today));
    }

    [Fact]
    public async Task WhereMembersApply_ALeaseMakesNobodyAMember()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        await own.FoundTrusts();
        await own.SetTerms(new DateOnly(2000, 1, 1));
        var view = await own.ViewOf(await own.NewLease());
        var holder = view.Parts.Holdings[0].Person;
        Assert.Null(await own.Read<IMembers, MemberOnRoll?>(m => m.MemberOf(holder, own.Trust.Today)));
        var id = await own.NewMember(holder, i => i.Class = "leaseholder");
        Assert.True((await own.Does((EndLease end) => end, new EndLeaseInput
        {
            Lease = view.Lease.Id,
            Version = view.Lease.Version,
            On = new DateOnly(2026, 5, 1),
            Reason = EndReason.Surrendered,
        })).IsDone);
        var member = await own.Entry(id);
        Assert.Equal(("general", true), (member.Class, member.IsOpen));
    }

    private async Task<List<PersonId>> Leaseholders() =>
        [.. (await host.Read<IMembers, IReadOnlyList<MemberOnRoll>>(
            m => m.RollOn(host.Trust.Today, ["leaseholder"]))).Select(r => r.Person)];

    private Task<MemberOnRoll?> On(PersonId person, DateOnly day) =>
        host.Read<IMembers, MemberOnRoll?>(m => m.MemberOf(person, day));

    private Task<Member> OnlyEntry(PersonId person) =>
        host.Read<MemberRegister, Member>(m => Task.FromResult(m.Members.Single(e => e.Person == person)));
}
