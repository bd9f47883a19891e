using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Series;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Lab;

public sealed class FuturesPageTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Study = LabStudies.Place + "&Ask.Years=12&Ask.Paths=300&Ask.BlockYears=2&Ask.Seed=7";

    [Fact]
    public async Task AStudy_HasFindings_AChartWithItsTable_AndAFile()
    {
        var rule = await host.LabIsReady();
        using var board = await host.SignInAs(Role.Board);
        var page = await board.Open($"/lab/futures?Ask.Rules={rule}&{Study}");
        Assert.Empty(page.Errors);
        Assert.Contains("Test rule", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 years", page.Text, StringComparison.Ordinal);

        // Twelve years of four that are known, said above every drawing of them.
        Assert.Equal(2, page.Document.QuerySelectorAll("main p")
            .Count(p => p.TextContent.Contains("Beyond year 4 these futures repeat", StringComparison.Ordinal)));
        Assert.Single(page.Document.QuerySelectorAll("table[data-chart-fan]"));
        Assert.Equal(12, page.Document.QuerySelectorAll("table[data-chart-fan] tbody tr").Length);
        var file = await board.Open(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!);
        var lines = (await file.Response.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.Equal(13, lines.Length);
        Assert.All(
            ["market_p5,market_p25,market_p50,market_p75,market_p95", "affordable_to_target_p95", "without_price"],
            heading => Assert.Contains(heading, lines[0], StringComparison.Ordinal));
        Assert.All(lines.Skip(1), l => Assert.Contains("6.5 %", l, StringComparison.Ordinal));
        var again = await board.Open($"/lab/futures?Ask.Rules={rule}&{Study}");
        Assert.Equal(
            page.Document.QuerySelector("table[data-chart-fan]")!.TextContent,
            again.Document.QuerySelector("table[data-chart-fan]")!.TextContent);
        using var member = await host.SignInAs(Role.Member);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Open("/lab/futures")).Status);
    }

    [Fact]
    public async Task HowThePastMoved_IsShown_AndCanBeStatedAndChanged()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab/futures?Ask.Rules={rule}&{Study}");
        var stated = await steward.Open(page.Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent.StartsWith("State these figures", StringComparison.Ordinal))
            .GetAttribute("href")!);
        Assert.Empty(stated.Errors);
        Assert.Contains("the user’s own, not history’s", stated.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Beyond year", stated.Text, StringComparison.Ordinal);
        Assert.Equal(4, stated.Document.QuerySelectorAll("input[name='Ask.Growth']")
            .Count(i => i.GetAttribute("value")!.Length > 0));
        Assert.Equal(6, stated.Document.QuerySelectorAll("input[name='Ask.Correlations']").Length);
    }

    [Fact]
    public async Task CorrelationsThatCannotBe_AndBlanks_AreRefused()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        const string figures = "&Ask.Draws=Movements&Ask.Growth=4&Ask.Growth=3&Ask.Growth=2&Ask.Growth=6"
            + "&Ask.Volatility=8&Ask.Volatility=2&Ask.Volatility=1&Ask.Volatility=1";
        var pairs = string.Concat(new[] { "0.9", "0.9", "0", "-0.9", "0", "0" }.Select(p => $"&Ask.Correlations={p}"));
        var wrong = await steward.Open($"/lab/futures?Ask.Rules={rule}&{Study}{figures}{pairs}");
        Assert.Contains("positive semidefinite", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var blank = await steward.Open($"/lab/futures?Ask.Rules={rule}&{Study}{figures}"
            + string.Concat(Enumerable.Repeat("&Ask.Correlations=", 6)));
        Assert.Contains("0 for none", Assert.Single(blank.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMovementThatIsNotUnderstood_KeepsItsPlace()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        const string figures = "&Ask.Draws=Movements&Ask.Growth=some&Ask.Growth=3&Ask.Growth=2 %25&Ask.Growth=6"
            + "&Ask.Volatility=8&Ask.Volatility=2&Ask.Volatility=1&Ask.Volatility=1"
            + "&Ask.Correlations=0&Ask.Correlations=0&Ask.Correlations=0&Ask.Correlations=0&Ask.Correlations=0"
            + "&Ask.Correlations=−0.7";
        var page = await steward.Open($"/lab/futures?Ask.Rules={rule}&{Study}{figures}");
        Assert.Contains("State the growth", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(["some", "3", "2 %", "6"], page.Document.QuerySelectorAll("input[name='Ask.Growth']")
            .Select(i => i.GetAttribute("value")!));
        var right = await steward.Open(
            $"/lab/futures?Ask.Rules={rule}&{Study}{figures.Replace("some", "4 %25", StringComparison.Ordinal)}");
        Assert.Empty(right.Errors);
        Assert.Contains("market prices 4 % a year", right.Text, StringComparison.Ordinal);
        Assert.Contains("consumer prices and mortgage rates −0.7", right.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ask.Stay=for ever", "“for ever” is not understood")]
    [InlineData("Ask.Years=100", "99")]
    [InlineData("Ask.Paths=2000000", "1,000,000")]
    [InlineData("Ask.BlockYears=50", "50")]
    public async Task WhatIsWrong_IsSaid(string setting, string says)
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var name = setting.Split('=')[0];
        var study = string.Join('&', Study.Split('&').Where(s => !s.StartsWith(name, StringComparison.Ordinal)));
        var page = await steward.Open($"/lab/futures?Ask.Rules={rule}&{study}&{setting}");
        Assert.Contains(says, string.Join(' ', page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoWaitsForAStudyThatSomebodyStops_IsToldSo_UntilItIsAskedForAgain()
    {
        var rule = await host.LabIsReady();
        var study = $"/lab/futures?Ask.Rules={rule}&{Study.Replace("Seed=7", "Seed=70", StringComparison.Ordinal)}";
        using var steward = await host.SignInAsSteward();
        using var board = await host.SignInAs(Role.Board);
        using (TheLaneIsTaken())
        {
            var file = board.Open(study + "&handler=Csv");
            while (!(await steward.Http.GetAsync(study + "&handler=Progress")).IsSuccessStatusCode) await Task.Yield();
            var waiting = await steward.Open(study);
            Assert.Contains("It waits for its turn", waiting.Text, StringComparison.Ordinal);
            await waiting.Press("Stop it", new Dictionary<string, string>());
            var refused = await file;
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("was stopped before it was done", Assert.Single(refused.Errors), StringComparison.Ordinal);
            var again = await steward.Open(waiting.Document.QuerySelector("[data-watch] a")!.GetAttribute("href")!);
            Assert.Contains("was stopped before it was done", Assert.Single(again.Errors), StringComparison.Ordinal);
        }

        Assert.NotEmpty((await steward.Open(study)).Document.QuerySelectorAll("table[data-chart-fan]"));
    }

    [Theory]
    [InlineData("/lab/futures", LabStudies.Place)]
    [InlineData("/lab/homes", LabStudies.Now)]
    public async Task AStudyThatIsStopped_SaysSo_AndIsStillInTheAddress(string where, string place)
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var study = $"{where}?Ask.Rules={rule}&{place}&Ask.Years=12&Ask.Paths=300&Ask.BlockYears=2&Ask.Seed=77";
        var page = await steward.Open(study);
        Assert.Empty(page.Document.QuerySelectorAll(".banner"));
        using var form = new FormUrlEncodedContent((await steward.Open("/rules/write")).Document
            .QuerySelectorAll("input[name=__RequestVerificationToken]").Take(1)
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        var stopped = await steward.Post(study.Replace("?", "?handler=Stop&", StringComparison.Ordinal), form);
        var notice = stopped.Document.QuerySelector(".banner[role=status]")!;
        Assert.Contains("The futures were stopped", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask.Seed=77", stopped.Address, StringComparison.Ordinal);
        Assert.Equal("77", stopped.Document.QuerySelector("[name='Ask.Seed']")!.GetAttribute("value"));
        var again = notice.QuerySelector("a")!.GetAttribute("href")!;
        Assert.DoesNotContain("stopped", again, StringComparison.Ordinal);
        Assert.Empty((await steward.Open(again)).Document.QuerySelectorAll(".banner"));
    }

    [Fact]
    public async Task AStudyThatFiguresWereMissingFor_IsComputedOnceTheyAreThere()
    {
        var rule = await host.LabIsReady();
        using var steward = await host.SignInAsSteward();
        var code = $"lab.late{Guid.NewGuid():N}"[..16];
        var study = $"/lab/futures?Ask.Rules={rule}&{Study}"
            .Replace("lab.incomes", code, StringComparison.Ordinal);
        Assert.Contains(code, Assert.Single((await steward.Open(study)).Errors), StringComparison.Ordinal);
        await host.Import(SeriesIntent.Csv(
        [
            "series,period,value,unit",
            .. Enumerable.Range(2000, 5).Select(year => $"{code},{year},{20 * year},USD"),
        ]));
        Assert.Empty((await steward.Open(study)).Errors);
    }

    [Fact]
    public async Task RefusalOfAStay_AndOfMovements()
    {
        var rule = await host.LabIsReady();
        var question = Question(rule);
        question.Stay = "long";
        var refused = await host.Asks((LabBench bench) => bench.Imagine(question));
        Assert.Equal(StudyRefusal.StayNotUnderstood, refused.Code());
        (question.Stay, question.Draws) = ("7 years", DrawnFrom.Movements);
        refused = await host.Asks((LabBench bench) => bench.Imagine(question));
        Assert.Equal(StudyRefusal.MovementsIncomplete, refused.Code());
    }

    // A study of another trust, which is computed until it is let go.
    private Held TheLaneIsTaken() => new(host.Services.GetRequiredService<LabLane>().Of("another")
        .Begin<FuturesResult>("held", "", (_, stop) =>
        {
            stop.WaitHandle.WaitOne();
            return StudyRefusal.Stopped;
        }).Value);

    private static FuturesQuestion Question(string rule) => new()
    {
        Rules = [rule],
        Market = "lab.prices",
        Incomes = "lab.incomes",
        Area = "us:county:25013",
        Mortgage = "lab.rate",
        MortgageProxy = "6.5 %",
        BlockYears = 2,
    };

    private sealed class Held(LabRun run) : IDisposable
    {
        public void Dispose() => run.Stop();
    }
}
