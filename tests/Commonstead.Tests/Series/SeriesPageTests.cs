using System.Net;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Series;

public sealed class SeriesPageTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Steward_ImportsHudsFile_SeesItBefore_AndFindsItsFigures()
    {
        using var steward = await _host.SignInAsSteward();
        Assert.Contains("No figures yet", (await steward.Open("/series")).Text, StringComparison.Ordinal);
        var preview = await Upload(steward, "income-limits", "hud-counties.csv", nameof(SeriesFileKind.Hud));
        Assert.Equal("Preview of the import", preview.Heading);
        Assert.Contains("550", preview.Text, StringComparison.Ordinal);
        var empty = await preview.Submit(new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(6, empty.Errors.Count);
        var dates = Dates("2024-04-01", "2025-04-01", "2026-05-01");
        var look = await preview.Press("See what would be imported", dates);
        Assert.Contains("What would be imported: 550 figures", look.Text, StringComparison.Ordinal);
        await using (var db = _host.Trust.NewDb()) Assert.False(await db.Set<PublishedRelease>().AnyAsync());
        var list = await look.Press("Import", dates);
        Assert.Equal("/series", list.Address);
        var release = await steward.Open("/series/hud.ami/2026?q=25013");
        Assert.Contains("$96,700.00", release.Text, StringComparison.Ordinal);
        var area = await steward.Open("/series/hud.low-4?area=us:county:25013");
        Assert.Contains("$105,200.00", area.Text, StringComparison.Ordinal);
        Assert.Contains("$87,600.00", area.Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/series/hud.ami/2026?format=csv");
        Assert.Contains("us:county:25013,,2026-05-01,96700.00,USD", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileInError_IsShownWithItsErrors_AndCannotBeImported()
    {
        using var steward = await _host.SignInAsSteward();
        var form = await steward.Open("/series/import");
        var page = await form.Submit(
            new Dictionary<string, string> { ["Kind"] = nameof(SeriesFileKind.Csv) },
            files: ("Upload", "bad.csv", "series,period,value\nx,2026-02-30,=1\n"u8.ToArray()));
        Assert.Contains("row 2, column 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("is a formula", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task ACsvFile_AsksWhenItWasPublished_AndRefusalsStandOnThePage()
    {
        await _host.Import(SeriesIntent.Csv("series,period,value", "us.cpi-u,2026,1"));
        using var steward = await _host.SignInAsSteward();
        var form = await steward.Open("/series/import");
        var page = await form.Submit(
            new Dictionary<string, string> { ["Kind"] = nameof(SeriesFileKind.Csv) },
            files: ("Upload", "cpi.csv", "series,period,value\nus.cpi-u,2026-04,334\n"u8.ToArray()));
        var undated = await page.Press("Import", new Dictionary<string, string>());
        var wrong = Assert.Single(undated.Document.QuerySelectorAll(".field-invalid input"));
        Assert.Equal("Input.Published", wrong.GetAttribute("name"));
        page = await undated.Press("See what would be imported", new Dictionary<string, string>
        {
            ["Input.Published"] = "2026-05-12",
        });
        Assert.Contains("dated by year", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "80", "$105,200.00", "Published")]
    [InlineData(9, "50", "$92,050.00", "Computed")]
    [InlineData(4, "60", "$78,900.00", "Computed")]
    public async Task AnIncomeLimit_IsLookedUp_OrComputedAndMarkedSo(
        int household, string percent, string amount, string origin)
    {
        await _host.ImportHud();
        using var steward = await _host.SignInAsSteward();
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
        await _host.ImportHud();
        using var steward = await _host.SignInAsSteward();
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
        await _host.ImportHud();
        using var steward = await _host.SignInAsSteward();
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

    [Fact]
    public async Task TheApi_GivesALongReleaseInPages()
    {
        await _host.Import(SeriesIntent.Csv(["series,area,period,value", .. Enumerable.Range(0, 1_500)
            .Select(i => $"x,us:county:{i:00000},2026,{i}")]));
        using var steward = await _host.SignInAsSteward();
        const string address = "/api/v1/series/x/releases/2026-06-01/figures";
        var first = JsonDocument.Parse(await steward.Http.GetStringAsync(address)).RootElement;
        Assert.Equal(1_000, first.GetProperty("figures").GetArrayLength());
        var next = Uri.EscapeDataString(first.GetProperty("next").GetString()!);
        var second = JsonDocument.Parse(await steward.Http.GetStringAsync($"{address}?after={next}")).RootElement;
        Assert.Equal(500, second.GetProperty("figures").GetArrayLength());
        Assert.Equal("1000", second.GetProperty("figures")[0].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
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
        using var auditor = await _host.SignInAs(Role.Auditor);
        Assert.Equal(status, (await auditor.Open(address)).Status);
    }

    private static async Task<SeenPage> Upload(Visitor steward, string folder, string name, string kind)
    {
        await using var file = ReaderFixture.Open(folder, name);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var form = await steward.Open("/series/import");
        return await form.Submit(
            new Dictionary<string, string> { ["Kind"] = kind }, files: ("Upload", name, bytes.ToArray()));
    }

    private static Dictionary<string, string> Dates(params string[] days) => days
        .SelectMany((day, i) => new[] { ($"Dates[{i}].Published", day), ($"Dates[{i}].Effective", day) })
        .ToDictionary(p => p.Item1, p => p.Item2);
}
