using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>
/// The pages' building blocks as a reader meets them: accessible, usable at any width, without scripts.
/// </summary>
public sealed class GalleryTests(BrowserFixture browser, GalleryHost host)
{
    [Theory]
    [InlineData("/gallery/form", "form", false, 1280)]
    [InlineData("/gallery/form", "form-dark", true, 1280)]
    [InlineData("/gallery/list", "list", false, 1280)]
    [InlineData("/gallery/list", "list-dark", true, 1280)]
    [InlineData("/gallery/list", "list-phone", false, 360)]
    [InlineData("/gallery/form", "form-phone", false, 360)]
    [InlineData("/glossary", "glossary", false, 1280)]
    public async Task Page_HasNoBarrierAndFits(string path, string name, bool dark, int width)
    {
        await using var visitor = await browser.Visit(host.Address, new VisitorSetup { Dark = dark, Width = width });
        Assert.Equal(200, await visitor.Go(path));
        await visitor.Photograph("gallery-" + name);
        await visitor.SeesNoBarrier();
        await visitor.FitsTheWidth();
        visitor.HeardNoComplaint();
    }

    [Fact]
    public async Task FormWithMistakes_NamesThemFirst_AndKeepsWhatWasTyped()
    {
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Go("/gallery/form");
        var page = visitor.Page;
        await page.GetByLabel("Price paid").FillAsync("about 5");
        await page.GetByLabel("Notes").FillAsync("Old orchard\nsouth wall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the parcel" }).ClickAsync();

        var summary = page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(summary).ToContainTextAsync("Enter an amount, such as $1,234.00");
        await Assertions.Expect(page).ToHaveTitleAsync("Error: Record a parcel – Mill River Community Land Trust");
        await Assertions.Expect(page.GetByLabel("Price paid")).ToHaveValueAsync("about 5");
        await Assertions.Expect(page.GetByLabel("Notes")).ToHaveValueAsync("Old orchard\nsouth wall");
        await visitor.Photograph("gallery-form-errors");
        await visitor.SeesNoBarrier();
        await summary.GetByText("Choose how the land is used").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Homes", new() { Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WithoutScripts_TheFormAndTheListingWork()
    {
        await using var visitor = await browser.Visit(host.Address, new VisitorSetup { Scripts = false });
        await visitor.Go("/gallery/form");
        var page = visitor.Page;
        await page.GetByLabel("Name").FillAsync("Orchard Row");
        await page.GetByLabel("Farming").CheckAsync();
        await page.GetByLabel("Resale rule").SelectOptionAsync("ami-index");
        await page.GetByLabel("Price paid").FillAsync("$160,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the parcel" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Homes");

        await page.GetByLabel("Kind").SelectOptionAsync("farm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("6 found");
    }

    [Fact]
    public async Task Listing_SortsByTheHeading_AndSaysSo()
    {
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Go("/gallery/list");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Price paid" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Price paid" }).ClickAsync();
        var heading = page.GetByRole(AriaRole.Columnheader, new() { Name = "Price paid" });
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader).First).ToHaveTextAsync("60 Orchard Row");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader).First).ToHaveTextAsync("35 Orchard Row");
    }

    [Fact]
    public async Task Map_ReachesEachShapeByKeyboard()
    {
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Go("/gallery/list");
        var home = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "1 Orchard Row", Exact = true }).Last;
        await home.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/gallery/list");
        visitor.HeardNoComplaint();
    }

    [Fact]
    public async Task MissingPage_SaysSoCalmly()
    {
        await using var visitor = await browser.Visit(host.Address);
        Assert.Equal(404, await visitor.Go("/gallery/nowhere"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Page not found");
        await visitor.SeesNoBarrier();
    }

    [Fact]
    public async Task BrokenPage_GivesAReferenceAndNoTrace()
    {
        await using var visitor = await browser.Visit(host.Address);
        Assert.Equal(500, await visitor.Go("/gallery/broken"));
        var text = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.Contains("mention this reference", text);
        Assert.DoesNotContain("on purpose", text);
    }
}
