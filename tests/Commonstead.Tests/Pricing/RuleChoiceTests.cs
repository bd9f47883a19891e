namespace Commonstead.Tests.Pricing;

public sealed class RuleChoiceTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task EveryRuleOfTheTrustsCurrency_IsOfferedOnce_AndCanBeReached()
    {
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/rules/add");
        var offered = page.Document.QuerySelectorAll("[name='Shipped'] option")
            .Where(o => o.GetAttribute("value") is { Length: > 0 }).ToList();
        Assert.Equal(offered.Count, offered.Select(o => o.TextContent).Distinct().Count());
        Assert.DoesNotContain(
            offered, o => o.GetAttribute("value")!.StartsWith("gb/", StringComparison.Ordinal));
        foreach (var option in offered)
        {
            var chosen = Uri.EscapeDataString(option.GetAttribute("value")!);
            var shown = await steward.Open("/resolutions/propose?act=rule-adoption&Shipped=" + chosen);
            var text = shown.Document.QuerySelector("[name='Input.Document']")!.TextContent.TrimStart();
            Assert.StartsWith("# " + option.TextContent.Split(" (")[0], text, StringComparison.Ordinal);
        }
    }
}
