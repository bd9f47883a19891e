using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Members;

public sealed class MembershipTermsTests : IAsyncLifetime
{
    private static readonly DateOnly _day = new(2026, 1, 1);
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void WhatIsUsual_FollowsTheCountry()
    {
        var us = MembershipTerms.Usual(Country.UnitedStates, Currency.Usd);
        var gb = MembershipTerms.Usual(Country.GreatBritain, Currency.Gbp);
        Assert.Equal((true, null), (us.LeaseholdersByLease, us.SharePrice));
        Assert.Equal((false, Money.Of(1, Currency.Gbp), null),
            (gb.LeaseholdersByLease, gb.SharePrice, gb.LapseAfterMonths));
        Assert.Equal(["leaseholder", "general", "public"], gb.Classes.Select(c => c.Code));
        Assert.Null(gb.ClassOf("public"));
    }

    [Fact]
    public async Task Steward_SetsTermsByForm_AndEarlierDaysKeepTheirs()
    {
        using var steward = await _host.SignInAsSteward();
        var page = await (await steward.Open("/members/terms")).Submit(new Dictionary<string, string>
        {
            ["Input.From"] = "2026-06-01",
            ["Input.MinimumAge"] = "16",
            ["Input.Dues"] = "10",
            ["Input.Classes[3].Name"] = "Young members",
        });
        Assert.Equal("Members", page.Heading);
        var terms = await Terms(new DateOnly(2026, 6, 1));
        Assert.Equal((16, Money.Of(10, Currency.Usd)), (terms.MinimumAge, terms.Dues));
        Assert.Equal(["leaseholder", "general", "public", "young-members"], terms.Classes.Select(c => c.Code));
        Assert.Equal(18, (await Terms(new DateOnly(2026, 5, 31))).MinimumAge);
        page = await (await steward.Open("/members/terms")).Submit(
            new Dictionary<string, string> { ["Input.Classes[1].Name"] = "Friends" });
        Assert.Empty(page.Errors);
        terms = await Terms(new DateOnly(2026, 6, 1));
        Assert.Equal("Friends", terms.NameOf("general"));
        var classes = await _host.Read<IMembers, IReadOnlyList<MemberClass>>(m => m.ClassesOn(new(2026, 6, 1)));
        Assert.Equal(new MemberClass("public", "Public interest", false), classes[2]);
    }

    [Fact]
    public async Task BeforeOthers_AndChangedMeanwhile()
    {
        Assert.True((await _host.SetTerms(_day)).IsDone);
        Assert.Equal(SetMembershipTermsRefusal.BeforeOthers, await Refused(_day.AddDays(-1)));
        Assert.Equal(CommonRefusal.ChangedMeanwhile, await Refused(_day));
        Assert.True((await _host.SetTerms(_day, i => i.SeenVersion = 1)).IsDone);
    }

    [Fact]
    public async Task Classes_NoClassWithMembers_NameTwice_NameWithoutLetters()
    {
        Assert.Equal(SetMembershipTermsRefusal.NoClassWithMembers, await Refused(_day,
            i => i.Classes = [new ClassInput { Name = "Public", Basis = ClassBasis.SeatsOnly }]));
        Assert.Equal(SetMembershipTermsRefusal.NameTwice, await Refused(_day,
            i => i.Classes.Add(new ClassInput { Name = "GENERAL members" })));
        Assert.Equal(SetMembershipTermsRefusal.NameWithoutLetters, await Refused(_day,
            i => i.Classes.Add(new ClassInput { Name = "***" })));
    }

    [Fact]
    public async Task ClassInUse()
    {
        await _host.NewMember();
        Assert.Equal(SetMembershipTermsRefusal.ClassInUse, await Refused(_day, i => i.Classes.RemoveAt(1)));
        Assert.Equal(SetMembershipTermsRefusal.ClassInUse,
            await Refused(_day, i => i.Classes[1].Basis = ClassBasis.SeatsOnly));
    }

    [Fact]
    public async Task NoClassForLeaseholders_AmountNotAboveZero_SharesDoNotLapse_NothingToLapseFor()
    {
        Assert.Equal(SetMembershipTermsRefusal.NoClassForLeaseholders, await Refused(_day, i =>
        {
            i.LeaseholdersByLease = true;
            i.Classes.RemoveAt(0);
        }));
        Assert.Equal(SetMembershipTermsRefusal.AmountNotAboveZero,
            await Refused(_day, i => i.SharePrice = Money.Of(0, Currency.Usd)));
        Assert.Equal(SetMembershipTermsRefusal.AmountNotAboveZero,
            await Refused(_day, i => i.Dues = Money.Of(-1, Currency.Usd)));
        Assert.Equal(SetMembershipTermsRefusal.SharesDoNotLapse, await Refused(_day, i =>
        {
            (i.SharePrice, i.Dues) = (Money.Of(1, Currency.Usd), Money.Of(1, Currency.Usd));
            i.LapseAfterMonths = 12;
        }));
        Assert.Equal(SetMembershipTermsRefusal.NothingToLapseFor, await Refused(_day, i => i.LapseAfterMonths = 12));
    }

    [Fact]
    public async Task WhereThereAreShares_AMemberHoldsOne()
    {
        await _host.SetTerms(_day, i => i.SharePrice = Money.Of(1, Currency.Usd));
        var person = await _host.NewPerson();
        var outcome = await _host.Admit(person, i => i.JoinedOn = _day);
        Assert.Equal(AdmitMemberRefusal.ShareMissing, outcome.Refusals.Single().Code);
        Assert.True((await _host.Admit(person, i => (i.JoinedOn, i.Shares) = (_day, 1))).IsDone);
    }

    private Task<MembershipTerms> Terms(DateOnly day) =>
        _host.Read<MemberRegister, MembershipTerms>(m => m.TermsOn(day));

    private async Task<Enum> Refused(DateOnly from, Action<SetMembershipTermsInput>? change = null) =>
        (await _host.SetTerms(from, change)).Refusals.Single().Code;
}
