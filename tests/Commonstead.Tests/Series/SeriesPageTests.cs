using System.Net;
using System.Text.Json;
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
        var low = list.Document.QuerySelectorAll("main section li").Single(l =>
            l.TextContent.Contains("HUD low income limit, household of", StringComparison.Ordinal));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], low.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Equal("/series/hud.low-4", low.QuerySelectorAll("a")[3].GetAttribute("href"));
        Assert.Equal(4, list.Document.QuerySelectorAll("main section li").Length);
        Assert.Empty((await steward.Open("/series?q=low")).Document.QuerySelectorAll("main section li"));
        var release = await steward.Open("/series/hud.ami/2026?q=25013");
        Assert.Contains("$96,700.00", release.Text, StringComparison.Ordinal);
        var area = await steward.Open("/series/hud.low-4?area=us:county:25013");
        Assert.Contains("$105,200.00", area.Text, StringComparison.Ordinal);
        Assert.Contains("$87,600.00", area.Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/series/hud.ami/2026?format=csv");
        Assert.Contains("us:county:25013,,2026-05-01,96700.00,USD", csv, StringComparison.Ordinal);
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
