using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Lab;

public sealed class PublishedStudyTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Futures = LabStudies.Place + "&Ask.Years=12&Ask.Paths=300&Ask.BlockYears=2&Ask.Seed=7";

    [Theory]
    [InlineData("/lab", LabStudies.Place)]
    [InlineData("/lab/futures", Futures)]
    public async Task AStudy_IsPublished_ReadByAnybody_AndComputedAgainFromItsFile(string address, string study)
    {
        var rule = await host.LabIsReady();
        using var board = await host.SignInAs(Role.Board);
        var page = await board.Open($"{address}?Ask.Rules={rule}&{study}");
        var published = await page.Press("Publish it", new Dictionary<string, string> { ["Publish.Title"] = "Ours" });
        Assert.Empty(published.Errors);
        Assert.Equal("Ours", published.Heading);
        var link = published.Document.QuerySelector("a[href^='/studies/']")!.GetAttribute("href")!;
        using var anybody = host.NewVisitor();
        var seen = await anybody.Open(link);
        Assert.Equal("Ours", seen.Heading);
        Assert.Equal(
            page.Document.QuerySelector("table[data-chart]")!.TextContent,
            seen.Document.QuerySelector("table[data-chart]")!.TextContent);
        Assert.Equal(["noindex"], seen.Response.Headers.GetValues("X-Robots-Tag"));
        Assert.DoesNotContain(seen.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith(
            "/rules/", StringComparison.Ordinal));
        var file = LabFile.Read(await anybody.Http.GetStringAsync(link + "?handler=File"));
        var figures = new FigureSet(file.Figures);
        Assert.Null(file.DifferenceTo(file.Backtest is { } backtest
            ? Backtest.Run(backtest, figures, TestContext.Current.CancellationToken).Value!
            : Core.Futures.Run(file.Futures!, figures).Value!));
        Assert.Contains("Ours", (await board.Open("/lab/studies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitle_IsNeeded()
    {
        var rule = await host.LabIsReady();
        using var board = await host.SignInAs(Role.Board);
        var page = await board.Open($"/lab?Ask.Rules={rule}&{LabStudies.Place}");
        var refused = await page.Press("Publish it", new Dictionary<string, string> { ["Publish.Title"] = "" });
        Assert.Contains("title", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.NotEmpty(refused.Document.QuerySelectorAll("table[data-chart]"));
    }

    [Fact]
    public async Task WhoOnlyReads_MayNotPublish()
    {
        var rule = await host.LabIsReady();
        using var auditor = await host.SignInAs(Role.Auditor);
        var page = await auditor.Open($"/lab?Ask.Rules={rule}&{LabStudies.Place}");
        Assert.DoesNotContain("Publish this study", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsTakenDown_OnceAndForAll()
    {
        var id = await host.PublishedStudy();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/lab/studies/{id}");
        var link = page.Document.QuerySelector("a[href^='/studies/']")!.GetAttribute("href")!;
        var because = new Dictionary<string, string> { ["Input.Because"] = "Wrong area" };
        var down = await page.Press("Take it down", because);
        Assert.Empty(down.Errors);
        using var anybody = host.NewVisitor();
        var seen = await anybody.Open(link);
        Assert.Contains("Wrong area", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Document.QuerySelectorAll("table"));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Open(link + "?handler=File")).Status);
        var again = await host.Does(
            (TakeDownStudy o) => o, new TakeDownStudyInput { Study = id, Because = "Once more" });
        Assert.Equal(TakeDownStudyRefusal.TakenDown, again.Code());
    }
}
