using System.Net;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>An owner's dispute about the appraisal, and the value that counts in the end.</summary>
public sealed class DisputeTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheAverageOfTwoAppraisals_BecomesThePricesValue()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal(a =>
            (a.LandValue, a.ValueAdded) = (ResaleCase.Usd(80_000), ResaleCase.Usd(5_000)));
        var early = (await host.Make(host.PriceOf(resale.Lease))).Value;
        Assert.True((await Dispute(resale)).IsDone);
        var open = await resale.Look();
        Assert.Equal((StepState.Open, (DateOnly?)null),
            (open.Step(StepKind.AppraisalReceived).State, open.Step(StepKind.Option).DueOn));
        Assert.Equal(PriceFollowedRefusal.AppraisalDisputed, (await host.Approve(early)).Code());
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(RecordAppraisalRefusal.SameAppraiser, (await resale.RecordAppraisal()).Code());
        Assert.True((await Second(resale, 271_000.01m, a => a.LandValue = ResaleCase.Usd(90_000))).IsDone);
        var settled = await resale.Look();
        Assert.Equal(host.Trust.Today.AddDays(45), settled.Step(StepKind.Option).DueOn);

        // (260,000 + 271,000.01) ÷ 2 = 265,500.005, half up; improvements are stated by one of them only.
        var facts = await host.Asks((ISaleFacts sale) => sale.Of(resale.Lease));
        Assert.Equal("265500.01", facts["appraisal_at_sale"].Text);
        Assert.Equal("85000.00", facts["land_value"].Text);
        Assert.False(facts.ContainsKey("improvements_value"));
        Assert.Contains("average of appraisal AP-1", facts["market_value"].Source, StringComparison.Ordinal);
        Assert.Equal(PriceFollowedRefusal.MadeBeforeSettlement, (await host.Approve(early)).Code());
        Assert.Equal(MakeDeterminationRefusal.FactStatedBySale,
            (await host.Make(host.PriceOf(resale.Lease, "271000"))).Code());
        var made = await host.Make(host.PriceOf(resale.Lease, "265500.01"));
        Assert.True((await host.Approve(made.Value)).IsDone);

        // 160,000 + 25 % of 105,500.01, rounded down to the dollar.
        var price = await host.Asks((IPrices prices) => prices.Determination(made.Value));
        Assert.Equal(ResaleCase.Usd(186_375), price!.MaximumPrice);
        await Sealing.SealNew(host.Trust);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task WhereTheLeaseSaysSo_AThirdAppraiserDecides()
    {
        var resale = await ByThird();
        Assert.True((await Dispute(resale)).IsDone);
        Assert.True((await Second(resale, 300_000)).IsDone);
        Assert.Empty(await host.Asks((ISaleFacts sale) => sale.Of(resale.Lease)));
        Assert.Equal(RecordAppraisalRefusal.SameAppraiser, (await Second(resale, 290_000)).Code());
        Assert.True((await Second(resale, 280_000, a => (a.Licence, a.Reference) = ("MA-3", "AP-3"))).IsDone);
        var fact = (await host.Asks((ISaleFacts sale) => sale.Of(resale.Lease)))["appraisal_at_sale"];
        Assert.Equal("280000.00", fact.Text);
        Assert.Contains("third appraisal AP-3", fact.Source, StringComparison.Ordinal);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("the third appraisal decided", (await steward.Open($"/resales/{resale.Id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThirdIsNotNeeded_WhenTheSecondAgreesWithTheFirst()
    {
        var resale = await ByThird();
        Assert.True((await Dispute(resale)).IsDone);
        Assert.True((await Second(resale, 260_000)).IsDone);
        var fact = (await host.Asks((ISaleFacts sale) => sale.Of(resale.Lease)))["appraisal_at_sale"];
        Assert.Equal("260000.00", fact.Text);
        Assert.Contains("which agree", fact.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADispute_IsRefused_WithoutAppraisal_OutOfTime_Twice_OrOnceThePriceStands()
    {
        await using var later = new TrustHost();
        await later.InitializeAsync();
        var resale = await later.NewResale();
        Assert.Equal(DisputeAppraisalRefusal.NoAppraisal, (await Dispute(resale)).Code());
        await resale.RecordAppraisal();
        Assert.Equal(DisputeAppraisalRefusal.DateOutOfRange,
            (await Dispute(resale, d => d.DisputedOn = later.Trust.Today.AddDays(1))).Code());
        Assert.Equal(DisputeAppraisalRefusal.DateOutOfRange,
            (await Dispute(resale, d => d.DisputedOn = later.Trust.Today.AddDays(-1))).Code());
        later.Clock.Pass(TimeSpan.FromDays(15));
        Assert.Equal(DisputeAppraisalRefusal.TooLate, (await Dispute(resale)).Code());
        var inTime = later.Trust.Today.AddDays(-1);
        Assert.True((await Dispute(resale, d => d.DisputedOn = inTime)).IsDone);
        Assert.Equal(DisputeAppraisalRefusal.DisputedAlready, (await Dispute(resale)).Code());
        var other = await later.NewResale();
        await other.RecordAppraisal();
        await other.ApprovePrice();
        Assert.Equal(DisputeAppraisalRefusal.PriceApproved, (await Dispute(other)).Code());
    }

    [Fact]
    public async Task ASteward_RecordsTheDispute_ByForm_AndTheSellerSeesHowItStands()
    {
        Guid seller = default;
        var resale = await host.NewResale(l => seller = l.Holders[0].Person!.Value.Value);
        await resale.RecordAppraisal();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        var form = await steward.Open(page.Document.QuerySelector("a[href$='/dispute']")!.GetAttribute("href")!);
        Assert.Contains("14 days, the trust’s usual", form.Text, StringComparison.Ordinal);
        var refused = await form.Submit(new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        page = await refused.Submit(new Dictionary<string, string> { ["Input.Reason"] = "The attic was left out" });
        Assert.Contains("A second appraisal is awaited", page.Text, StringComparison.Ordinal);
        using var owner = await host.SignInAs(Commonstead.Accounts.Role.Leaseholder, seller);
        Assert.Contains("In dispute", (await owner.Open($"/resales/{resale.Id}")).Text, StringComparison.Ordinal);
    }

    private async Task<ResaleCase> ByThird()
    {
        var lease = await host.PricedLease();
        Assert.True((await host.Does((StateLeaseTerms state) => state, new StateLeaseTermsInput
        {
            Lease = lease,
            Source = "Article 10",
            Dispute = DisputeSettlement.Third,
        })).IsDone);
        var resale = new ResaleCase(host, lease, (await host.Notice(lease)).Value);
        Assert.True((await resale.RecordAppraisal()).IsDone);
        return resale;
    }

    private static async Task<Outcome<ResaleId>> Dispute(
        ResaleCase resale, Action<DisputeAppraisalInput>? change = null)
    {
        var input = new DisputeAppraisalInput
        {
            Resale = resale.Id,
            SeenVersion = await resale.Version(),
            DisputedOn = resale.Host.Trust.Today,
            Reason = "The attic was left out",
        };
        change?.Invoke(input);
        return await resale.Host.Does((DisputeAppraisal operation) => operation, input);
    }

    private static Task<Outcome<ResaleId>> Second(
        ResaleCase resale, decimal value, Action<RecordAppraisalInput>? change = null) => resale.RecordAppraisal(a =>
        {
            (a.Appraiser, a.Licence, a.Reference, a.Value) = ("B. Second", "MA-2", "AP-2", ResaleCase.Usd(value));
            change?.Invoke(a);
        });
}
