using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Leases;

public sealed class PurchaseTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _on = new(2019, 5, 14);

    [Fact]
    public async Task Sources_ComeToPriceAndCosts_ByForm()
    {
        var (lease, _, _) = await Financed();
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/leases/{lease}/purchase");
        var fields = new Dictionary<string, string>
        {
            ["Input.Price"] = "160,000",
            ["Input.Costs"] = "4,000",
            ["Input.OwnMoney"] = "14,000",
            ["Input.Sources[0].Amount"] = "120,000",
            ["Input.Sources[1].Amount"] = "29,999",
            ["Input.Source"] = "Settlement statement",
        };
        var refused = await form.Submit(fields);
        Assert.Contains("The sources come to $163,999.00", Assert.Single(refused.Errors), StringComparison.Ordinal);
        fields["Input.Sources[1].Amount"] = "30,000";
        var page = await form.Submit(fields);
        Assert.Empty(page.Errors);
        string[] told =
        [
            "Valley Credit Union, $120,000.00", "A fund, $30,000.00", "$164,000.00", "$14,000.00",
            "The home was bought for $160,000.00; with costs $164,000.00 was paid",
        ];
        foreach (var said in told) Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterStatement_TakesThePlaceOfTheEarlier()
    {
        var (lease, _, _) = await Financed();
        Assert.True((await State(lease, i => (i.Price, i.OwnMoney) = (Usd(10), Usd(10)))).IsDone);
        Assert.True((await State(lease, i => (i.Price, i.OwnMoney) = (Usd(20), Usd(20)))).IsDone);
        var purchases = (await host.ViewOf(lease)).History.Purchases;
        Assert.Equal(purchases[1].Id, purchases[0].SupersededBy);
        Assert.Equal(Usd(20), Assert.Single(purchases, p => p.SupersededBy is null).Price);
    }

    [Fact]
    public async Task Refusals()
    {
        var (lease, mortgage, subsidy) = await Financed();
        Assert.Equal(StatePurchaseRefusal.DayNotUsable, (await State(lease, i => i.On = _on.AddDays(-1))).Code());
        Assert.Equal(StatePurchaseRefusal.AmountNotUsable, (await State(lease, i => i.Costs = Usd(-1))).Code());
        Assert.Equal(StatePurchaseRefusal.SourcesDoNotAddUp, (await State(lease, i => i.Price = Usd(1))).Code());
        SourceInput[][] unknown =
        [
            [new SourceInput { Amount = Usd(1) }],
            [new SourceInput { Mortgage = mortgage, Subsidy = subsidy, Amount = Usd(1) }],
            [new SourceInput { Mortgage = RecordIds.New<MortgageId>(), Amount = Usd(1) }],
            [Half(mortgage), Half(mortgage)],
        ];
        foreach (var sources in unknown)
        {
            Assert.Equal(
                StatePurchaseRefusal.SourceUnknown, (await State(lease, i => i.Sources = [.. sources])).Code());
        }

        Assert.Equal(StatePurchaseRefusal.MoreThanItsAmount, (await State(lease, i => i.Sources =
            [new SourceInput { Subsidy = subsidy, Amount = Usd(40_001) }])).Code());

        static SourceInput Half(MortgageId mortgage) => new() { Mortgage = mortgage, Amount = Usd(60_000) };
    }

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private async Task<(LeaseId Lease, MortgageId Mortgage, SubsidyId Subsidy)> Financed()
    {
        var lease = await host.NewLease();
        var mortgage = await host.NewMortgage(lease);
        var subsidy = await host.Does((RecordSubsidy record) => record, new RecordSubsidyInput
        {
            Lease = lease,
            Source = "A fund",
            Amount = Usd(40_000),
            On = _on,
        });
        return (lease, mortgage, subsidy.Value);
    }

    private Task<Outcome<PurchaseId>> State(LeaseId lease, Action<StatePurchaseInput> change)
    {
        var input = new StatePurchaseInput
        {
            Lease = lease,
            On = _on,
            Price = Usd(0),
            Costs = Usd(0),
            OwnMoney = Usd(0),
            Source = "Settlement statement",
        };
        change(input);
        return host.Does((StatePurchase state) => state, input);
    }
}
