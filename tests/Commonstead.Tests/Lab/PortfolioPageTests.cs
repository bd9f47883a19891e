using Commonstead.Lab;
using Commonstead.Leases;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Series;

namespace Commonstead.Tests.Lab;

public sealed class PortfolioPageTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Ahead = "Ask.Years=12&Ask.Paths=200&Ask.BlockYears=2&Ask.IncomesProxy=2 %25";

    [Fact]
    public async Task EachHome_IsPricedUnderItsOwnLease_AndComparedWithWhatAHouseholdCanPay()
    {
        var rule = await host.LabIsReady();
        var number = LeaseIntent.Unique("P");
        await host.NewLease(i => (i.Number, i.Rule) = (number, rule));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab/homes?{LabStudies.Now}");
        Assert.Empty(page.Errors);
        var row = page.Document.QuerySelectorAll("table.lab-homes")[0].QuerySelectorAll("tbody tr").Single(
            r => r.QuerySelector("th")!.TextContent.Contains(number, StringComparison.Ordinal));
        // Nothing is stated yet that the rule needs: the home has no price, and the page says what to find.
        Assert.Contains("The rule needs purchase_price", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Of ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHomeThatNothingSaysTheWorthOf_HasNoFutures_AndSaysSo()
    {
        var rule = await host.LabIsReady();
        var number = LeaseIntent.Unique("P");
        await host.NewLease(i => (i.Number, i.Rule, i.Facts) = (number, rule,
        [
            new FactInput { Name = "purchase_price", Text = "120000", Source = "deed" },
            new FactInput { Name = "purchase_date", Text = "2001-05-01", Source = "deed" },
        ]));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab/homes?{LabStudies.Now}&{Ahead}");
        Assert.Empty(page.Errors);
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=ahead-title] tbody tr").Single(
            r => r.QuerySelector("th")!.TextContent.Contains(number, StringComparison.Ordinal));
        Assert.Contains("states no appraisal", row.TextContent, StringComparison.Ordinal);
        var file = await steward.Open(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!);
        var lines = (await file.Response.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.Contains("affordable_year_10,without_price_year_10", lines[0], StringComparison.Ordinal);
        Assert.Contains(",mortgage_rate,lease_fee,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains(",0.065,50,", StringComparison.Ordinal));
        var today = await steward.Open($"/lab/homes?{LabStudies.Now}&{Ahead}&handler=TodayCsv");
        Assert.DoesNotContain("affordable_year_10", today.Text, StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith(number, StringComparison.Ordinal));

        // A lease entered since is among them, though the study's address is the same.
        var other = LeaseIntent.Unique("P");
        await host.NewLease(i => (i.Number, i.Rule) = (other, rule));
        page = await steward.Open($"/lab/homes?{LabStudies.Now}&{Ahead}");
        Assert.Contains(
            page.Document.QuerySelectorAll("section[aria-labelledby=ahead-title] tbody th"),
            th => th.TextContent.Contains(other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHomesFutures_BeginWithWhatItIsWorthItself()
    {
        var rule = await host.LabIsReady();
        var (today, code) = (host.Trust.Today, $"lab.m{Guid.NewGuid():N}"[..14]);
        var months = Enumerable.Range(0, 12 * 8).Select(back => today.AddMonths(-back));
        await host.Import(SeriesIntent.Csv(
        [
            "series,period,value,unit",
            .. months.Select(m => $"{code},{m:yyyy-MM},{100 + ((m.Year - today.Year) * 12) + m.Month},number"),
        ]));
        await host.Import(SeriesIntent.Csv(
        [
            "series,period,value,unit",
            .. Enumerable.Range(today.Year - 8, 9).Select(year => $"{code}.pay,{year},90000,USD"),
        ]));
        var number = LeaseIntent.Unique("P");
        await host.NewLease(i => (i.Number, i.Rule, i.Facts) = (number, rule,
        [
            new FactInput { Name = "purchase_price", Text = "120000", Source = "deed" },
            new FactInput { Name = "purchase_date", Text = $"{today.AddYears(-3):yyyy-MM-dd}", Source = "deed" },
            new FactInput { Name = "appraisal_at_purchase", Text = "200000", Source = "appraisal" },
        ]));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open(
            $"/lab/homes?Ask.Market={code}&Ask.Incomes={code}.pay&Ask.Area=us:county:25013&Ask.Mortgage=lab.rate"
            + "&Ask.MortgageProxy=6.5 %25&Ask.HomeValue=100000&Ask.HomeValueYear=2020"
            + "&Ask.Years=10&Ask.Paths=200&Ask.BlockYears=2");
        Assert.Empty(page.Errors);
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=ahead-title] tbody tr").Single(
            r => r.QuerySelector("th")!.TextContent.Contains(number, StringComparison.Ordinal));
        Assert.Equal(3, row.QuerySelectorAll("td.number").Length);
    }

    [Theory]
    [InlineData("Ask.TermYears=0", "5 to 40 years")]
    [InlineData("Ask.Deposit=120", "below 100 %")]
    [InlineData("Ask.Persons=0", "1 to 8 persons")]
    [InlineData("Ask.Target=-80", "10 %")]
    public async Task AHouseholdThatCannotBe_IsRefused(string setting, string says)
    {
        await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab/homes?{LabStudies.Now}&{setting}");
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IncomesThatNobodyPublished_ComeFromTheirProxy()
    {
        await host.LabIsReady();
        await host.NewLease();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open(
            $"/lab/homes?{LabStudies.Now.Replace("lab.now", "lab.own", StringComparison.Ordinal)}"
            + $"&Ask.IncomesProxy=100000 in {host.Trust.Today.Year}, 2 %25"
            + "&Ask.Paths=100&Ask.BlockYears=2&Ask.Years=10");
        Assert.Empty(page.Errors);
        Assert.Contains("lab.own, $100,000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFigure_IsNamed()
    {
        await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open(
            $"/lab/homes?{LabStudies.Now.Replace("lab.now", "lab.never", StringComparison.Ordinal)}");
        Assert.Contains(
            "There is no figure of lab.never for today", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARateInPercent_IsRefused_ForItWouldPriceEverybodyOut()
    {
        await host.LabIsReady();
        await host.Import(SeriesIntent.Csv(
            "series,period,value,unit", $"lab.percent,{host.Trust.Today.Year},6.5,number"));
        var question = new LabQuestion
        {
            Market = "lab.prices",
            Incomes = "lab.now",
            Area = "us:county:25013",
            Mortgage = "lab.percent",
        };
        var refused = await host.Asks((HomesAtRisk homes) => homes.Look(question));
        Assert.Equal(StudyRefusal.RateNotAFraction, refused.Code());
        Assert.Equal(["lab.percent", 6.5m], refused.Refusals[0].Figures);
    }

    [Fact]
    public async Task WhatIsKeptOfTheHomes_NamesNobody_AndKnowsAChangedLease()
    {
        var rule = await host.LabIsReady();
        var lease = await host.NewLease(i => i.Rule = rule);
        var before = await Looked();
        Assert.Matches("^[0-9a-f]{64}$", before.Basis);
        Assert.Equal(before.Basis, (await Looked()).Basis);
        Assert.All(before.Homes, h => Assert.Empty(h.Lease.Holders));
        await host.NewLease();
        Assert.NotEqual(before.Basis, (await Looked()).Basis);
        Assert.Contains(before.Homes, h => h.Lease.Id == lease);

        async Task<PortfolioView> Looked() => (await host.Asks((HomesAtRisk homes) => homes.Look(new LabQuestion
        {
            Market = "lab.prices",
            Incomes = "lab.now",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
            MortgageProxy = "6.5 %",
        }))).Value;
    }

    [Fact]
    public async Task AStudyWithoutAMarket_SaysWhatToName()
    {
        await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/lab/homes?Ask.Market=&Ask.Incomes=lab.now&Ask.Area=us:county:25013");
        Assert.Contains("Name a series for market prices", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRefusal_IsOfTheStudy()
    {
        await host.LabIsReady();
        var question = new LabQuestion
        {
            Market = "lab.prices",
            Incomes = "lab.incomes",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
        };
        var refused = await host.Asks((HomesAtRisk homes) => homes.Look(question));
        Assert.Equal(StudyRefusal.FigureMissing, refused.Code());
    }

    [Fact]
    public async Task LeasesInForce_ComeWithTheirFacts()
    {
        await host.LabIsReady();
        var number = LeaseIntent.Unique("P");
        var id = await host.NewLease(i => i.Number = number);
        var one = (await host.Asks((ILeases leases) => leases.Terms(id)))!;
        var all = await host.Asks((ILeases leases) => leases.InForce(HomesAtRisk.MostHomes));
        var same = Assert.Single(all, l => l.Id == id);
        Assert.Equal(one.Facts, same.Facts);
        Assert.Equal(one.Home, same.Home);
        Assert.Equal(one.Holders, same.Holders);
    }
}
