using System.Globalization;
using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Series;

namespace Commonstead.Tests.Lab;

public sealed class BacktestPageTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AStudy_StandsInItsAddress_WithFindings_Tables_AndWhatItRestsOn()
    {
        var rule = await host.LabIsReady();
        using var board = await host.SignInAs(Role.Board);
        var page = await board.Open(
            $"/lab?Ask.Rules={rule}&{LabStudies.Place}&Ask.Bought=2002&Ask.Start=Amount&Ask.StartValue=100000");
        Assert.Empty(page.Errors);
        // Market 200,000 in 2002 and 260,000 in 2004: a quarter of the rise from the price paid to the market value.
        Assert.Contains("$140,000", page.Text, StringComparison.Ordinal);
        Assert.Contains("Under “Test rule” the home", page.Text, StringComparison.Ordinal);
        Assert.Contains("6.5 % (declared)", page.Text, StringComparison.Ordinal);
        var charts = page.Document.QuerySelectorAll("table[data-chart]");
        Assert.Equal(2, charts.Length);
        Assert.Matches(
            @"^−?\d+\.\d\u00a0% a year\s+gets \$", charts[1].QuerySelector("td")!.TextContent.Trim());
        var file = await board.Open(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!);
        var lines = (await file.Response.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.Equal(1 + (5 * 4 / 2), lines.Length);
        Assert.All(lines.Skip(1), l => Assert.Contains("6.5 %", l, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(",2002,2004,USD,100000,140000", StringComparison.Ordinal));
        Assert.Contains("mortgage_rate,lease_fee,", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), l => Assert.Contains(",0.065,50,us:county:25013,", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutASetting_ThePageSaysHowToBegin()
    {
        await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/lab");
        Assert.Contains("What a household can pay", page.Text, StringComparison.Ordinal);
        using var member = await host.SignInAs(Role.Member);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open("/lab")).Status);
    }

    [Theory]
    [InlineData("Ask.Market=lab.prices&Ask.Incomes=lab.incomes&Ask.Mortgage=lab.rate", "Name the area")]
    [InlineData("Ask.Market=lab.prices&Ask.Mortgage=x&Ask.MortgageProxy=5 %25", "Name a series for incomes")]
    [InlineData(LabStudies.Place + "&Ask.IncomesProxy=as it was", "The proxy “as it was” is not understood")]
    [InlineData(LabStudies.Place + "&Ask.From=1990", "1990")]
    [InlineData(LabStudies.Place + "&Ask.Deposit=100", "deposit is at least 0 % and below 100 %")]
    public async Task WhatIsWrong_IsSaid(string setting, string says)
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab?Ask.Rules={rule}&{setting}");
        Assert.Contains(says, string.Join(' ', page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingSeries_IsNamed_AndAnUnknownRuleRefused()
    {
        var rule = await host.LabIsReady();
        var question = new LabQuestion
        {
            Rules = [rule],
            Market = "lab.prices",
            Incomes = "lab.nothing",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
            MortgageProxy = "6.5 %",
        };
        var refused = await Replay(question);
        Assert.Equal(StudyRefusal.NotComputed, refused.Code());
        Assert.Contains("lab.nothing", refused.Refusals[0].Figures[0].ToString(), StringComparison.Ordinal);
        question.Rules = [new string('0', 64)];
        Assert.Equal(StudyRefusal.RuleUnknown, (await Replay(question)).Code());
        Assert.Equal(StudyRefusal.SeriesMissing, (await Replay(new LabQuestion { Rules = [rule] })).Code());
        (question.Rules, question.Incomes, question.Area) = ([rule], "lab.incomes", null);
        Assert.Equal(StudyRefusal.AreaMissing, (await Replay(question)).Code());
        question.MarketProxy = "so so";
        Assert.Equal(StudyRefusal.ProxyNotUnderstood, (await Replay(question)).Code());
    }

    [Theory]
    [InlineData("", "Ask.From=2002&Ask.To=2002", "2002 alone")]
    [InlineData("", "Ask.From=2004&Ask.To=2001", "is after the last")]
    [InlineData("none", "", "not 0")]
    public async Task AStudyThatCannotBe_IsRefused(string rules, string setting, string says)
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab?{LabStudies.Place}&{setting}"
            + (rules.Length == 0 ? $"&Ask.Rules={rule}" : ""));
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("table[data-chart]"));
    }

    [Fact]
    public async Task AFactThatARuleAsksFor_IsStated_AndHeldToItsType()
    {
        await host.LabIsReady();
        var text = LeaseIntent.RuleText.Replace("# Test rule", "# A rule by rooms", StringComparison.Ordinal)
            .Replace("maximum_price =", "given bedrooms whole\nmaximum_price =", StringComparison.Ordinal)
            .Replace("* 25%,", "* 5% * bedrooms,", StringComparison.Ordinal);
        await host.Adopts(text);
        var question = new LabQuestion
        {
            Rules = [RuleDocument.Parse(text, "rooms.md").Document!.Hash],
            Market = "lab.prices",
            Incomes = "lab.incomes",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
            MortgageProxy = "6.5 %",
            Facts = "rooms = 3",
        };
        Assert.Equal(StudyRefusal.FactUnknown, (await Replay(question)).Code());
        question.Facts = "bedrooms = many";
        Assert.Equal(StudyRefusal.FactNotUnderstood, (await Replay(question)).Code());
        question.Facts = "purchase_price = 90000";
        Assert.Equal(StudyRefusal.FactOfEachSale, (await Replay(question)).Code());

        // Nobody has stated it yet, so that a study does not begin with such a rule.
        var begun = await host.Asks(async (LabBench bench) =>
        {
            var first = new LabQuestion();
            await bench.Begin(first);
            return first;
        });
        Assert.DoesNotContain(question.Rules[0], begun.Rules);
        Assert.NotEmpty(begun.Rules);
        question.Facts = "bedrooms = 5";
        var result = (await Replay(question)).Value.Result;
        Assert.Contains(result.Caption.Notes, note => note.Contains("bedrooms = 5", StringComparison.Ordinal));
        Assert.All(result.Sales, sale => Assert.Equal(
            decimal.Floor(sale.PricePaid!.Value + (sale.MarketValue - sale.PricePaid.Value) * 0.25m),
            sale.MaximumPrice));
    }

    [Fact]
    public async Task TheYearDrawn_IsOneWithAPurchase()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();

        // The home is worth 140,000 in 2000 and 170,000 in 2001: nobody pays 160,000 before.
        var page = await steward.Open(
            $"/lab?Ask.Rules={rule}&{LabStudies.Place}&Ask.Start=Amount&Ask.StartValue=160000&Ask.Bought=1950");
        Assert.Empty(page.Errors);
        Assert.Contains("Bought in 2001", page.Text, StringComparison.Ordinal);
        Assert.Contains("no purchase in 1950: that of 2001 is drawn", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1988 to 1990, 1995, 1996", "1988 1989 1990 1995 1996")]
    [InlineData("2001", "2001")]
    public void YearsInARow_AreSaidTogether(string said, string years) =>
        Assert.Equal(said, StudyText.Years(
            [.. years.Split(' ').Select(year => int.Parse(year, CultureInfo.InvariantCulture))]));

    [Fact]
    public async Task ConsumerPrices_MayBeAProxyWithoutASeries()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab?Ask.Rules={rule}&{LabStudies.Place}&Ask.PricesProxy=2 %25");
        Assert.Empty(page.Errors);
        Assert.Contains("cpi: 2 %", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMarketThatFallsToNothing_IsRefused()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var place = LabStudies.Place.Replace("lab.prices", "lab.own", StringComparison.Ordinal);
        var page = await steward.Open($"/lab?Ask.Rules={rule}&{place}&Ask.MarketProxy=400000 in 2004, -100 %25");
        Assert.Contains("falls to nothing", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraft_IsTriedInTheLab_BesideTheRulesOfTheBook_UntilItsTextChanges()
    {
        var rule = await host.LabIsReady();
        var text = (await host.Asks((IRuleBook book) => book.Document(rule)))!.Text
            .Replace("# Test rule", "# A draft of ours", StringComparison.Ordinal);
        var draft = (await host.Does((SaveRuleDraft o) => o, new SaveRuleDraftInput { Text = text })).Value;
        using var steward = await host.SignInAsSteward();
        var writing = await steward.Open($"/rules/write/{draft}");
        var hash = writing.Document.QuerySelector("a[href^='/lab?']")!.GetAttribute("href")!.Split('=')[1];
        var page = await steward.Open($"/lab?Ask.Rules={hash}&Ask.Rules={rule}&{LabStudies.Place}");
        Assert.Empty(page.Errors);
        Assert.Contains("A draft of ours (Draft)", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("table[data-chart]")[0].QuerySelectorAll("thead th")
            .Count(h => h.TextContent.Trim() is "Test rule" or "A draft of ours"));
        using var treasurer = await host.SignInAs(Role.Treasurer);
        var other = await treasurer.Open($"/lab?Ask.Rules={hash}&{LabStudies.Place}");
        Assert.Contains("not in the rule book", Assert.Single(other.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleThatNamesAnAreaItself_ReadsItsFigures()
    {
        await host.LabIsReady();
        const string text = """
            # Of another county

            Follows the figures of one county, wherever the home stands.

            ```rule
            language 1
            currency USD
            given purchase_price money "price paid at purchase"
            given purchase_date date "date of purchase"
            given sale_date date "date of sale"
            series level of area money as "lab.level" "made up"
            rise = (level of "us:county:00002" on sale_date) / (level of "us:county:00002" on purchase_date)
            maximum_price = round(purchase_price * rise, down to 1)
            ```
            """;
        await host.Adopts(text);
        await host.Import(SeriesIntent.Csv(
        [
            "series,area,period,value,unit",
            .. Enumerable.Range(2000, 5).Select(year => $"lab.level,us:county:00002,{year},{year - 1900},USD"),
        ]));
        var question = new LabQuestion
        {
            Rules = [RuleDocument.Parse(text, "rule.md").Document!.Hash],
            Market = "lab.prices",
            Incomes = "lab.incomes",
            Area = "us:county:25013",
            Mortgage = "lab.rate",
            MortgageProxy = "6.5 %",
            Start = FirstPrice.Amount,
            StartValue = 100_000,
        };
        var result = (await Replay(question)).Value.Result;
        Assert.Equal(104_000, result.Sales.Single(s => (s.Bought, s.Sold) == (2000, 2004)).MaximumPrice);
    }

    private Task<Outcome<Computed<BacktestResult>>> Replay(LabQuestion question) =>
        host.Asks((LabBench bench) => bench.Replay(question, TestContext.Current.CancellationToken));
}
