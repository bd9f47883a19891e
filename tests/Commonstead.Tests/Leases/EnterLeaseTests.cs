using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Commonstead.Tests.Land;

namespace Commonstead.Tests.Leases;

public sealed class EnterLeaseTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_EntersALeaseByForm_AndFindsItInTheRegister()
    {
        using var steward = await host.SignInAsSteward();
        var (home, person, number) = (await host.NewHome(), await host.NewPerson("Okafor"), LeaseIntent.Unique("L"));
        var form = await steward.Open("/leases/enter");
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Number"] = number,
            ["Input.HomeNumber"] = home,
            ["Input.Instrument"] = nameof(Instrument.GroundLease),
            ["Input.StartsOn"] = "2019-05-14",
            ["Input.EndsOn"] = "2118-05-13",
            ["Input.Holders[0].Name"] = person.ToString(),
            ["Input.IncomeLimitPercent"] = "80",
            ["Input.Area"] = "us:county:25013",
            ["Input.Fee.Amount"] = "40",
        });
        Assert.Equal($"Lease {number}", page.Heading);
        Assert.Contains("Ana Okafor", page.Text, StringComparison.Ordinal);
        Assert.Contains("$40.00", page.Text, StringComparison.Ordinal);
        Assert.Contains(number, (await steward.Open($"/leases?q={number}")).Text, StringComparison.Ordinal);
        Assert.Contains(number, (await steward.Open("/leases?q=okafor&state=in-force")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await steward.Open("/leases?state=void")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArea_IsShownByItsName_OnceAFileHasNamedIt()
    {
        var area = "us:county:" + Random.Shared.Next(90_000, 99_999);
        var lease = await host.NewLease(l =>
        {
            l.Area = area;
            l.Facts = [new FactInput { Name = "home_area", Text = area, Source = "Schedule" }];
        });
        using var steward = await host.SignInAsSteward();
        Assert.Contains(area, (await steward.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
        Assert.True((await host.Does((NameAreas name) => name, new NameAreasInput
        {
            Lines = [new AreaLine(area, "Hampden County", null, null)],
        })).IsDone);
        var page = await steward.Open($"/leases/{lease}");
        Assert.Contains($"Hampden County ({area})", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_AreWhatWasEntered()
    {
        var rule = await host.TestRule();
        var input = await host.LeaseInput();
        input.Rule = rule;
        input.TransferFeePercent = 1.5m;
        input.AppraisalBasis = AppraisalBasis.FeeSimple;
        input.Fee = new FeeInput { Amount = Money.Of(40, Currency.Usd) };
        input.Facts =
        [
            new FactInput { Name = "purchase_price", Text = "160000", Source = "Closing statement" },
            new FactInput { Name = "appraisal_at_purchase", Source = "The file was lost" },
        ];
        var id = await host.Enter(input);
        var terms = await host.Asks((ILeases leases) => leases.Terms(id));
        Assert.NotNull(terms);
        Assert.Equal(input.Number, terms.Number);
        Assert.Equal(rule, terms.RuleHash);
        Assert.Equal(new StatedFact("160000", "Closing statement"), terms.Facts["purchase_price"]);
        Assert.Null(terms.Facts["appraisal_at_purchase"].Text);
        Assert.Equal(input.Holders[0].Person, Assert.Single(terms.Holders));
        Assert.Equal(1.5m, terms.TransferFeePercent);
        Assert.Equal(AppraisalBasis.FeeSimple, terms.AppraisalBasis);
        Assert.Equal(Money.Of(40, Currency.Usd), terms.FeeAMonth);
    }

    [Theory]
    [InlineData(FeeFrequency.Monthly, 250)]
    [InlineData(FeeFrequency.Quarterly, 83.33)]
    [InlineData(FeeFrequency.HalfYearly, 41.67)]
    [InlineData(FeeFrequency.Yearly, 20.83)]
    public async Task AFee_IsToldByTheMonth_HoweverOftenItIsDue(FeeFrequency frequency, double month)
    {
        var id = await host.NewLease(i =>
            i.Fee = new FeeInput { Amount = Money.Of(250, Currency.Usd), Frequency = frequency });
        var terms = await host.Asks((ILeases leases) => leases.Terms(id));
        Assert.Equal(Money.Of((decimal)month, Currency.Usd), terms!.FeeAMonth);
    }

    [Fact]
    public async Task Leaseholder_SeesHerOwnLease_AndNobodyElses()
    {
        var input = await host.LeaseInput();
        var own = await host.Enter(input);
        var other = await host.NewLease();
        var holder = input.Holders[0].Person!.Value;
        using var visitor = await host.SignInAs(Role.Leaseholder, holder.Value);
        Assert.Contains(input.Number, (await visitor.Open($"/leases/{own}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/leases/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/leases")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/leases/enter")).Status);
        Assert.Equal($"/leases/{own}", (await visitor.Open("/my-lease")).Address);
        var actor = Intent.ActorWith(Role.Leaseholder) with { Person = holder.Value };
        Assert.Equal([own], await host.Asks((ILeases leases) => leases.HeldBy(holder), actor));
        Assert.Null(await host.Asks((ILeases leases) => leases.Terms(other), actor));
    }

    [Fact]
    public async Task NumberTaken()
    {
        var first = await host.LeaseInput();
        await host.Enter(first);
        var again = await host.LeaseInput();
        again.Number = first.Number;
        Assert.Equal(EnterLeaseRefusal.NumberTaken, (await Try(again)).Code());
        again.Number = first.Number.ToLowerInvariant();
        Assert.NotEqual(first.Number, again.Number);
        Assert.Equal(EnterLeaseRefusal.NumberTaken, (await Try(again)).Code());
    }

    [Fact]
    public async Task HomeUnknown() =>
        Assert.Equal(EnterLeaseRefusal.HomeUnknown, (await Try(i => i.HomeNumber = "nowhere")).Code());

    [Fact]
    public async Task EndsBeforeStart() =>
        Assert.Equal(EnterLeaseRefusal.EndsBeforeStart, (await Try(i => i.EndsOn = new DateOnly(2019, 5, 13))).Code());

    [Fact]
    public async Task HomeUnderLease_IsRefused_ButNotAfterItsTerm()
    {
        var first = await host.LeaseInput();
        first.EndsOn = new DateOnly(2025, 1, 31);
        await host.Enter(first);
        var second = await host.LeaseInput();
        second.HomeNumber = first.HomeNumber;
        second.StartsOn = new DateOnly(2025, 1, 31);
        Assert.Equal(EnterLeaseRefusal.HomeUnderLease, (await Try(second)).Code());
        second.StartsOn = new DateOnly(2025, 2, 1);
        Assert.True((await Try(second)).IsDone);
    }

    [Fact]
    public async Task HeldOutsideTerm() => Assert.Equal(
        EnterLeaseRefusal.HeldOutsideTerm, (await Try(i => i.HeldFrom = new DateOnly(2018, 1, 1))).Code());

    [Fact]
    public async Task RuleUnknown() =>
        Assert.Equal(EnterLeaseRefusal.RuleUnknown, (await Try(i => i.Rule = new string('a', 64))).Code());

    [Fact]
    public async Task RenewalWindowReversed() => Assert.Equal(
        EnterLeaseRefusal.RenewalWindowReversed,
        (await Try(i => (i.RenewalNoticeOpensDays, i.RenewalNoticeClosesDays) = (180, 365))).Code());

    [Fact]
    public async Task FactTwice() => Assert.Equal(EnterLeaseRefusal.FactTwice, (await Try(i => i.Facts =
    [
        new FactInput { Name = "purchase_price", Text = "1", Source = "a" },
        new FactInput { Name = "purchase_price", Text = "2", Source = "b" },
    ])).Code());

    [Fact]
    public async Task FactNotUnderstood()
    {
        var rule = await host.TestRule();
        Assert.Equal(EnterLeaseRefusal.FactNotUnderstood, (await Try(i =>
        {
            i.Rule = rule;
            i.Facts = [new FactInput { Name = "purchase_date", Text = "2019-02-30", Source = "Deed" }];
        })).Code());
    }

    [Fact]
    public async Task FeeNotInCurrency() => Assert.Equal(
        EnterLeaseRefusal.FeeNotInCurrency,
        (await Try(i => i.Fee = new FeeInput { Amount = Money.Of(40, Currency.Gbp) })).Code());

    [Fact]
    public async Task HolderMissing() =>
        Assert.Equal(HolderRefusal.HolderMissing, (await Try(i => i.Holders = [])).Code());

    [Fact]
    public async Task HolderUnknown() => Assert.Equal(
        HolderRefusal.HolderUnknown, (await Try(i => i.Holders = [new HolderInput { Name = "Nobody At All" }])).Code());

    [Fact]
    public async Task HolderAmbiguous_IsRefused_AndTheIdDecides()
    {
        var one = await host.NewPerson("Twin");
        await host.NewPerson("Twin");
        Assert.Equal(
            HolderRefusal.HolderAmbiguous, (await Try(i => i.Holders = [new HolderInput { Name = "Ana Twin" }]))
                .Code());
        Assert.True((await Try(i => i.Holders = [new HolderInput { Name = one.ToString() }])).IsDone);
    }

    [Fact]
    public async Task HolderTwice()
    {
        var person = await host.NewPerson();
        var outcome = await Try(i => i.Holders = [new HolderInput { Person = person },
            new HolderInput { Person = person }]);
        Assert.Equal(HolderRefusal.HolderTwice, outcome.Code());
    }

    [Fact]
    public async Task ShareMissing() =>
        Assert.Equal(HolderRefusal.ShareMissing, (await Try(i => i.Tenancy = Tenancy.InCommon)).Code());

    [Fact]
    public async Task ShareOfJointHolder() =>
        Assert.Equal(HolderRefusal.ShareOfJointHolder, (await Try(i => i.Holders[0].Share = "1/2")).Code());

    [Theory]
    [InlineData("1/3", "1/3", "1/3", true)]
    [InlineData("50%", "1/4", "25 %", true)]
    [InlineData("1/3", "1/3", "1/2", false)]
    public async Task SharesDoNotAddUp(string first, string second, string third, bool isDone)
    {
        PersonId[] people = [await host.NewPerson(), await host.NewPerson(), await host.NewPerson()];
        var outcome = await Try(i =>
        {
            i.Tenancy = Tenancy.InCommon;
            i.Holders = [.. people.Zip([first, second, third], (p, s) => new HolderInput { Person = p, Share = s })];
        });
        Assert.Equal(isDone, outcome.IsDone);
        if (!isDone) Assert.Equal(HolderRefusal.SharesDoNotAddUp, outcome.Code());
    }

    [Fact]
    public async Task NestedBounds_AreHeld()
    {
        var outcome = await Try(i => i.Facts = [new FactInput { Name = "Not A Name", Source = "x" }]);
        Assert.Equal(CommonRefusal.InputOutOfBounds, outcome.Code());
        Assert.Equal("Facts[0].Name", outcome.Refusals[0].Field);
    }

    [Fact]
    public async Task TwoStewardsAtOnce_OneSucceeds()
    {
        var (one, two) = (await host.LeaseInput(), await host.LeaseInput());
        two.HomeNumber = one.HomeNumber;
        var outcomes = await Task.WhenAll(Try(one), Try(two));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(EnterLeaseRefusal.HomeUnderLease, outcomes.Single(o => !o.IsDone).Code());
    }

    private async Task<Outcome<LeaseId>> Try(Action<EnterLeaseInput> change)
    {
        var input = await host.LeaseInput();
        change(input);
        return await Try(input);
    }

    private Task<Outcome<LeaseId>> Try(EnterLeaseInput input) => host.Does((EnterLease enter) => enter, input);
}
