using Commonstead.Accounts;
using Commonstead.Demonstration;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>The lines of the lab's charts are told apart without their colour, and named as they are drawn.</summary>
public sealed class ChartTests(BrowserFixture browser, DemonstrationHost demonstration)
{
    // What a swatch shows but for its colour; the widths of a fan's lines differ as well, but hardly to the eye.
    private const string Alike = """
        [...document.querySelectorAll('figure.chart')].map(chart => {
          const looks = [...chart.querySelectorAll('.u-legend .u-series svg')].map(drawing =>
            drawing.querySelector('line').getAttribute('stroke-dasharray') + '|'
            + drawing.querySelector('path')?.getAttribute('d'));
          return looks.length < 2 ? 'no legend' : looks.filter((look, at) => looks.indexOf(look) !== at).join(' ');
        })
        """;

    [Theory]
    [InlineData("/lab")]
    [InlineData("/lab/futures")]
    public async Task EveryLine_HasItsOwnDashOrMarker_AndItsSwatchShowsIt(string address)
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Board, place: DemoPlace.London);
        var page = visitor.Page;
        await visitor.Go(address);
        await page.Locator("figure.chart .u-legend svg").First.WaitForAsync();
        var alike = await page.EvaluateAsync<string[]>(Alike);
        Assert.NotEmpty(alike);
        Assert.All(alike, Assert.Empty);
        await page.SetViewportSizeAsync(360, 800);
        await visitor.FitsTheWidth();
        visitor.HeardNoComplaint();
    }

    [Fact]
    public async Task AStudyThatIsClosed_LeavesNoEmptyBoxOnPaper()
    {
        await using var visitor = await demonstration.VisitAs(browser, Role.Board, place: DemoPlace.London);
        await visitor.Go("/lab");
        await Assertions.Expect(visitor.Page.Locator(".lab-study")).ToBeVisibleAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visitor.Page.Locator(".lab-study")).ToBeHiddenAsync();
    }
}
