using Commonstead.Accounts;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>Without a mouse: past the head of the page, through a form, always seeing where one is.</summary>
public sealed class KeyboardTests(BrowserFixture browser, DemonstrationHost demonstration)
{
    [Fact]
    public async Task AForm_IsReached_FilledAndSent_ByKeyboard()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward);
        var (page, keys) = (visitor.Page, visitor.Page.Keyboard);
        await visitor.Go("/people/organisations/add");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the main part" }))
            .ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        await TabTo(page, "[name='Input.Name']");
        await keys.TypeAsync("Keyboard Builders");
        await TabTo(page, "main form button[type=submit]");
        await keys.PressAsync("Enter");
        await page.Sees("Keyboard Builders");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/resales")]
    [InlineData("/land/map")]
    [InlineData("/people/add")]
    public async Task EveryStop_OfThePage_IsSeen(string path)
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Steward);
        await visitor.Go(path);
        for (var stop = 0; stop < 40; stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var unseen = await visitor.Page.EvaluateAsync<string?>("""
                () => {
                  const here = document.activeElement;
                  if (!here || here === document.body) return 'end';
                  const style = getComputedStyle(here);
                  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                  const box = here.getBoundingClientRect();
                  const shown = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  return (outlined || style.boxShadow !== 'none') && shown ? null : here.outerHTML.slice(0, 200);
                }
                """);
            if (unseen == "end") break;
            Assert.Null(unseen);
        }
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var stop = 0; stop < 30; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("what => document.activeElement.matches(what)", selector)) return;
        }

        Assert.Fail($"Thirty stops do not reach {selector}.");
    }
}
