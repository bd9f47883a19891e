using Commonstead.Accounts;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>A browser without scripts; the sale on the British trust goes all the way without them, too.</summary>
public sealed class PlainBrowserTests(BrowserFixture browser, DemonstrationHost demonstration)
{
    private static readonly VisitorSetup _plain = new() { Scripts = false };

    [Fact]
    public async Task AFormWithMistakes_NamesThem_LeadsToThem_AndKeepsWhatWasTyped()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward, _plain);
        var page = visitor.Page;
        await visitor.Go("/land/parcels/add");
        await page.Fill("Input.Address", "7 Mill Race Lane");
        await page.Press("Add the parcel");
        var summary = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='Input.Address']")).ToHaveValueAsync("7 Mill Race Lane");
        var mistake = summary.GetByRole(AriaRole.Link).First;
        Assert.Equal("#Input_Name", await mistake.GetAttributeAsync("href"));
        await mistake.ClickAsync();
        await Assertions.Expect(page.Locator("#Input_Name")).ToBeInViewportAsync();
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListing_IsSearched_Filtered_AndSorted()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward, _plain);
        var page = visitor.Page;
        await visitor.Go("/land");
        await page.Choose("use", "Residential");
        await page.Press("Show");
        var uses = await page.Locator("tbody tr td:nth-of-type(2)").AllInnerTextsAsync();
        Assert.True(uses.Count is > 0 and < 10);
        Assert.All(uses, use => Assert.Equal("Residential", use.Trim()));
        var before = await Names(page);
        await page.Locator("thead").GetByRole(AriaRole.Link, new() { Name = "Name" }).ClickAsync();
        Assert.Equal(before.Reverse(), await Names(page));
        await page.GetByLabel("Search").FillAsync(before[0]);
        await page.Press("Show");
        Assert.Equal([before[0]], await Names(page));
    }

    private static async Task<IReadOnlyList<string>> Names(IPage page) =>
        [.. (await page.Locator("tbody th[scope=row]").AllInnerTextsAsync()).Select(name => name.Trim())];
}
