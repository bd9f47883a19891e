using System.Net;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Series;

namespace Commonstead.Tests.Series;

/// <summary>What the register of figures answers once it is filled; nothing here changes a figure.</summary>
public sealed class SeriesReadingTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AFileInError_IsShownWithItsErrors_AndCannotBeImported()
    {
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/series/import");
        var page = await form.Submit(
            new Dictionary<string, string> { ["Kind"] = nameof(SeriesFileKind.Csv) },
            files: ("Upload", "bad.csv", "series,period,value\nx,2026-02-30,=1\n"u8.ToArray()));
        Assert.Contains("row 2, column 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("is a formula", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Theory]
    [InlineData(4, "80", "$105,200.00", "Published")]
    [InlineData(9, "50", "$92,050.00", "Computed")]
    [InlineData(4, "60", "$78,900.00", "Computed")]
    public async Task AnIncomeLimit_IsLookedUp_OrComputedAndMarkedSo(
        int household, string percent, string amount, string origin)
    {
        await host.ImportHud();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open(
            $"/series/income-limits?Area=us:county:25013&Household={household}&Percent={percent}&On=2026-06-01");
        Assert.Contains(amount, page.Document.QuerySelector("#limit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(origin, page.Document.QuerySelector("#limit .status-tag")!.TextContent.Trim());
        var before = await steward.Open(
            "/series/income-limits?Area=us:county:25013&Household=4&Percent=80&On=2026-04-30");
        Assert.Contains("HUD fiscal year 2025", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAreaIsFoundByName_OnceAFileNamesIt()
    {
        await host.ImportHud();
        using var steward = await host.SignInAsSteward();
        var unknown = await steward.Open("/series/income-limits?Area=hampden&Household=4&Percent=80");
        Assert.Contains("No area of that name", Assert.Single(unknown.Errors), StringComparison.Ordinal);
        var form = await steward.Open("/series/areas/import");
        var list = await form.Submit(
            new Dictionary<string, string>(),
            files: ("Upload", "areas.csv", "area,name\nus:county:25013,Hampden County\n"u8.ToArray()));
        Assert.Equal("/series/areas", list.Address);
        Assert.Contains("Hampden County", (await steward.Open("/series/areas?q=hampden")).Text,
            StringComparison.Ordinal);
        var page = await steward.Open("/series/income-limits?Area=hampden&Household=4&Percent=80");
        Assert.Contains("$105,200.00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheApi_AnswersTheSameFigures()
    {
        await host.ImportHud();
        using var steward = await host.SignInAsSteward();
        var list = JsonDocument.Parse(await steward.Http.GetStringAsync("/api/v1/series")).RootElement;
        Assert.Equal(25, list.GetArrayLength());
        var one = JsonDocument.Parse(await steward.Http.GetStringAsync("/api/v1/series/hud.ami")).RootElement;
        Assert.Equal("2026", one.GetProperty("releases")[0].GetProperty("release").GetString());
        var figures = JsonDocument.Parse(await steward.Http.GetStringAsync(
            "/api/v1/series/hud.ami/releases/2026/figures?area=us:county:25013")).RootElement.GetProperty("figures");
        Assert.Equal("96700", figures[0].GetProperty("value").GetString());
        var limit = JsonDocument.Parse(await steward.Http.GetStringAsync(
            "/api/v1/income-limits/us:county:25013?household=9&percent=50&on=2026-06-01")).RootElement;
        Assert.Equal("computed", limit.GetProperty("origin").GetString());
        Assert.Equal("92050.00", limit.GetProperty("amount").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await steward.Http.GetAsync("/api/v1/series/none")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await steward.Http.GetAsync("/api/v1/income-limits/us:county:1?household=9&percent=50")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await steward.Http.GetAsync("/api/v1/series/hud.ami/releases/2026/figures?after=x")).StatusCode);
    }

    [Theory]
    [InlineData("/series", HttpStatusCode.OK)]
    [InlineData("/series/areas", HttpStatusCode.OK)]
    [InlineData("/series/income-limits", HttpStatusCode.OK)]
    [InlineData("/series/import", HttpStatusCode.Forbidden)]
    [InlineData("/series/areas/import", HttpStatusCode.Forbidden)]
    [InlineData("/series/none", HttpStatusCode.NotFound)]
    [InlineData("/series/none/2026", HttpStatusCode.NotFound)]
    public async Task AnAuditor_ReadsButDoesNotImport(string address, HttpStatusCode status)
    {
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal(status, (await auditor.Open(address)).Status);
    }
}
