using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Pricing;

/// <summary>
/// What is recorded of a sale and of works reaches the price without being typed again, and counts once.
/// </summary>
public sealed class OfferedFactsTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly RuleGiven[] _asked =
    [
        Money("appraisal_at_sale"), Money("improvements_value"), Money("improvements"), Money("not_recorded"),
        new("land_value", RuleType.Date, "", null),
    ];

    [Fact]
    public async Task WhatImprovementsAdded_IsTakenOutOfTheAppraisal_BeforeItIsCreditedWhole()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal(a =>
            (a.ValueAdded, a.LandValue) = (ResaleCase.Usd(12_000), ResaleCase.Usd(80_000)))).IsDone);
        var offered = await Offered(resale.Lease);
        Assert.Equal("248000.00", offered["appraisal_at_sale"].Text);
        Assert.Contains("less 12000.00 added", offered["appraisal_at_sale"].Source, StringComparison.Ordinal);
        Assert.Equal("12000.00", offered["improvements_value"].Text);
        Assert.Null(offered["not_recorded"].Text);
        Assert.Null(offered["land_value"].Text);
    }

    [Fact]
    public async Task UnderARuleThatCreditsNoImprovements_TheWholeAppraisalCounts_AndBinds()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal(a => a.ValueAdded = ResaleCase.Usd(12_000))).IsDone);
        Assert.Equal(MakeDeterminationRefusal.FactStatedBySale,
            (await host.Make(host.PriceOf(resale.Lease, "260000.01"))).Code());
        var input = host.PriceOf(resale.Lease);
        input.Givens.Clear();
        var made = await host.Make(input);
        var price = await host.Asks((IPrices prices) => prices.Determination(made.Value));
        Assert.Equal(ResaleCase.Usd(185_000), price!.MaximumPrice);
    }

    [Fact]
    public async Task FinishedWorks_AreOfferedAtTheirCreditedValue_OthersAreNot()
    {
        var lease = await host.NewLease();
        Assert.Null((await Offered(lease))["improvements"].Text);
        await Finish(lease, credited: 6_200);
        await Finish(lease, credited: 800);
        await Finish(lease, credited: null);
        var fact = (await Offered(lease))["improvements"];
        Assert.Equal("7000.00", fact.Text);
        Assert.Contains("works credited by the trust", fact.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorksOfWhoOwnedBefore_AreNotCreditedToTheNextOwner_NorHerMortgagesAskedAbout()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        await new OfferedFactsTests(own).Assigned();
    }

    private async Task Assigned()
    {
        var lease = await host.NewLease();
        await Finish(lease, credited: 6_200);
        await host.NewMortgage(lease);
        host.Clock.Pass(TimeSpan.FromDays(1));
        var closed = new ResaleClosed(RecordIds.New<ResaleId>(), lease, [await host.NewPerson()],
            ResaleCase.Usd(175_000), host.Trust.Today, null, null);
        Assert.True((await host.Tell(closed)).IsDone);
        Assert.Null((await Offered(lease))["improvements"].Text);
        Assert.Empty(await host.Asks((IPermittedMortgages all) => all.StandingOn(lease, host.Trust.Today)));
        using var steward = await host.SignInAsSteward();
        var page = (await steward.Open($"/leases/{lease}")).Text;
        Assert.Contains("Made before the present owners bought", page, StringComparison.Ordinal);
        Assert.Contains("was credited to who owned it then", page, StringComparison.Ordinal);

        // The buyers' own works count, from the day they bought; a voided closing gives the seller's back.
        await Finish(lease, credited: 900);
        Assert.Equal("900.00", (await Offered(lease))["improvements"].Text);
        var voided = new ClosingVoided(closed.Resale, lease, null, host.Trust.Today);
        Assert.True((await host.Tell(voided)).IsDone);
        Assert.Equal("7100.00", (await Offered(lease))["improvements"].Text);
        Assert.Single(await host.Asks((IPermittedMortgages all) => all.StandingOn(lease, host.Trust.Today)));
    }

    private async Task<Dictionary<string, EnteredGiven>> Offered(LeaseId lease) =>
        (await host.Asks((OfferedFacts facts) => facts.For(lease, _asked))).ToDictionary(g => g.Name);

    private async Task Finish(LeaseId lease, decimal? credited)
    {
        var today = host.Trust.Today;
        var works = await host.Does((RecordWorks o) => o, new RecordWorksInput
        {
            Lease = lease,
            Description = "A new roof",
            NoticeOn = today,
            Cost = ResaleCase.Usd(9_000),
        });
        await Carry(new CarryWorksInput { Lease = lease, Works = works.Value, Version = 1, Step = WorksStep.Approve });
        await Carry(new CarryWorksInput
        {
            Lease = lease,
            Works = works.Value,
            Version = 2,
            Step = WorksStep.Finish,
            Cost = ResaleCase.Usd(9_000),
            CreditedValue = credited is { } value ? ResaleCase.Usd(value) : null,
        });
    }

    private async Task Carry(CarryWorksInput input)
    {
        input.On = host.Trust.Today;
        Assert.True((await host.Does((CarryWorks o) => o, input)).IsDone);
    }

    private static RuleGiven Money(string name) => new(name, RuleType.Money, "", null);
}
