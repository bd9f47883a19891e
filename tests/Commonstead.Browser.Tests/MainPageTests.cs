using Commonstead.Accounts;
using Commonstead.Demonstration;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>The pages a trust lives on, in the light, in the dark and on paper, in both countries.</summary>
public sealed class MainPageTests(BrowserFixture browser, DemonstrationHost demonstration)
{
    // What the desk says of the resale that a picture shows best.
    private const string ToDo = "Certify the buyer's income";

    [Fact]
    public async Task AStewardsPages_StandInTheLight_InTheDark_AndOnPaper()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward);
        var page = visitor.Page;
        await visitor.Go("/");
        await LooksAllWays(visitor, "desk");
        await visitor.Go("/resales");
        await LooksAllWays(visitor, "resales");
        await page.Locator("tbody tr", new() { HasText = ToDo }).Locator("a").First.ClickAsync();
        await page.Sees("Resale of");
        await LooksAllWays(visitor, "resale");
        await page.Follow("How it came about");
        await page.Sees("Maximum price");
        await LooksAllWays(visitor, "price");
        await page.Follow("Price certificate");
        await page.Sees("Price certificate");
        await LooksAllWays(visitor, "certificate");
        await visitor.Go("/land/map");
        await page.Locator(".leaflet-interactive").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await LooksAllWays(visitor, "map");
        await visitor.Go("/leases");
        await page.Locator("tbody a").First.ClickAsync();
        await page.Sees("Lease ");
        await LooksAllWays(visitor, "lease");
        visitor.HeardNoComplaint();
    }

    [Fact]
    public async Task ALeaseholdersPages_StandInTheLight_InTheDark_AndOnPaper_InGreatBritain()
    {
        await using var visitor = await demonstration.VisitAs(
            browser, Role.Leaseholder, new VisitorSetup { Locale = "en-GB" }, DemoPlace.London);
        await visitor.Go("/my-lease");
        await LooksAllWays(visitor, "my-lease-gb");
        await visitor.Go("/my/price");
        await LooksAllWays(visitor, "my-price-gb");
        visitor.HeardNoComplaint();
    }

    [Fact]
    public async Task Navigation_AndWhatIsOnlyForTheScreen_IsNotPrinted()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward);
        var page = visitor.Page;
        foreach (var address in (string[])["/ballots", "/meetings", "/people", "/land", "/lab"])
        {
            await visitor.Go(address);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            Assert.NotEqual(0, await Shown(page));
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Equal(0, await Shown(page));
        }

        static Task<int> Shown(IPage page) => page.EvaluateAsync<int>(
            "[...document.querySelectorAll('nav, .no-print')].filter(e => e.checkVisibility()).length");
    }

    [Theory]
    [InlineData("Letter", 691)]
    [InlineData("A4", 673)]
    public async Task NoColumnOfAWideTable_IsLostOnPaper(string paper, int width)
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward);
        var page = visitor.Page;
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var address in (string[])["/resales", "/land/homes", "/land", "/leases", "/series", "/series/us.cpi-u",
            "/series/hud.ami", "/people", "/audit"])
        {
            await visitor.Go(address);
            var widest = await page.EvaluateAsync<int>(
                "Math.max(0, ...[...document.querySelectorAll('.table-region')].map(t => t.scrollWidth))");
            Assert.True(widest <= width, $"{address} on {paper}: {widest} of {width} pixels");
        }

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(360, 800);
        await visitor.Go("/series/hud.ami");
        await visitor.FitsTheWidth();
        Assert.True(await page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.table-region')].every(t => t.scrollWidth <= t.clientWidth)"));
        visitor.HeardNoComplaint();
    }

    // With COMMONSTEAD_README_PICTURE set, the picture of the README is taken anew.
    [Fact]
    public async Task TheReadmesPicture_ShowsADemonstration_AndSaysSo()
    {
        await using var visitor = await demonstration.VisitAs(
            browser, Role.Steward, new VisitorSetup { Width = 1160, Height = 900 });
        await visitor.Go("/resales");
        await visitor.Page.Locator("tbody tr", new() { HasText = ToDo }).Locator("a").First.ClickAsync();
        await visitor.Page.Follow("How it came about");
        await visitor.Page.Sees("Maximum price");
        await Assertions.Expect(visitor.Page.Locator(".notice-bar")).ToContainTextAsync("Demonstration");
        var folder = Environment.GetEnvironmentVariable("COMMONSTEAD_README_PICTURE") is null
            ? Screenshots.Folder : Path.Combine(Repository.Top, "docs", "images");
        var picture = await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "price.png") });
        Assert.InRange(picture.Length, 10_000, 200_000);
    }

    private static async Task LooksAllWays(Visitor visitor, string name)
    {
        var page = visitor.Page;
        await visitor.Photograph(name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.Photograph(name + "-dark");
        await visitor.SeesNoBarrier("color-contrast");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
        await page.SetViewportSizeAsync(720, 900);
        await visitor.Photograph(name + "-paper");
        await visitor.SeesNoBarrier("color-contrast");
        await visitor.FitsTheWidth();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(1280, 900);
    }
}
