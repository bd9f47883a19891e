using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Leases;

public sealed class LeaseWorkTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _today = new(2026, 6, 1);

    [Fact]
    public async Task Steward_DoesEverythingByForm_AndTheStoryTellsIt()
    {
        var rule = await host.TestRule();
        var lease = await host.NewLease(i => (i.Rule, i.RenewalYears, i.EndsOn) = (rule, 99, new DateOnly(2068, 5,
            13)));
        using var steward = await host.SignInAsSteward();
        await Fill(steward, lease, "facts/state", new()
        {
            ["Input.Facts[0].Text"] = "160000",
            ["Input.Facts[0].Source"] = "Closing statement",
            ["Input.Facts[1].IsUnknown"] = "true",
            ["Input.Facts[1].Source"] = "The file was lost",
        });
        await Fill(steward, lease, "fee", new()
        {
            ["Input.From"] = "2026-01-01",
            ["Input.Amount"] = "40",
            ["Input.Source"] = "Letter of 2025",
        });
        await Fill(steward, lease, "mortgages/permit", new()
        {
            ["Input.Lender"] = "Valley Credit Union",
            ["Input.Amount"] = "150,000",
            ["Input.MadeOn"] = "2019-05-14",
            ["Input.EndsOn"] = "2049-05-14",
        });
        var page = await steward.Open($"/leases/{lease}");
        await Fill(steward, page.Document.QuerySelector("#mortgages li a")!.GetAttribute("href")!, new()
        {
            ["Input.ReleasedOn"] = "2025-05-14",
        });
        await Fill(steward, lease, "improvements/notice", new()
        {
            ["Input.Description"] = "A second bathroom",
            ["Input.NoticeOn"] = "2024-01-10",
            ["Input.Cost"] = "12,000",
        });
        page = await steward.Open($"/leases/{lease}");
        var works = page.Document.QuerySelector("#improvements li a")!.GetAttribute("href")!;
        await Fill(steward, works, new() { ["Input.Step"] = "Approve", ["Input.On"] = "2024-01-20" });
        await Fill(steward, works, new()
        {
            ["Input.On"] = "2024-06-20",
            ["Input.Cost"] = "13,000",
            ["Input.CreditedValue"] = "9,000",
        });
        await Fill(steward, lease, "notices/record", new()
        {
            ["Input.Kind"] = "Refinance",
            ["Input.On"] = "2025-03-01",
            ["Input.Summary"] = "Asks to refinance",
        });
        await Fill(steward, lease, "renew", new() { ["Input.NoticeOn"] = "2026-05-01" });
        page = await Fill(steward, lease, "end", new()
        {
            ["Input.On"] = "2026-05-31",
            ["Input.Reason"] = "Surrendered",
            ["Input.Note"] = "Moved away",
        });
        TellsAllOfIt(page);
    }

    private static void TellsAllOfIt(SeenPage page)
    {
        string[] told =
        [
            "price paid at purchase", "Not known", "$40.00", "Valley Credit Union", "was released", "second bathroom",
            "$9,000.00", "Asks to refinance", "May 13, 2167", "Surrendered. Moved away",
        ];
        foreach (var said in told) Assert.Contains(said, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Ended", page.Document.QuerySelector(".title-row .status-tag")!.TextContent);
    }

    [Fact]
    public async Task UnreadableAmount_IsNotTakenForNone()
    {
        var lease = await host.NewLease();
        using var steward = await host.SignInAsSteward();
        var again = await (await steward.Open($"/leases/{lease}/fee")).Submit(new Dictionary<string, string>
        {
            ["Input.From"] = "2026-01-01",
            ["Input.Amount"] = "40",
            ["Input.LateFee"] = "five",
            ["Input.Source"] = "x",
        });
        Assert.Single(again.Errors);
        Assert.Empty((await host.ViewOf(lease)).Parts.Fees);
    }

    [Fact]
    public async Task NothingMoreIsDone_UnderALeaseThatEnded()
    {
        var lease = await host.NewLease();
        await host.Does((EndLease end) => end, Ending(lease));
        Assert.Equal(LeaseRefusal.LeaseNotInForce, (await host.Does((EndLease end) => end, Ending(lease))).Code());
        Assert.Equal(LeaseRefusal.LeaseNotInForce, (await Fee(lease, _ => { })).Code());
    }

    [Fact]
    public async Task StateFacts_RefusesWhatIsStatedAlready_AndLetsAnUnknownGiveWay()
    {
        var rule = await host.TestRule();
        var lease = await host.NewLease(i => i.Rule = rule);
        Assert.Equal(StateFactsRefusal.NothingStated, (await State(lease, new StatedRow { Name = "purchase_price" }))
            .Code());
        Assert.Equal(
            StateFactsRefusal.SourceMissing, (await State(lease, new StatedRow { Name = "purchase_price", Text = "1" }))
                .Code());
        Assert.Equal(StateFactsRefusal.KnownAndUnknown, (await State(
            lease, new StatedRow { Name = "purchase_price", Text = "1", IsUnknown = true, Source = "x" })).Code());
        Assert.Equal(StateFactsRefusal.NotUnderstood, (await State(
            lease, new StatedRow { Name = "purchase_price", Text = "lots", Source = "x" })).Code());
        var unknown = new StatedRow { Name = "purchase_price", IsUnknown = true, Source = "Lost" };
        Assert.True((await State(lease, unknown)).IsDone);
        Assert.Equal(StateFactsRefusal.AlreadyStated, (await State(lease, unknown)).Code());
        var known = new StatedRow { Name = "purchase_price", Text = "160000", Source = "Found" };
        Assert.True((await State(lease, known)).IsDone);
        Assert.Equal(StateFactsRefusal.AlreadyStated, (await State(lease, known)).Code());
        Assert.Equal(2, (await host.ViewOf(lease)).Parts.Facts.Count);
    }

    [Fact]
    public async Task Fee_Refusals()
    {
        var lease = await host.NewLease();
        Assert.Equal(SetLeaseFeeRefusal.OutsideTerm, (await Fee(lease, i => i.From = new DateOnly(2019, 1, 1))).Code());
        Assert.Equal(
            SetLeaseFeeRefusal.NotInCurrency, (await Fee(lease, i => i.LateFee = Money.Of(-1, Currency.Usd))).Code());
        Assert.True((await Fee(lease, _ => { })).IsDone);
        Assert.Equal(SetLeaseFeeRefusal.NotAfterLatest, (await Fee(lease, _ => { })).Code());
    }

    [Fact]
    public async Task Mortgage_IsRefused_WhenTheLeaseDoesNotOutliveItByTheMargin()
    {
        var lease = await host.NewLease(i => i.EndsOn = new DateOnly(2060, 6, 1));
        Assert.Equal(
            PermitMortgageRefusal.LeaseEndsTooSoon, (await Borrow(lease, i => i.EndsOn = new DateOnly(2055, 6, 2)))
                .Code());
        Assert.True((await Borrow(lease, i => i.EndsOn = new DateOnly(2055, 6, 1))).IsDone);
        Assert.Equal(
            PermitMortgageRefusal.LeaseEndsTooSoon,
            (await Borrow(lease, i => (i.EndsOn, i.MarginYears) = (new DateOnly(2055, 6, 1), 6))).Code());
        Assert.Equal(
            PermitMortgageRefusal.AmountNotUsable, (await Borrow(lease, i => i.Amount = Money.Zero(Currency.Usd)))
                .Code());
        Assert.Equal(
            PermitMortgageRefusal.EndsBeforeMade, (await Borrow(lease, i => i.EndsOn = new DateOnly(2019, 1, 1)))
                .Code());
        Assert.Equal(
            PermitMortgageRefusal.BeforeLease, (await Borrow(lease, i => i.MadeOn = new DateOnly(2019, 1, 1))).Code());
    }

    [Fact]
    public async Task Mortgage_IsReleasedOnce()
    {
        var lease = await host.NewLease();
        var mortgage = (await Borrow(lease, _ => { })).Value;
        Assert.Equal(
            ReleaseMortgageRefusal.DayNotUsable, (await Release(lease, mortgage, _today.AddDays(1))).Code());
        Assert.True((await Release(lease, mortgage, _today)).IsDone);
        Assert.Equal(ReleaseMortgageRefusal.AlreadyReleased, (await Release(lease, mortgage, _today)).Code());
        var other = await host.NewLease();
        Assert.Equal(CommonRefusal.NotFound, (await Release(other, mortgage, _today)).Code());
    }

    [Fact]
    public async Task Works_GoOneWay()
    {
        var lease = await host.NewLease();
        Assert.Equal(WorksRefusal.AmountNotUsable, (await Works(lease, i => i.Cost = Money.Of(1, Currency.Gbp)))
            .Code());
        Assert.Equal(WorksRefusal.DayNotUsable, (await Works(lease, i => i.NoticeOn = _today.AddDays(1))).Code());
        var works = (await Works(lease, _ => { })).Value;
        Assert.Equal(WorksRefusal.NotApproved, (await Carry(lease, works, WorksStep.Finish, 1)).Code());
        Assert.True((await Carry(lease, works, WorksStep.Approve, 1)).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Carry(lease, works, WorksStep.Decline, 1)).Code());
        Assert.Equal(WorksRefusal.NotAtThisStage, (await Carry(lease, works, WorksStep.Decline, 2)).Code());
        Assert.True((await Carry(lease, works, WorksStep.Finish, 2)).IsDone);
    }

    [Fact]
    public async Task Notice_OfTomorrow_IsRefused()
    {
        var lease = await host.NewLease();
        var input = new RecordLeaseNoticeInput { Lease = lease, On = _today.AddDays(1), Summary = "x" };
        var outcome = await host.Does((RecordLeaseNotice record) => record, input);
        Assert.Equal(RecordLeaseNoticeRefusal.DayNotUsable, outcome.Code());
        foreach (var kind in (NoticeKind[])[NoticeKind.Default, NoticeKind.LenderDefault])
        {
            (input.On, input.Kind) = (_today, kind);
            outcome = await host.Does((RecordLeaseNotice record) => record, input);
            Assert.Equal(RecordLeaseNoticeRefusal.DefaultHasItsForm, outcome.Code());
        }
    }

    [Fact]
    public async Task Ending_Refusals()
    {
        var lease = await host.NewLease();
        Assert.Equal(EndLeaseRefusal.DayNotUsable, (await End(lease, i => i.On = _today.AddDays(1))).Code());
        Assert.Equal(EndLeaseRefusal.SaleNeedsResale, (await End(lease, i => i.Reason = EndReason.Resale)).Code());
        Assert.Equal(
            EndLeaseRefusal.LenderNeedsTransfer, (await End(lease, i => i.Reason = EndReason.Foreclosure)).Code());
        Assert.Equal(EndLeaseRefusal.NoteMissing, (await End(lease, i => (i.Reason, i.Note) = (EndReason.Breach, " ")))
            .Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await End(lease, i => i.Version = 9)).Code());
    }

    [Fact]
    public async Task Renewal_IsInTimeWithinItsWindow()
    {
        Assert.Equal(RenewLeaseRefusal.NoRenewalGiven, (await Renew(await host.NewLease())).Code());
        var input = await host.LeaseInput();
        (input.RenewalYears, input.RenewalNoticeOpensDays, input.RenewalNoticeClosesDays) = (50, 365, 180);
        input.EndsOn = new DateOnly(2026, 11, 1);
        var late = await host.Enter(input);
        Assert.Equal(RenewLeaseRefusal.OutsideWindow, (await Renew(late)).Code());
        var next = await host.LeaseInput();
        (next.HomeNumber, next.StartsOn) = (input.HomeNumber, new DateOnly(2027, 1, 1));
        await host.Enter(next);
        var outcome = await host.Does(
            (RenewLease renew) => renew, new RenewLeaseInput
            {
                Lease = late,
                Version = 1,
                NoticeOn = new DateOnly(2026,
                3, 1)
            });
        Assert.Equal(RenewLeaseRefusal.HomeUnderLease, outcome.Code());
    }

    private static async Task<SeenPage> Fill(Visitor steward, LeaseId lease, string form, Dictionary<string,
        string> fields) =>
        await Fill(steward, $"/leases/{lease}/{form}", fields);

    private static async Task<SeenPage> Fill(Visitor steward, string address, Dictionary<string, string> fields)
    {
        var page = await (await steward.Open(address)).Submit(fields);
        Assert.True(page.Errors.Count == 0, $"{address}: {string.Join("; ", page.Errors)}");
        return page;
    }

    private static EndLeaseInput Ending(LeaseId lease) =>
        new() { Lease = lease, Version = 1, On = _today, Reason = EndReason.Surrendered };

    private Task<Outcome<LeaseId>> End(LeaseId lease, Action<EndLeaseInput> change) =>
        host.Does((EndLease end) => end, Changed(Ending(lease), change));

    private Task<Outcome<RenewalId>> Renew(LeaseId lease) => host.Does(
        (RenewLease renew) => renew, new RenewLeaseInput
        {
            Lease = lease,
            Version = 1,
            NoticeOn = new DateOnly(2026, 5,
            31)
        });

    private Task<Outcome<LeaseId>> State(LeaseId lease, StatedRow row) =>
        host.Does((StateFacts state) => state, new StateFactsInput { Lease = lease, Facts = [row] });

    private Task<Outcome<LeaseFeeId>> Fee(LeaseId lease, Action<SetLeaseFeeInput> change) => host.Does(
        (SetLeaseFee set) => set,
        Changed(new SetLeaseFeeInput
        {
            Lease = lease,
            From = _today,
            Amount = Money.Of(40, Currency.Usd),
            Source = "x"
        }, change));

    private Task<Outcome<MortgageId>> Borrow(LeaseId lease, Action<PermitMortgageInput> change) => host.Does(
        (PermitMortgage permit) => permit,
        Changed(new PermitMortgageInput
        {
            Lease = lease,
            Lender = "Bank",
            Amount = Money.Of(100_000, Currency.Usd),
            MadeOn = new DateOnly(2020, 1, 1),
            EndsOn = new DateOnly(2050, 1, 1),
        }, change));

    private Task<Outcome<MortgageId>> Release(LeaseId lease, MortgageId mortgage, DateOnly on) => host.Does(
        (ReleaseMortgage release) => release,
        new ReleaseMortgageInput { Lease = lease, Mortgage = mortgage, ReleasedOn = on });

    private Task<Outcome<ImprovementId>> Works(LeaseId lease, Action<RecordWorksInput> change) => host.Does(
        (RecordWorks record) => record,
        Changed(new RecordWorksInput
        {
            Lease = lease,
            Description = "Porch",
            NoticeOn = new DateOnly(2024, 1, 1),
            Cost = Money.Of(5_000,
                Currency.Usd),
        }, change));

    private Task<Outcome<ImprovementId>> Carry(LeaseId lease, ImprovementId works, WorksStep step, int version) =>
        host.Does(
        (CarryWorks carry) => carry,
        new CarryWorksInput
        {
            Lease = lease,
            Works = works,
            Step = step,
            Version = version,
            On = new DateOnly(2024, 2,
            1)
        });

    private static T Changed<T>(T input, Action<T> change)
    {
        change(input);
        return input;
    }
}
