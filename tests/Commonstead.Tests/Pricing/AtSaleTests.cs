using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Pricing;

/// <summary>
/// What only the sale tells is never stated of a lease: the price takes it from the appraisal on record, and a price
/// made from facts that have changed since is not approved.
/// </summary>
public sealed class AtSaleTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Rule = "gb/percent-of-market";

    [Fact]
    public async Task TheRecordedValuation_AnswersTheMarketValue_AndNoLeaseStatesIt()
    {
        var rule = await Adopted(Dollars);
        var resale = await Resale(rule);
        Assert.Empty((await host.ViewOf(resale.Lease)).MissingFacts);
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/leases/{resale.Lease}/facts/state");
        Assert.DoesNotContain("market value, disregarding", form.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(StateFactsRefusal.NotUnderstood, (await State(resale.Lease, "market_value", "1")).Code());
        var input = await host.LeaseInput();
        (input.Rule, input.Facts) = (rule, [Fact("market_value", "1")]);
        Assert.Equal(EnterLeaseRefusal.FactNotUnderstood, (await host.Does((EnterLease o) => o, input)).Code());

        Assert.True((await resale.RecordAppraisal()).IsDone);
        var price = await steward.Open($"/leases/{resale.Lease}/price");
        Assert.Equal("260000.00", price.Document.QuerySelector("[name='Input.Givens[0].Text']")!.GetAttribute("value"));
        var made = await Make(resale.Lease);
        Assert.True((await host.Approve(made.Value)).IsDone);

        // 31.3 % of 260,000.
        var determined = await host.Asks((IPrices p) => p.Determination(made.Value));
        Assert.Equal(ResaleCase.Usd(81_380), determined!.MaximumPrice);
    }

    [Fact]
    public async Task WhatALeaseOnceStated_CountsForNothing_AndNoBuyerInheritsIt()
    {
        var lease = await host.NewLease(l => l.Facts = [Fact("market_value", "1"), Fact("subsidy", "40000")]);
        var rule = await Adopted(await File.ReadAllTextAsync(
            RuleFiles.Find("us/itemised-fair-return"), TestContext.Current.CancellationToken));
        var terms = (await host.Asks((ILeases all) => all.Terms(lease)))! with { RuleHash = rule };
        Assert.Contains(Working.ToEnter((await host.Asks((IRuleBook b) => b.Document(rule)))!, terms),
            g => g.Name == "market_value");
        var entered = await host.Asks((Working w) => w.Compute(
            terms with { Facts = new Dictionary<string, StatedFact>(StringComparer.Ordinal) }, [],
            host.Trust.Today, host.Trust.Today));
        Assert.Contains(entered.Refusals, r => Equals(r.Figures[0], "market_value"));

        var seller = await host.NewLease(l => (l.Rule, l.Facts) = (rule, [Fact("subsidy", "40000")]));
        var next = RecordIds.New<LeaseId>();
        await host.Tell(new ResaleClosed(RecordIds.New<ResaleId>(), seller, [await host.NewPerson()],
            ResaleCase.Usd(175_000), host.Trust.Today, next, LeaseIntent.Unique("N")));
        var facts = (await host.ViewOf(next)).Parts.FactsOn(host.Trust.Today).ToDictionary(f => f.Name, f => f.Text);
        string[] atSale = ["market_value", "land_value", "payoff", "principal_paid", "sale_closing", "sale_date"];
        Assert.Empty(facts.Keys.Intersect(atSale));

        // The rule's default of nothing would raise the buyer's price; it waits to be entered.
        Assert.Null(facts["subsidy"]);
    }

    [Fact]
    public async Task AValueThatALeaseAndTheResaleStateOtherwise_IsRefused()
    {
        var unmarked = await Adopted(Dollars.Replace(" at sale", "", StringComparison.Ordinal));
        var resale = await Resale(unmarked, Fact("market_value", "250000"));
        Assert.True((await resale.RecordAppraisal()).IsDone);
        Assert.Equal(MakeDeterminationRefusal.LeaseAndSaleDiffer, (await Make(resale.Lease)).Code());
        var same = await Resale(unmarked, Fact("market_value", "260000"));
        Assert.True((await same.RecordAppraisal()).IsDone);
        Assert.True((await Make(same.Lease)).IsDone);
    }

    [Fact]
    public async Task APriceOfYesterdaysFacts_IsNotApproved_AndEachDifferenceIsNamed()
    {
        var rule = await Adopted(await File.ReadAllTextAsync(
            RuleFiles.Find("us/appraisal-share"), TestContext.Current.CancellationToken));
        var resale = await Resale(rule, Fact("purchase_price", "160000"), Fact("appraisal_at_purchase", "200000"));
        Assert.True((await resale.RecordAppraisal()).IsDone);
        var made = await Make(resale.Lease);
        Assert.True((await State(resale.Lease, "owner_share", "35%")).IsDone);
        Assert.True((await resale.RecordAppraisal(a =>
            (a.Value, a.Reference) = (ResaleCase.Usd(270_000), "AP-2"))).IsDone);
        var refused = await host.Approve(made.Value);
        Assert.All(refused.Refusals, r => Assert.Equal(ApproveDeterminationRefusal.FactChanged, r.Code));
        Assert.Equal(
            ["Appraised value now, without the isolated value of improvements|$260,000.00|$270,000.00",
                "The owner's share of the rise|25 %|35 %"],
            refused.Refusals.Select(r => string.Join('|', r.Figures).Replace('\u00a0', ' '))
                .Order(StringComparer.Ordinal));
        using var approver = await host.SignInAs(Commonstead.Accounts.Role.Approver);
        var page = await (await approver.Open($"/prices/{made.Value}"))
            .Submit(new Dictionary<string, string>(), "#approve");
        Assert.Contains("when this price was made, and is", page.Text, StringComparison.Ordinal);
        Assert.True((await host.Approve((await Make(resale.Lease)).Value)).IsDone);
    }

    [Fact]
    public async Task APriceByAnotherRuleThanTheLeaseNames_IsNotApproved()
    {
        var lease = await host.PricedLease();
        var made = await host.Make(host.PriceOf(lease));
        var other = await Adopted(LeaseIntent.RuleText.Replace("25%", "30%", StringComparison.Ordinal));
        var proposed = await host.Does((ProposeCorrection o) => o, new ProposeCorrectionInput
        {
            Lease = lease,
            Term = LeaseTerm.Rule,
            Rule = other,
            Source = "The lease, schedule 2",
            Reason = "The wrong rule was chosen",
        });
        Assert.True((await host.Does((DecideCorrection o) => o,
            new DecideCorrectionInput { Correction = proposed.Value, Version = 1, Approve = true },
            LeaseIntent.Approver)).IsDone);
        Assert.Equal(ApproveDeterminationRefusal.RuleChanged, (await host.Approve(made.Value)).Code());
    }

    private static string Dollars => File.ReadAllText(RuleFiles.Find(Rule))
        .Replace("currency GBP", "currency USD", StringComparison.Ordinal);

    private static FactInput Fact(string name, string text) => new() { Name = name, Text = text, Source = "Deed" };

    private async Task<string> Adopted(string text)
    {
        var adopted = await host.Adopts(text);
        Assert.True(adopted.IsDone || adopted.Code() is AdoptRuleRefusal.InTheBook);
        return RuleDocument.Parse(text, Rule).Document!.Hash;
    }

    private Task<ResaleCase> Resale(string rule, params FactInput[] facts) =>
        host.NewResale(l => (l.Rule, l.Facts) = (rule, [.. facts]));

    private Task<Outcome<LeaseId>> State(LeaseId lease, string name, string text) => host.Does(
        (StateFacts o) => o,
        new StateFactsInput { Lease = lease, Facts = [new StatedRow { Name = name, Text = text, Source = "Deed" }] });

    private Task<Outcome<DeterminationId>> Make(LeaseId lease)
    {
        var input = host.PriceOf(lease);
        input.Givens.Clear();
        return host.Make(input);
    }
}
