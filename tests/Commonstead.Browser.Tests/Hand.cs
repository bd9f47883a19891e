using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>What a hand does on a page: fills fields, presses buttons, follows links.</summary>
public static class Hand
{
    /// <summary>Types into a field of the page's form.</summary>
    public static Task Fill(this IPage page, string field, string text) =>
        page.Locator($"main [name='{field}']:not([type=hidden])").FillAsync(text);

    /// <summary>Enters a date.</summary>
    public static Task Fill(this IPage page, string field, DateOnly day) =>
        page.Fill(field, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Chooses in a list by the beginning of what stands there, or by its whole.</summary>
    public static async Task Choose(this IPage page, string field, string text)
    {
        var list = page.Locator($"main select[name='{field}']");
        var option = list.Locator("option", new() { HasText = text }).First;
        await list.SelectOptionAsync(await option.GetAttributeAsync("value") ?? text);
    }

    /// <summary>Ticks a box or a round button by its words.</summary>
    public static Task Tick(this IPage page, string label) =>
        page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    /// <summary>Presses a button, and waits for the page it leads to.</summary>
    public static Task Press(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Follows a link of the page's main part, also one that looks like a button.</summary>
    public static Task Follow(this IPage page, string name) => page.LinkNamed(name).First.ClickAsync();

    /// <summary>The links of the page's main part that say this.</summary>
    public static ILocator LinkNamed(this IPage page, string name) => page.Locator("main a", new()
    {
        HasTextRegex = new Regex(@"^\s*" + Regex.Escape(name) + @"\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)),
    });

    /// <summary>Goes to a part of the program by the row of links at the top.</summary>
    public static Task GoTo(this IPage page, string part) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Main", Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();

    /// <summary>Waits for a page by its main heading; shows what the form complained of when none comes.</summary>
    public static async Task Sees(this IPage page, string heading)
    {
        try
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
        }
        catch (PlaywrightException late)
        {
            var complaints = await page.Locator(".error-summary").AllInnerTextsAsync();
            throw new InvalidOperationException($"{page.Url}: {string.Join(' ', complaints)}\n{late.Message}", late);
        }
    }
}
