using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Leases;

public sealed class SubsidyTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _today = new(2026, 6, 1);

    [Fact]
    public async Task Steward_RecordsASubsidyByForm_AndLeaseAndHomeTellIt()
    {
        var input = await host.LeaseInput();
        var holder = input.Holders[0].Person!.Value;
        var lease = await host.Enter(input);
        var giver = await host.AddOrganisation(LeaseIntent.Unique("Commonwealth Housing Fund"));
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/leases/{lease}/subsidies/record")).Submit(new Dictionary<string, string>
        {
            ["Input.Organisation"] = giver.ToString(),
            ["Input.Source"] = "HOME 2019",
            ["Input.Amount"] = "40,000",
            ["Input.On"] = "2019-05-14",
            ["Input.Form"] = nameof(SubsidyForm.DeferredLoan),
            ["Input.HasLien"] = "true",
            ["Input.Until"] = "2049-05-13",
            ["Input.IncomeCapPercent"] = "60",
            ["Input.Recapture"] = "The whole, if the home is sold free of the lease",
        });
        Assert.Empty(page.Errors);
        string[] told =
        [
            "Commonwealth Housing Fund", "HOME 2019", "$40,000.00", "Deferred loan", "Secured by a lien",
            "May 13, 2049", "60% of the area median", "free of the lease", "into the home: Deferred loan",
        ];
        foreach (var said in told) Assert.Contains(said, page.Text, StringComparison.Ordinal);
        var home = (await host.Asks((ILand land) => land.HomeByNumber(input.HomeNumber)))!;
        var homePage = await steward.Open($"/land/homes/{home.Id}");
        foreach (var said in (string[])["HOME 2019", "$40,000.00", input.Number])
            Assert.Contains(said, homePage.Text, StringComparison.Ordinal);
        var end = page.Document.QuerySelector("#subsidies li a")!.GetAttribute("href")!;
        page = await (await steward.Open(end)).Submit(new Dictionary<string, string>
        {
            ["Input.On"] = "2026-05-20",
            ["Input.Reason"] = "Forgiven by the fund",
        });
        Assert.Contains("ended: Forgiven by the fund", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#subsidies li a"));
        using var own = await host.SignInAs(Role.Leaseholder, holder.Value);
        Assert.Contains("HOME 2019", (await own.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caps_AreTheLeasesAndEverySubsidysInForce()
    {
        var lease = await host.NewLease(i => i.IncomeLimitPercent = 80);
        var number = (await host.ViewOf(lease)).Lease.Number;
        await Record(lease, i => (i.Source, i.IncomeCapPercent) = ("Town", 60));
        await Record(lease, i => (i.Source, i.IncomeCapPercent, i.Until) = ("Old", 50, new DateOnly(2025, 1, 1)));
        await Record(lease, i => i.Source = "No cap");
        var ended = await Record(lease, i => (i.Source, i.IncomeCapPercent) = ("Repaid", 30));
        await End(lease, ended.Value, _today);
        var caps = await Caps(lease, _today);
        Assert.Equal([new HomeIncomeCap($"Lease {number}", 80), new HomeIncomeCap("Town", 60)], caps);
        Assert.Equal([80m, 60, 50, 30], (await Caps(lease, new DateOnly(2025, 1, 1))).Select(c => c.PercentOfMedian));
        Assert.Empty(await Caps(await host.NewLease(), _today));
        Assert.Empty(await Caps(lease, _today, Intent.ActorWith(Role.Leaseholder)));
    }

    [Fact]
    public async Task Subsidy_StaysInTheHome_WhenAnotherLeaseFollows()
    {
        var input = await host.LeaseInput();
        input.EndsOn = new DateOnly(2025, 12, 31);
        var first = await host.Enter(input);
        await host.Does((EndLease end) => end, new EndLeaseInput
        {
            Lease = first,
            Version = 1,
            On = new DateOnly(2024, 1, 1),
            Reason = EndReason.Surrendered,
        });
        var next = await host.LeaseInput();
        (next.HomeNumber, next.StartsOn) = (input.HomeNumber, new DateOnly(2024, 2, 1));
        var second = await host.Enter(next);
        await Record(second, i => (i.Source, i.On, i.IncomeCapPercent) = ("State", new DateOnly(2023, 1, 1), 70));
        Assert.Equal(70, Assert.Single(await Caps(second, _today)).PercentOfMedian);
        Assert.Single((await host.ViewOf(first)).History.Subsidies);
    }

    [Fact]
    public async Task Refusals()
    {
        var lease = await host.NewLease();
        Assert.Equal(RecordSubsidyRefusal.SourceMissing, (await Record(lease, i => i.Source = " ")).Code());
        Assert.Equal(RecordSubsidyRefusal.OrganisationUnknown,
            (await Record(lease, i => i.Organisation = RecordIds.New<OrganisationId>())).Code());
        Assert.Equal(RecordSubsidyRefusal.AmountNotUsable,
            (await Record(lease, i => i.Amount = Money.Of(5, Currency.Gbp))).Code());
        Assert.Equal(RecordSubsidyRefusal.DayNotUsable, (await Record(lease, i => i.On = _today.AddDays(1))).Code());
        Assert.Equal(RecordSubsidyRefusal.EndsBeforeItBegins,
            (await Record(lease, i => i.Until = new DateOnly(2019, 5, 13))).Code());
        var subsidy = (await Record(lease, _ => { })).Value;
        Assert.Equal(EndSubsidyRefusal.DayNotUsable, (await End(lease, subsidy, _today.AddDays(1))).Code());
        Assert.True((await End(lease, subsidy, _today)).IsDone);
        Assert.Equal(EndSubsidyRefusal.AlreadyEnded, (await End(lease, subsidy, _today)).Code());
        Assert.Equal(CommonRefusal.NotFound, (await End(await host.NewLease(), subsidy, _today)).Code());
    }

    private Task<IReadOnlyList<HomeIncomeCap>> Caps(LeaseId lease, DateOnly on, Actor? actor = null) =>
        host.Asks((IIncomeCaps caps) => caps.CapsOn(lease, on), actor);

    private Task<Outcome<SubsidyId>> Record(LeaseId lease, Action<RecordSubsidyInput> change)
    {
        var input = new RecordSubsidyInput
        {
            Lease = lease,
            Source = "Fund",
            Amount = Money.Of(10_000, Currency.Usd),
            On = new DateOnly(2019, 5, 14),
        };
        change(input);
        return host.Does((RecordSubsidy record) => record, input);
    }

    private Task<Outcome<SubsidyId>> End(LeaseId lease, SubsidyId subsidy, DateOnly on) => host.Does(
        (EndSubsidy end) => end,
        new EndSubsidyInput { Lease = lease, Subsidy = subsidy, On = on, Reason = "Paid back" });
}
