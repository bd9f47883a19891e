using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>Signing in with a passkey of Chromium's virtual authenticator, and out on every machine.</summary>
public sealed class AccountTests(BrowserFixture browser)
{
    [Fact]
    public async Task APasskey_SignsIn_AndSigningOutEverywhere_EndsEverySignIn()
    {
        await using var program = await ProgramProcess.Serve();
        await using var laptop = await browser.Visit(program.Address);
        await using var phone = await browser.Visit(program.Address);
        await new Sale(SalePlace.UnitedStates, laptop, phone).FoundTheTrust();
        var page = laptop.Page;
        await HasAnAuthenticator(page);
        await laptop.Go("/account");
        await page.Fill("Passkey.Name", "My laptop");
        await page.Press("Add a passkey");
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "New name of My laptop" }))
            .ToBeVisibleAsync();
        await laptop.SeesNoBarrier();
        await page.Press("Sign out");

        await laptop.Go("/sign-in");
        await page.Press("Sign in with a passkey");
        await Assertions.Expect(page.Locator(".masthead-account")).ToHaveTextAsync("Rosa Whitfield");

        await phone.SignIn("rosa@example.org", Sale.PassPhrase);
        await laptop.Go("/account");
        await page.Press("Sign out everywhere");
        await phone.Go("/land");
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        laptop.HeardNoComplaint();
    }

    private static async Task HasAnAuthenticator(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
