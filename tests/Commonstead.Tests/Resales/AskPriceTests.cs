using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>What the seller asks stays what she asks, and is never offered above the maximum.</summary>
public sealed class AskPriceTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ThePriceAsked_StaysWhatTheSellerAsks_WithTheMaximumBesideIt()
    {
        var resale = await host.NewResale();
        Assert.Equal(AskPriceRefusal.PriceOutOfRange, (await resale.Ask(0)).Code());
        Assert.True((await resale.Ask(200_000)).IsDone);
        Assert.True((await resale.RecordAppraisal()).IsDone);
        await resale.ApprovePrice();
        Assert.Equal(ResaleCase.Usd(200_000), (await resale.Look()).AskedPrice);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("may be sold for $185,000.00 at most", page.Text, StringComparison.Ordinal);
        Assert.Contains("$200,000.00", page.Text, StringComparison.Ordinal);
        Assert.Equal(AskPriceRefusal.AboveMaximum, (await resale.Ask(185_000.01m)).Code());
        Assert.True((await resale.DecideOption()).IsDone);
        Assert.Equal("185000.00", await Offered(steward, resale));
        Assert.True((await resale.Ask(180_000)).IsDone);
        Assert.Equal("180000.00", await Offered(steward, resale));
        Assert.True((await resale.FindBuyer()).IsDone);
        var sold = await resale.Look();
        Assert.Equal((ResaleCase.Usd(180_000), ResaleCase.Usd(175_000)), (sold.AskedPrice, sold.AgreedPrice));
    }

    [Fact]
    public async Task ASellerWhoNamesNoPrice_AsksNone_WhenTheMaximumIsApproved()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal()).IsDone);
        await resale.ApprovePrice();
        Assert.Null((await resale.Look()).AskedPrice);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("The seller has named none", page.Text, StringComparison.Ordinal);
        var form = await steward.Open($"/resales/{resale.Id}/price-asked");
        Assert.Contains("The maximum price is $185,000.00", form.Text, StringComparison.Ordinal);
        var refused = await form.Submit(new Dictionary<string, string> { ["Input.Price"] = "190000" });
        Assert.Contains("$190,000.00 is more than the maximum price of $185,000.00", Assert.Single(refused.Errors),
            StringComparison.Ordinal);
        var done = await refused.Submit(new Dictionary<string, string> { ["Input.Price"] = "182500" });
        Assert.Equal($"/resales/{resale.Id}", done.Address);
        Assert.Contains("The seller asks $182,500.00.", done.Text, StringComparison.Ordinal);
    }

    private static async Task<string> Offered(Visitor steward, ResaleCase resale)
    {
        var form = await steward.Open($"/resales/{resale.Id}/buyer");
        return form.Document.QuerySelector("input[name='Input.Price']")!.GetAttribute("value")!
            .Replace(",", "", StringComparison.Ordinal);
    }
}
