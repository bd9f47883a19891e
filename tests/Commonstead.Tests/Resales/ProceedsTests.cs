using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>What remains to the seller: stated before the closing, and estimated by her at any time.</summary>
public sealed class ProceedsTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheStatement_NamesEveryPayoff_AndWhatRemains_ForTheSellerToo()
    {
        Guid seller = default;
        var resale = await (await host.NewResale(l => seller = l.Holders[0].Person!.Value.Value)).ReadyToClose();
        var closing = await resale.Prepare(c =>
        {
            c.Payoffs = [ResaleCase.Payoff(61_250.55m, "First Bank"), ResaleCase.Payoff(8_000, "The city"), new()];
            c.Arrears = ResaleCase.Usd(120);
            c.Repairs = ResaleCase.Usd(2_400);
            c.Commission = ResaleCase.Usd(4_375);
            c.OtherCosts = ResaleCase.Usd(600);
        });
        Assert.True(closing.IsDone);

        // 175,000 − 61,250.55 − 8,000 − 120 − 2,400 − 1 % of 175,000 − 4,375 − 600.
        using var owner = await host.SignInAs(Role.Leaseholder, seller);
        var page = await owner.Open($"/resales/{resale.Id}/closings/{closing.Value}");
        Assert.Equal("Net-proceeds statement", page.Heading);
        Assert.Equal(
            [
                "$175,000.00", "−$61,250.55", "−$8,000.00", "−$120.00", "−$2,400.00", "−$1,750.00", "−$4,375.00",
                "−$600.00", "$96,504.45",
            ],
            page.Document.QuerySelectorAll(".statement .number").Select(e => e.TextContent.Trim()));
        Assert.Contains("Payoff to First Bank", page.Text, StringComparison.Ordinal);
        Assert.Contains("has yet to confirm", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Diaz", page.Text, StringComparison.Ordinal);
        Assert.Contains("$96,504.45", (await owner.Open($"/resales/{resale.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await owner.Open($"/resales/{resale.Id}/closings/{Guid.NewGuid():N}")).Status);
        Assert.True((await resale.SetAside(closing.Value)).IsDone);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("does not hold",
            (await steward.Open($"/resales/{resale.Id}/closings/{closing.Value}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFormForTheClosing_KnowsThePermittedLenders_AndTakesTheirLetters()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        Assert.True((await host.Does((PermitMortgage permit) => permit, new PermitMortgageInput
        {
            Lease = resale.Lease,
            Lender = "Second Bank",
            Amount = ResaleCase.Usd(100_000),
            MadeOn = new DateOnly(2019, 5, 14),
            EndsOn = new DateOnly(2049, 5, 13),
            MarginYears = 5,
        })).IsDone);
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/resales/{resale.Id}/close");
        Assert.Equal("Second Bank",
            form.Document.QuerySelector("[name='Input.Payoffs[0].Lender']")!.GetAttribute("value"));
        var refused = await form.Submit(new Dictionary<string, string> { ["Input.Payoffs[1].Amount"] = "5" });
        Assert.Contains("Name the lender", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var done = await refused.Submit(new Dictionary<string, string>
        {
            ["Input.Payoffs[0].Amount"] = "70,000",
            ["Input.Payoffs[1].Amount"] = "",
        });
        Assert.Equal($"/resales/{resale.Id}", done.Address);
        Assert.Contains("Payoff to Second Bank", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALeaseholder_EstimatesWhatWouldRemain_AtAnyTime_AndItBindsNobody()
    {
        var (lease, holder) = await host.LeaseWithHolder();
        using (holder)
        {
            var form = await holder.Open($"/my/proceeds?lease={lease}&price=185000");
            Assert.Contains("1% of the price", form.Text, StringComparison.Ordinal);
            var answer = await form.Submit(new Dictionary<string, string>
            {
                ["Input.Owed"] = "90,000",
                ["Input.CommissionPercent"] = "2.5",
            });
            Assert.Contains("Estimate, not binding", answer.Text, StringComparison.Ordinal);

            // 185,000 − 90,000 − 1 % − 2.5 %.
            Assert.Equal("$88,525.00", answer.Document.QuerySelector(".statement tfoot .number")!.TextContent.Trim());
            var tooLittle = await answer.Submit(new Dictionary<string, string> { ["Input.Owed"] = "200000" });
            Assert.Contains("would not cover", tooLittle.Text, StringComparison.Ordinal);
            var refused = await answer.Submit(new Dictionary<string, string> { ["Input.Price"] = "0" });
            Assert.Contains("above zero", Assert.Single(refused.Errors), StringComparison.Ordinal);
            await host.ApprovedPrice(lease);
            var above = await (await holder.Open($"/my/proceeds?lease={lease}")).Submit(
                new Dictionary<string, string> { ["Input.Price"] = "185,000.01" });
            Assert.Contains("above your approved maximum", above.Text, StringComparison.Ordinal);
            Assert.Contains("/my/proceeds?lease=", (await holder.Open("/my/price")).Document.Body!.InnerHtml,
                StringComparison.Ordinal);
            var other = await host.PricedLease();
            Assert.Equal(HttpStatusCode.NotFound, (await holder.Open($"/my/proceeds?lease={other}")).Status);
        }
    }

    [Theory]
    [InlineData(17_500_000, 10, 175_000)]
    [InlineData(10_050, 10, 101)]
    [InlineData(3_333, 5, 17)]
    public void TheTransferFee_RoundsHalfUp_ToTheCent(long price, int tenthsOfAPercent, long fee) => Assert.Equal(
        new Money(fee, Currency.Usd),
        ProceedsStatement.TransferFee(new Money(price, Currency.Usd), tenthsOfAPercent / 10m));
}
