using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Pricing;

/// <summary>Every way a rule, a price, a decision or a certificate is refused.</summary>
public sealed class PriceRefusalTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DeterminationId _none = new(new Guid("00000000-0000-7000-8000-000000000001"));

    [Fact]
    public async Task ARule_ThatIsNone_FailsItsExample_IsInAnotherCurrency_OrIsThere_IsNotAdopted()
    {
        await host.TestRule();
        var pounds = LeaseIntent.RuleText.Replace("USD", "GBP", StringComparison.Ordinal);
        const string example =
            "\n\n```example\npurchase_price = 1\npurchase_date = 2020-01-01\nappraisal_at_sale = 1\n"
            + "maximum_price => 2\n```\n";
        Assert.Equal(AdoptRuleRefusal.NotARule, (await Adopt("# Nothing")).Refusals[0].Code);
        Assert.Equal(AdoptRuleRefusal.ExampleFails, (await Adopt(LeaseIntent.RuleText + example)).Code());
        Assert.Equal(AdoptRuleRefusal.OtherCurrency, (await Adopt(pounds)).Code());
        Assert.Equal(AdoptRuleRefusal.InTheBook, (await Adopt(LeaseIntent.RuleText)).Code());
    }

    [Fact]
    public async Task ALease_WithoutARule_OrWhoseRuleIsNotInTheBook_HasNoPrice()
    {
        var bare = await host.NewLease();
        Assert.Equal(WorkingRefusal.NoRule, (await host.Make(host.PriceOf(bare))).Code());
        var terms = (await host.Asks((ILeases leases) => leases.Terms(bare)))! with { RuleHash = new string('0', 64) };
        var worked = await host.Asks((Working w) => w.Compute(terms, [], host.Trust.Today, host.Trust.Today));
        Assert.Equal(WorkingRefusal.RuleNotInBook, worked.Code());
    }

    [Fact]
    public async Task Figures_CannotBeKnownBeforeTheyArePublished()
    {
        var input = host.PriceOf(await host.PricedLease());
        input.KnownBy = host.Trust.Today.AddDays(1);
        Assert.Equal(WorkingRefusal.KnownByInFuture, (await host.Make(input)).Code());
    }

    [Fact]
    public async Task AFact_Missing_Unknown_NotUnderstood_NotAskedFor_OrStatedByTheLease_IsRefused()
    {
        var lease = await host.PricedLease();
        var missing = host.PriceOf(lease);
        missing.Givens = [];
        Assert.Equal(WorkingRefusal.FactMissing, (await host.Make(missing)).Code());
        Assert.Equal(WorkingRefusal.FactNotUnderstood, (await host.Make(host.PriceOf(lease, "a lot"))).Code());
        var extra = host.PriceOf(lease);
        extra.Givens.Add(new EnteredGiven { Name = "kitchen", Text = "1", Source = "Here" });
        Assert.Equal(WorkingRefusal.FactNotAsked, (await host.Make(extra)).Code());
        var replaced = host.PriceOf(lease);
        replaced.Givens.Add(new EnteredGiven { Name = "purchase_price", Text = "1", Source = "Here" });
        Assert.Equal(WorkingRefusal.FactStatedByLease, (await host.Make(replaced)).Code());
        var unknown = await host.PricedLease(l => l.Facts[0].Text = null);
        Assert.Equal(WorkingRefusal.FactUnknown, (await host.Make(host.PriceOf(unknown))).Code());
    }

    [Fact]
    public async Task ARuleThatStops_SaysWhy()
    {
        await host.TestRule();
        var text = LeaseIntent.RuleText.Replace(
            "purchase_price + (appraisal_at_sale - purchase_price) * 25%", "appraisal_at_sale - purchase_price",
            StringComparison.Ordinal);
        Assert.True((await host.Adopts(text)).IsDone);
        var lease = await host.PricedLease(l => l.Rule = RuleDocument.HashOf(RuleDocument.Canonical(text)));
        var stopped = await host.Make(host.PriceOf(lease, "1"));
        Assert.Equal(WorkingRefusal.RuleStopped, stopped.Code());
        Assert.Contains("below zero", (string)stopped.Refusals[0].Figures[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoLease_AnEndedLease_OrAFactWithoutItsSource_MakesNoDetermination()
    {
        var lease = await host.PricedLease();
        var strange = host.PriceOf(new LeaseId(_none.Value));
        Assert.Equal(MakeDeterminationRefusal.NoLease, (await host.Make(strange)).Code());
        var bare = host.PriceOf(lease);
        bare.Givens[0].Source = " ";
        Assert.Equal(MakeDeterminationRefusal.NoSource, (await host.Make(bare)).Code());
        var terms = (await host.Asks((ILeases leases) => leases.Terms(lease)))!;
        var ended = terms with { EndedOn = host.Trust.Today.AddDays(-1) };
        Assert.Equal(MakeDeterminationRefusal.LeaseEnded, MakeDetermination.Ended(ended, host.Trust.Today)!.Code);
    }

    [Fact]
    public async Task Approval_TakesAnotherPerson_OnceOnly_AndForAtMostAYear()
    {
        var lease = await host.PricedLease();
        Assert.Equal(ApproveDeterminationRefusal.NoDetermination, (await host.Approve(_none)).Code());
        var id = (await host.Make(host.PriceOf(lease))).Value;
        var maker = Intent.ActorWith(Role.Steward, Role.Approver) with { Key = LeaseIntent.Steward.Key };
        Assert.Equal(ApproveDeterminationRefusal.MadeByYourself, (await host.Approve(id, actor: maker)).Code());
        Assert.Equal(ApproveDeterminationRefusal.ValidityOutOfRange, (await host.Approve(id, -1)).Code());
        Assert.Equal(ApproveDeterminationRefusal.ValidityOutOfRange, (await host.Approve(id, 367)).Code());
        Assert.Equal(CommonRefusal.NotPermitted, (await host.Approve(id, actor: LeaseIntent.Steward)).Code());
        Assert.True((await host.Approve(id)).IsDone);
        Assert.Equal(ApproveDeterminationRefusal.Decided, (await host.Approve(id)).Code());
    }

    [Fact]
    public async Task SettingAside_NeedsADetermination_AndHappensOnce()
    {
        var id = await host.ApprovedPrice(await host.PricedLease());
        Assert.Equal(SetAsideDeterminationRefusal.NoDetermination, (await host.SetAside(_none)).Code());
        Assert.True((await host.SetAside(id)).IsDone);
        Assert.Equal(SetAsideDeterminationRefusal.SetAside, (await host.SetAside(id)).Code());
    }

    [Fact]
    public async Task ACertificate_IsIssuedForAPriceThatHolds_Once()
    {
        var lease = await host.PricedLease();
        Assert.Equal(IssueCertificateRefusal.NoDetermination, (await host.Issue(_none)).Code());
        var made = (await host.Make(host.PriceOf(lease))).Value;
        Assert.Equal(IssueCertificateRefusal.NotApproved, (await host.Issue(made)).Code());
        Assert.True((await host.Approve(made)).IsDone);
        Assert.True((await host.Issue(made)).IsDone);
        Assert.Equal(IssueCertificateRefusal.Issued, (await host.Issue(made)).Code());
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        var later = await host.ApprovedPrice(lease, "270000");
        Assert.Equal(IssueCertificateRefusal.Superseded, (await host.Issue(made, address: true)).Code());
        host.Clock.Pass(TimeSpan.FromDays(181));
        Assert.Equal(IssueCertificateRefusal.Expired, (await host.Issue(later)).Code());
    }

    [Fact]
    public async Task AWorkingThatDoesNotComeOutAgain_IsNeitherApprovedNorCertified()
    {
        var file = await Frozen(await host.ApprovedPrice(await host.PricedLease()));
        var changed = (file with { MaximumPrice = "190000.00" }).ToJson();
        Assert.Equal(
            ApproveDeterminationRefusal.DoesNotRecompute,
            DeterminationFile.Proves(changed, ApproveDeterminationRefusal.DoesNotRecompute)!.Code);
        Assert.Equal(
            IssueCertificateRefusal.DoesNotRecompute,
            DeterminationFile.Proves(changed, IssueCertificateRefusal.DoesNotRecompute)!.Code);
        Assert.Null(DeterminationFile.Proves(file.ToJson(), IssueCertificateRefusal.DoesNotRecompute));
    }

    private Task<Outcome<RuleEntryId>> Adopt(string text) =>
        host.Does((AdoptRule adopt) => adopt, new AdoptRuleInput { Text = text });

    private async Task<DeterminationFile> Frozen(DeterminationId id) =>
        DeterminationFile.FromJson((await host.Asks((Determinations all) => all.Whole(id)))!.Content);
}
