using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>A home's way from one owner to the next, by hand, as a steward and a second person go it.</summary>
public sealed class Sale(SalePlace place, Visitor steward, Visitor approver)
{
    public const string PassPhrase = "four quiet orchard words";

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);

    private IPage Page => steward.Page;

    /// <summary>Makes the trust on its first page and signs its steward in.</summary>
    public async Task FoundTheTrust()
    {
        await steward.Go("/");
        await Page.Sees("Set up your trust");
        await Page.Fill("Input.TrustName", "Mill River Community Land Trust");
        await Page.Tick(place.Country);
        await Page.Choose("Input.Currency", place.Currency);
        await Page.Choose("Input.TimeZone", place.TimeZone);
        await Page.Tick(place.Measurement);
        await Page.Fill("Input.StewardName", "Rosa Whitfield");
        await Page.Fill("Input.Email", "rosa@example.org");
        await Page.Fill("Input.Password", PassPhrase);
        await Page.Press("Make the trust");
        await Page.WaitForURLAsync("**/sign-in?made=true");
        await steward.SignIn("rosa@example.org", PassPhrase);
    }

    /// <summary>Opens the second person's account, who signs in and takes a password of their own.</summary>
    public async Task OpenTheSecondAccount()
    {
        await Page.GoTo("Accounts");
        await Page.Follow("Open an account");
        await Page.Fill("Input.Name", "Tomas Reed");
        await Page.Fill("Input.Email", "tomas@example.org");
        await Page.Choose("Input.Role", "Second approver");
        await Page.Press("Open the account");
        var once = (await Page.Locator(".one-time").InnerTextAsync()).Trim();
        var other = approver.Page;
        await approver.SignIn("tomas@example.org", once);
        await other.Sees("Change your password");
        await other.Fill("Input.Present", once);
        await other.Fill("Input.New", "another five calm words");
        await other.Press("Change the password");
    }

    /// <summary>Enters a parcel and a home on it, the owner, and the rule her lease was signed under.</summary>
    public async Task EnterWhatThereIs()
    {
        await Page.GoTo("Land");
        await Page.Follow("Add a parcel");
        await Page.Fill("Input.Name", "Orchard Row");
        await Page.Fill("Input.Address", "1 Orchard Row");
        await Page.Choose("Input.Use", "Residential");
        await Page.Press("Add the parcel");
        await Page.Sees("Orchard Row");
        await Page.Follow("Add a home");
        await Page.Fill("Input.Number", "H-1");
        await Page.Fill("Input.Address", "1A Orchard Row");
        await Page.Choose("Input.Kind", "Detached house");
        await Page.Fill("Input.Bedrooms", "2");
        await Page.Press("Add the home");
        await Page.Sees("H-1");
        await AddPerson("Ada", "Quist");
        await Page.GoTo("Rule book");
        await Page.Follow("Add a rule");
        await Page.Choose("Shipped", place.Rule);
        await Page.Press("Propose its adoption");
        await ResolveToAdoptIt();
        await Page.GoTo("Rule book");
        await Page.Follow("Add a rule");
        await Page.Press("Put it into the rule book");
        await Assertions.Expect(Page.LinkNamed(place.Rule)).ToBeVisibleAsync();
    }

    // As the minutes of both bodies have it, and the second person confirms.
    private async Task ResolveToAdoptIt()
    {
        await Page.Fill("Input.Text", "That the trust offers leases under this rule.");
        await Page.Press("Bring it");
        await Page.Sees(place.Rule);
        foreach (var (body, present) in ((string, string)[])[("Board", "8"), ("All members", "40")])
        {
            await Page.Follow("Record what a body decided");
            await Page.Choose("Input.Body", body);
            await Page.Fill("Input.For", present);
            await Page.Fill("Input.Against", "0");
            await Page.Fill("Input.Entitled", present);
            await Page.Tick("Everyone entitled waived notice");
            await Page.Tick("Every class that has seats was there");
            await Page.Fill("Input.Note", "Minutes, item 2");
            await Page.Press("Record it");
            await Page.Sees(place.Rule);
        }

        await approver.Page.GotoAsync(Page.Url);
        for (var confirmed = 0; confirmed < 2; confirmed++)
        {
            await approver.Page.GetByRole(AriaRole.Button, new() { Name = "It is as the minutes have it" }).First
                .ClickAsync();
            await approver.Page.Sees(place.Rule);
        }
    }

    /// <summary>Enters the lease by its form, and the facts its rule asks for.</summary>
    public async Task EnterTheLease()
    {
        await Page.GoTo("Leases");
        await Page.Follow("Enter a lease");
        await Page.Fill("Input.Number", "L-1");
        await Page.Choose("Input.HomeNumber", "H-1");
        await Page.Fill("Input.StartsOn", new DateOnly(2019, 6, 1));
        await Page.Fill("Input.EndsOn", new DateOnly(2118, 5, 31));
        await Page.Choose("Input.Holders[0].Name", "Quist");
        await Page.Choose("Input.Rule", place.Rule);
        await Page.Fill("Input.Area", place.Area);
        if (place.IncomeLimit is { } limit) await Page.Fill("Input.IncomeLimitPercent", limit);
        await Page.Fill("Input.TransferFeePercent", "1");
        await Page.Press(place.Say("Enter the lease"));
        await Page.Sees("L-1");
        if (place.Facts.Count == 0) return;
        await Page.Follow("State them");
        foreach (var (heading, value) in place.Facts)
        {
            var fact = Page.GetByRole(AriaRole.Group, new() { Name = heading });
            await fact.Locator("[name$='.Text']").FillAsync(value);
            await fact.Locator("[name$='.Source']").FillAsync("closing statement of June 1, 2019");
        }

        await Page.Press("Record the facts");
        await Page.Sees("L-1");
    }

    /// <summary>Brings in the publisher's income limits, from the file as it is.</summary>
    public async Task ImportIncomeLimits()
    {
        await Page.GoTo("Published figures");
        await Page.Follow("Import figures");
        await Page.Locator("input[type=radio][value=Hud]").CheckAsync();
        await Page.Locator("input[type=file]")
            .SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "demonstration", "hud-25013.csv"));
        await Page.Press("Look at the file");
        DateOnly[] published = [new(2024, 4, 1), new(2025, 4, 1), new(2026, 5, 1)];
        for (var i = 0; i < published.Length; i++)
        {
            await Page.Fill($"Dates[{i}].Published", published[i]);
            await Page.Fill($"Dates[{i}].Effective", published[i]);
        }

        await Page.Press("See what would be imported");
        await Assertions.Expect(Page.GetByText("What would be imported:")).ToBeVisibleAsync();
        await Page.Press("Import");
        await Page.WaitForURLAsync("**/series");
    }

    /// <summary>From the owner's notice to an approved price.</summary>
    public async Task GiveNoticeAndPrice()
    {
        await Page.GoTo("Leases");
        await Page.Follow("L-1");
        await Page.Follow(place.Say("Record a notice of intent to sell"));
        await Page.Fill("Input.ReceivedOn", Today.AddDays(-20));
        await Page.Press("Record the notice");
        await Page.Sees("1A Orchard Row");
        await Begin(place.Say("Appraisal received"));
        await Page.Fill("Input.Appraiser", "V. Alder");
        await Page.Fill("Input.Licence", "none needed");
        await Page.Fill("Input.Reference", "AP-1");
        await Page.Fill("Input.InspectedOn", Today.AddDays(-10));
        await Page.Fill("Input.EffectiveOn", Today.AddDays(-9));
        await Page.Fill("Input.ReceivedOn", Today.AddDays(-6));
        await Page.Locator("[name='Input.Basis']").First.CheckAsync();
        await Page.Fill("Input.Value", place.Appraisal);
        await Page.Press(place.Say("Record the appraisal"));
        await Page.Sees("1A Orchard Row");
        await Page.Follow("Work it out");
        await Page.Press("Try without freezing");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = place.Price })).ToBeVisibleAsync();
        await Page.Press("Work it out and freeze it");
        await Page.WaitForURLAsync("**/prices/**");
        await Assertions.Expect(Page.Locator(".price-figure")).ToHaveTextAsync(place.Price);
        await Approve();
    }

    /// <summary>The option, the buyer, her income, and everything that is due before the keys.</summary>
    public async Task FindTheBuyer()
    {
        await AddPerson("Mara", "Holt");
        await OpenTheResale();
        await Begin("Purchase option decided");
        await Page.Tick("Exercised by the trust");
        await Page.Fill("Input.On", Today.AddDays(-4));
        await Page.Fill("Input.Reference", "Minute 4");
        await Page.Press("Record the decision");
        await Page.Sees("1A Orchard Row");
        await Begin("Buyer found");
        await Page.Fill("Find", "Holt");
        await Page.Press("Search");
        await Page.Tick("Mara Holt");
        await Page.Fill("Input.Price", place.PlainPrice);
        await Page.Fill("Input.Conflicts", "Nobody declared a conflict of interest.");
        await Page.Press("Record the buyers");
        await Page.Sees("1A Orchard Row");
        await Begin("Buyer's income certified");
        await Page.Fill("Input.HouseholdSize", "3");
        await Page.Fill("Input.Income", "41000");
        await Page.Fill("Input.CertifiedOn", Today);
        await Page.Press("Certify");
        await Page.Sees("1A Orchard Row");
    }

    /// <summary>Settles each step that is still to do and is only ticked off.</summary>
    public async Task SettleTheRest()
    {
        var open = new Regex("To do|Overdue", RegexOptions.None, TimeSpan.FromSeconds(1));
        var steps = Page.Locator("main table tbody tr", new() { HasTextRegex = open })
            .Locator("a[href*='/steps/']");
        var hrefs = await steps.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var href in hrefs.Where(href => !href.EndsWith("/Recording", StringComparison.Ordinal)))
        {
            await Page.Locator($"main table a[href='{href}']").ClickAsync();
            await Page.Locator("main h1").WaitForAsync();
            if (await Page.Locator("[name='Input.State']").CountAsync() > 0)
            {
                await Page.Locator("[name='Input.State'][value=Done]").CheckAsync();
                await Page.Fill("Input.On", Today);
                await Page.Fill("Input.Note", "On file.");
                await Page.Press("Record it");
                await Page.Sees("1A Orchard Row");
            }
            else await OpenTheResale();
        }
    }

    /// <summary>One prepares the closing, the other confirms it.</summary>
    public async Task Close()
    {
        await Begin(place.Say("Closing"));
        await Page.Fill("Input.ClosesOn", Today);
        await Page.Fill("Input.Price", place.PlainPrice);
        await Page.Fill("Input.Payoffs[0].Lender", "Millrace Savings");
        await Page.Fill("Input.Payoffs[0].Amount", "61250");
        if (place.Code == "us") await Page.Fill("Input.NewLeaseNumber", "L-1-B");
        await Page.Press(place.Say("State the closing for a second person"));
        await Page.Sees("1A Orchard Row");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = place.Say("Confirm this closing") }))
            .Not.ToBeVisibleAsync();
        await approver.Page.GoTo("Desk");
        await approver.Page.Locator("main .desk-title a").First.ClickAsync();
        await approver.Page.Press(place.Say("Confirm this closing"));
        await Assertions.Expect(approver.Page.Locator(".lead .status-tag")).ToHaveTextAsync("Closed");
    }

    /// <summary>Issues the certificate of the price, and leaves its page open.</summary>
    public async Task Certify()
    {
        await OpenTheResale();
        await Page.Follow("How it came about");
        await Page.Follow("Price certificate");
        await Page.Tick("The seller agrees that the public page shows the address");
        await Page.Press("Issue it");
        await Assertions.Expect(Page.Locator("article.certificate")).ToBeVisibleAsync();
    }

    private async Task Approve()
    {
        var other = approver.Page;
        await other.GoTo("Desk");
        await other.Locator("main .desk-title a").First.ClickAsync();
        await Assertions.Expect(other.Locator(".price-figure")).ToHaveTextAsync(place.Price);
        await other.Press("Approve this price");
        await Assertions.Expect(other.GetByRole(AriaRole.Main)).ToContainTextAsync("Valid until");
    }

    // From the resale to a step, and from its page to where it is done.
    private async Task Begin(string step)
    {
        await Page.Locator("main table").GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/steps/**");
        await Page.Locator("main a.button", new() { HasText = step }).ClickAsync();
    }

    private async Task OpenTheResale()
    {
        await Page.GoTo("Resales");
        await Page.GetByRole(AriaRole.Main).Locator("tbody a").First.ClickAsync();
        await Page.Sees("1A Orchard Row");
    }

    private async Task AddPerson(string given, string family)
    {
        await Page.GoTo("People");
        await Page.Follow("Add a person");
        await Page.Fill("Input.GivenName", given);
        await Page.Fill("Input.FamilyName", family);
        await Page.Press("Add the person");
        await Page.Sees(family);
    }
}
