using Commonstead.Core;
using Commonstead.Platform.Trusts;
using Commonstead.Resales;

namespace Commonstead.Tests.Resales;

/// <summary>A home not sold a year after the option ended: the trust may sell it for its owner (article 10).</summary>
public sealed class PowerOfSaleTests
{
    [Fact]
    public async Task ALapsedOption_GivesTheOwnerAYear_ThenTheTrustThePowerToSell()
    {
        await using var host = new TrustHost();
        await host.InitializeAsync();
        var resale = await Lapsed(host);
        var lapsed = host.Trust.Today;
        var look = await resale.Look();
        Assert.Equal(lapsed.AddMonths(6), look.Step(StepKind.BuyerFound).DueOn);
        Assert.Equal(lapsed.AddYears(1), look.Step(StepKind.Closing).DueOn);
        Assert.Equal(lapsed.AddYears(1), look.PowerOfSaleFrom);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("The owner loses the sole right to sell", page.Text, StringComparison.Ordinal);
        Assert.Contains("model lease, article 10", page.Text, StringComparison.Ordinal);
        Assert.Contains("If it is not sold by then", page.Text, StringComparison.Ordinal);
        host.Clock.Set(lapsed.AddYears(1).AddDays(-20));
        var desk = await (await host.SignInAsSteward()).Open("/");
        Assert.Contains("attorney in fact", desk.Text, StringComparison.Ordinal);
        host.Clock.Set(lapsed.AddYears(1));
        page = await (await host.SignInAsSteward()).Open($"/resales/{resale.Id}");
        Assert.Contains("Since ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("If it is not sold by then", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheTermsGiveNoSuchPower_OnlyTheSayOnTheBuyerIsLost()
    {
        await using var host = new TrustHost();
        await host.InitializeAsync();
        await host.FoundTrusts();
        host.Trust.Profile!.Country = Country.GreatBritain;
        var look = await (await Lapsed(host)).Look();
        Assert.Null(look.PowerOfSaleFrom);
        Assert.Equal(look.AnyBuyerFrom, look.Step(StepKind.Closing).DueOn);
        Assert.StartsWith("The trust loses its say on the buyer",
            StepPlan.LossOf(StepKind.Closing, look.Option, look.Terms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTrustsOwnTerm_IsChangedOnItsSettings()
    {
        await using var host = new TrustHost();
        await host.InitializeAsync();
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/resales/settings");
        Assert.Equal("12",
            form.Document.QuerySelector("[name='Input.MonthsToPowerOfSale']")!.GetAttribute("value"));
        var done = await form.Submit(new Dictionary<string, string> { ["Input.MonthsToPowerOfSale"] = "18" });
        Assert.Equal("/resales", done.Address);
        var look = await (await Lapsed(host)).Look();
        Assert.Equal(CalendarMath.AddMonths(look.OptionOn!.Value, 18), look.PowerOfSaleFrom);
    }

    private static async Task<ResaleCase> Lapsed(TrustHost host)
    {
        var resale = await host.NewResale();
        Assert.True((await resale.DecideOption(o => o.Option = OptionState.Lapsed)).IsDone);
        return resale;
    }
}
