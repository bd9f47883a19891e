using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Resales;
using Commonstead.Series;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Series;

namespace Commonstead.Tests.Resales;

/// <summary>Buyers, certifications and closings: every rung of their ladders, and the way to the keys.</summary>
public sealed class ClosingTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task FromNoticeToKeys_TheHomeChangesHands_AndTheLeaseFollows()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var closing = await resale.Prepare();
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        var closed = await resale.Look();
        Assert.Equal(ResaleState.Closed, closed.State);
        Assert.Equal(host.Trust.Today.AddDays(30), closed.Step(StepKind.Recording).DueOn);
        Assert.True((await resale.Settle(StepKind.Recording)).IsDone);
        await Sealing.SealNew(host.Trust);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task Buyer_IsRefused_AboveThePrice_AsSeller_Unknown_OrWithoutPrice()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        Assert.Equal(FindBuyerRefusal.NoPrice, (await resale.FindBuyer()).Code());
        await resale.ApprovePrice();
        var seller = (await host.Asks((ILeases leases) => leases.Terms(resale.Lease)))!.Holders[0];
        Assert.Equal(FindBuyerRefusal.SellerBuys, (await resale.FindBuyer(b => b.Buyers = [seller])).Code());
        Assert.Equal(FindBuyerRefusal.UnknownPerson,
            (await resale.FindBuyer(b => b.Buyers = [new(Guid.NewGuid())])).Code());
        Assert.Equal(FindBuyerRefusal.PriceOutOfRange,
            (await resale.FindBuyer(b => b.Price = ResaleCase.Usd(0))).Code());
        Assert.Equal(FindBuyerRefusal.PriceAboveDetermination,
            (await resale.FindBuyer(b => b.Price = ResaleCase.Usd(185_000.01m))).Code());
        var buyer = await host.NewPerson();
        var steward = Intent.ActorWith(Role.Steward) with { Person = buyer.Value };
        Assert.Equal(ConflictRefusal.IsBuyer, (await resale.FindBuyer(b => b.Buyers = [buyer], steward)).Code());
        Assert.True((await resale.FindBuyer(b => b.Price = ResaleCase.Usd(185_000))).IsDone);
    }

    [Fact]
    public async Task Certification_IsRefused_WithoutBuyer_OutOfRange_OrWithoutALimitToRead()
    {
        var resale = await host.NewResale(l => (l.IncomeLimitPercent, l.Area) = (80, "us:county:00000"));
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        Assert.Equal(CertifyBuyerRefusal.NoBuyer, (await resale.Certify()).Code());
        await resale.FindBuyer();
        Assert.Equal(CertifyBuyerRefusal.IncomeOutOfRange,
            (await resale.Certify(c => c.Income = ResaleCase.Usd(-1))).Code());
        Assert.Equal(CertifyBuyerRefusal.DateOutOfRange,
            (await resale.Certify(c => c.CertifiedOn = host.Trust.Today.AddDays(1))).Code());
        Assert.Equal(CertifyBuyerRefusal.NoLimit, (await resale.Certify()).Code());
    }

    [Fact]
    public async Task Closing_IsRefused_UntilEverythingIsDone_AndAboveOrAfterThePrice()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        await resale.ApprovePrice(validDays: 20);
        await resale.DecideOption();
        await resale.FindBuyer();
        await resale.Certify();
        Assert.Equal(PrepareClosingRefusal.StepsOpen, (await resale.Prepare()).Code());
        await resale.TickSteps();
        var today = host.Trust.Today;
        Assert.Equal(PrepareClosingRefusal.DateOutOfRange,
            (await resale.Prepare(c => c.ClosesOn = today.AddDays(-1))).Code());
        Assert.Equal(PrepareClosingRefusal.DeterminationExpired,
            (await resale.Prepare(c => c.ClosesOn = today.AddDays(21))).Code());
        Assert.Equal(PrepareClosingRefusal.NoLeaseNumber, (await resale.Prepare(c => c.NewLeaseNumber = " ")).Code());
        Assert.Equal(PrepareClosingRefusal.AmountOutOfRange,
            (await resale.Prepare(c => c.Arrears = ResaleCase.Usd(-1))).Code());
        Assert.Equal(PrepareClosingRefusal.PriceAboveDetermination,
            (await resale.Prepare(c => c.Price = ResaleCase.Usd(185_000.01m))).Code());
        Assert.Equal(PrepareClosingRefusal.ProceedsBelowZero,
            (await resale.Prepare(c => c.Payoffs = [ResaleCase.Payoff(175_000)])).Code());
        Assert.Equal(PrepareClosingRefusal.PayoffIncomplete,
            (await resale.Prepare(c => c.Payoffs = [new PayoffInput { Amount = ResaleCase.Usd(1) }])).Code());
        Assert.Equal(PrepareClosingRefusal.PayoffIncomplete,
            (await resale.Prepare(c => c.Payoffs = [new PayoffInput { Lender = "A bank" }])).Code());
        Assert.True((await resale.Prepare()).IsDone);
        Assert.Equal(PrepareClosingRefusal.AlreadyPrepared, (await resale.Prepare()).Code());
        Assert.Equal(CancelResaleRefusal.ClosingPrepared, (await host.Does((CancelResale o) => o,
            new EndResaleInput { Resale = resale.Id, SeenVersion = await resale.Version(), Reason = "No" })).Code());
    }

    [Fact]
    public async Task Closing_IsRefused_OnceTheCertificationHasExpired()
    {
        await using var later = new TrustHost();
        await later.InitializeAsync();
        var resale = await (await later.NewResale()).ReadyToClose();
        var price = await resale.Look();
        Assert.NotNull(price.Certification);
        later.Clock.Pass(TimeSpan.FromDays(100));
        await resale.ApprovePrice();
        var after = later.Trust.Today.AddDays(90);
        Assert.Equal(PrepareClosingRefusal.CertificationExpired,
            (await resale.Prepare(c => c.ClosesOn = after)).Code());
    }

    [Fact]
    public async Task Confirming_TakesAnotherPerson_TheDay_AndAPriceThatHolds()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        Assert.Equal(ConfirmClosingRefusal.NoClosing, (await resale.Confirm(default)).Code());
        var early = await resale.Prepare(c => c.ClosesOn = host.Trust.Today.AddDays(3));
        var both = Intent.ActorWith(Role.Steward, Role.Approver) with { Key = LeaseIntent.Steward.Key };
        Assert.Equal(ConfirmClosingRefusal.PreparedByYourself, (await resale.Confirm(early.Value, both)).Code());
        Assert.Equal(ConfirmClosingRefusal.NotYet, (await resale.Confirm(early.Value)).Code());
        Assert.True((await resale.SetAside(early.Value)).IsDone);
        Assert.Equal(SetAsideClosingRefusal.SetAside, (await resale.SetAside(early.Value)).Code());
        Assert.Equal(SetAsideClosingRefusal.NoClosing, (await resale.SetAside(default)).Code());
        var closing = await resale.Prepare();
        await resale.ApprovePrice();
        Assert.Equal(ConfirmClosingRefusal.PriceDoesNotHold, (await resale.Confirm(closing.Value)).Code());
    }

    [Fact]
    public async Task Confirming_IsRefused_WhenTheHouseholdWasCertifiedAnew()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var closing = await resale.Prepare();
        await resale.Certify();
        Assert.Equal(ConfirmClosingRefusal.CertificationDoesNotHold, (await resale.Confirm(closing.Value)).Code());
    }

    [Fact]
    public async Task ASecondClosing_IsRefused_AndAWrongOneIsVoidedByAnother()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var closing = await resale.Prepare();
        var seen = await resale.Version();
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        Assert.Equal(ConfirmClosingRefusal.Decided,
            (await resale.Confirm(closing.Value, ResaleIntent.Board, seen)).Code());
        Assert.Equal(SetAsideClosingRefusal.ConfirmedByYourself, (await resale.SetAside(closing.Value)).Code());
        Assert.True((await resale.SetAside(closing.Value, ResaleIntent.Board)).IsDone);
        var open = await resale.Look();
        Assert.Equal((ResaleState.Open, StepState.Open), (open.State, open.Step(StepKind.Closing).State));
        Assert.Null(open.Step(StepKind.Recording).DueOn);
        Assert.True((await resale.Prepare()).IsDone);
    }

    [Fact]
    public async Task TheNumberOfAVoidLease_StaysItsOwn()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var number = LeaseIntent.Unique("N");
        var closing = await resale.Prepare(c => c.NewLeaseNumber = number);
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        Assert.True((await resale.SetAside(closing.Value, ResaleIntent.Board)).IsDone);
        Assert.Equal(PrepareClosingRefusal.LeaseNumberTaken,
            (await resale.Prepare(c => c.NewLeaseNumber = number)).Code());
    }

    [Fact]
    public async Task ABuyerOverTheLimitByOneCent_IsRefused_AndOnlyTheBoardOverrides()
    {
        await host.FoundTrusts();
        await host.ImportHud([.. SeriesIntent.HudDates]);

        // HUD, fiscal year 2026, Hampden County: low income, three persons.
        var limit = ResaleCase.Usd(94_700);
        var resale = await host.NewResale(l => (l.IncomeLimitPercent, l.Area) = (80, "us:county:25013"));
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        await resale.FindBuyer();
        var cent = new Money(limit.Minor + 1, limit.Currency);
        Assert.Equal(CertifyBuyerRefusal.BuyerOverIncomeLimit, (await resale.Certify(c => c.Income = cent)).Code());
        Assert.Equal(CertifyBuyerRefusal.OverrideNotYours,
            (await resale.Certify(c => (c.Income, c.BoardReason) = (cent, "Minute 12"))).Code());
        Assert.True((await resale.Certify(
            c => (c.Income, c.BoardReason) = (cent, "Minute 12: grew up here"), ResaleIntent.Board)).IsDone);
        Assert.True((await resale.Certify(c => c.Income = limit)).IsDone);
    }

    [Fact]
    public async Task TheLowestCapOnTheHome_Counts_AsOfTheDayOfCertification()
    {
        await host.FoundTrusts();
        await host.ImportHud([.. SeriesIntent.HudDates]);
        Assert.True((await host.Does((NameAreas name) => name, new NameAreasInput
        {
            Lines = [new AreaLine("us:county:25013", "Hampden County, MA", null, null)],
        })).IsDone);
        var resale = await host.NewResale(l => (l.IncomeLimitPercent, l.Area) = (80, "us:county:25013"));
        foreach (var (source, percent, until) in new (string, decimal, DateOnly?)[]
            { ("A grant long over", 30, new DateOnly(2025, 12, 31)), ("City grant", 50, null) })
        {
            Assert.True((await host.Does((RecordSubsidy record) => record, new RecordSubsidyInput
            {
                Lease = resale.Lease,
                Source = source,
                Amount = ResaleCase.Usd(40_000),
                On = new DateOnly(2019, 5, 14),
                Until = until,
                IncomeCapPercent = percent,
            })).IsDone);
        }

        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        await resale.FindBuyer();

        // HUD, fiscal year 2026, Hampden County: very low income, three persons; the lease alone would allow 94,700.
        var refused = await resale.Certify(c => c.Income = ResaleCase.Usd(59_200.01m));
        Assert.Equal(CertifyBuyerRefusal.BuyerOverIncomeLimit, refused.Code());
        Assert.StartsWith("City grant: Hampden County, MA, 50%", (string)refused.Refusals[0].Figures[3],
            StringComparison.Ordinal);
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/resales/{resale.Id}/certify");
        Assert.Contains("City grant: 50% of the area median", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A grant long over", form.Text, StringComparison.Ordinal);
        Assert.True((await resale.Certify(c => c.Income = ResaleCase.Usd(59_200))).IsDone);
    }

    [Fact]
    public async Task AnEndedLease_TakesNoNotice()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var closing = await resale.Prepare();
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        Assert.Equal(RecordNoticeRefusal.LeaseEnded, (await host.Notice(resale.Lease)).Code());
    }
}
