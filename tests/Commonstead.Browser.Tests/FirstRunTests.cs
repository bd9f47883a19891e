using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>
/// A new trust's first quarter of an hour in a real browser: set up, sign in, enter the first parcel.
/// </summary>
public sealed class FirstRunTests(BrowserFixture browser)
{
    private const string PassPhrase = "four quiet orchard words";

    [Fact]
    public async Task ANewTrust_IsMade_AndItsStewardEntersAParcel()
    {
        await using var program = await ProgramProcess.Serve();
        await using var visitor = await browser.Visit(program.Address);
        var page = visitor.Page;
        await visitor.Go("/");
        await Assertions.Expect(page).ToHaveURLAsync(program.Address + "/first-run");
        await Looks(visitor, "first-run");
        await MakeTheTrust(page);

        await Looks(visitor, "first-sign-in");
        await page.Locator("#Input_Email").FillAsync("rosa@example.org");
        await page.Locator("#Input_Password").FillAsync(PassPhrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Looks(visitor, "first-desk");

        await visitor.Go("/land/parcels/add");
        await Looks(visitor, "add-parcel");
        await page.Locator("#Input_Name").FillAsync("Orchard Row");
        await page.Locator("#Input_Address").FillAsync("1 Orchard Row, Springfield");
        await page.Locator("#Input_Use").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the parcel" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Orchard Row");
        await Looks(visitor, "parcel");
        visitor.HeardNoComplaint();
    }

    private static async Task Looks(Visitor visitor, string name)
    {
        await visitor.Photograph(name);
        await visitor.SeesNoBarrier();
        await visitor.FitsTheWidth();
    }

    private static async Task MakeTheTrust(IPage page)
    {
        await page.Locator("#Input_TrustName").FillAsync("Mill River Community Land Trust");
        await page.GetByLabel("United States").CheckAsync();
        await page.Locator("#Input_Currency").SelectOptionAsync("USD");
        await page.Locator("#Input_TimeZone").SelectOptionAsync("America/New_York");
        await page.GetByLabel("Acres and square feet").CheckAsync();
        await page.Locator("#Input_StewardName").FillAsync("Rosa Whitfield");
        await page.Locator("#Input_Email").FillAsync("rosa@example.org");
        await page.Locator("#Input_Password").FillAsync(PassPhrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the trust" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in?made=true");
    }
}
