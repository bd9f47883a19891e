using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Commonstead.Tests.People;
using Commonstead.Tests.Series;

namespace Commonstead.Tests.Leases;

public sealed class TransferTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _today = new(2026, 6, 1);
    private static readonly DateOnly _happened = new(2026, 4, 10);

    [Fact]
    public async Task Death_ByForms_TheChildTakesTheLease_AndTheStoryTellsIt()
    {
        var input = await host.LeaseInput();
        var lease = await host.Enter(input);
        var child = await host.NewPerson("Heir");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/leases/{lease}/transfers/begin")).Submit(
            new Dictionary<string, string>
            {
                ["Input.Kind"] = nameof(TransferKind.Death),
                ["Input.HappenedOn"] = "2026-04-10",
                ["Input.Leaver"] = input.Holders[0].Person!.Value.ToString(),
                ["Input.Note"] = "Died; her son inherits",
            });
        Assert.Empty(page.Errors);
        var root = page.Address;
        Assert.Contains("Go on with it", (await steward.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
        foreach (var step in (string[])["DeathCertificate", "Authority", "Lender", "Signed"])
        {
            page = await (await steward.Open($"{root}/steps/{step}")).Submit(new Dictionary<string, string>
            {
                ["Input.On"] = "2026-05-01",
                ["Input.Note"] = "In the file",
            });
            Assert.Empty(page.Errors);
        }

        page = await (await steward.Open($"{root}/complete")).Submit(new Dictionary<string, string>
        {
            ["Input.From"] = "2026-05-02",
            ["Input.Holders[0].Name"] = child.ToString(),
            ["Input.Holders[0].Claim"] = nameof(HeirClaim.Child),
        });
        Assert.Empty(page.Errors);
        Assert.Contains("Took effect", page.Text, StringComparison.Ordinal);
        page = await (await steward.Open($"{root}/steps/Recorded")).Submit(
            new Dictionary<string, string> { ["Input.On"] = "2026-05-30" });
        Assert.Empty(page.Errors);
        page = await steward.Open($"/leases/{lease}");
        string[] told =
        [
            "Transfer without a sale: Death of a leaseholder. Died; her son inherits", "Death certificate: done",
            "took effect, without a price", "Ana Heir became leaseholder: Died; her son inherits",
            "Change recorded in the public register: done",
        ];
        foreach (var said in told) Assert.Contains(said, page.Text, StringComparison.Ordinal);
        var view = await host.ViewOf(lease);
        Assert.Equal(child, Assert.Single(view.Parts.HoldersOn(_today)).Person);
        Assert.Equal(new DateOnly(2026, 5, 1), view.Parts.Holdings[0].Until);
        Assert.Equal("Ana Heir", view.Lease.HolderNames);
        using var heir = await host.SignInAs(Role.Leaseholder, child.Value);
        Assert.Contains("took effect", (await heir.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task HouseholdMember_TakesTheLease_AfterAYearInTheHousehold()
    {
        var (lease, holders) = await Held(1);
        var friend = await host.NewPerson();
        var transfer = await Ready(lease, TransferKind.Death, holders[0]);
        Assert.Equal(HeirRefusal.ClaimMissing, (await Complete(lease, transfer, [friend])).Code());
        Assert.Equal(HeirRefusal.NotOfTheHousehold,
            (await Complete(lease, transfer, [friend], HeirClaim.HouseholdMember)).Code());
        var household = await host.AddHousehold(LeaseIntent.Unique("Home"));
        await Joins(household, holders[0], new DateOnly(2019, 5, 14), _happened);
        await Joins(household, friend, _happened.AddYears(-1).AddDays(1));
        var tooShort = await Complete(lease, transfer, [friend], HeirClaim.HouseholdMember);
        Assert.Equal(HeirRefusal.NotLongEnough, tooShort.Code());
        Assert.Equal("Holders[0].Claim", tooShort.Refusals[0].Field);
        var old = await host.NewPerson();
        await Joins(household, old, _happened.AddYears(-1));
        Assert.True((await Complete(lease, transfer, [old], HeirClaim.HouseholdMember)).IsDone);
    }

    [Fact]
    public async Task Another_MustQualify_UnderTheLowestCap()
    {
        var (lease, holders) = await Held(1, i => (i.IncomeLimitPercent, i.Area) = (80, null));
        var other = await host.NewPerson();
        var transfer = await Ready(lease, TransferKind.Death, holders[0]);
        Assert.Equal(HeirRefusal.IncomeMissing, (await Complete(lease, transfer, [other], HeirClaim.Other)).Code());
        Assert.Equal(HeirRefusal.NoLimitKnown, (await Complete(lease, transfer, [other], HeirClaim.Other, i =>
            (i.HouseholdSize, i.HouseholdIncome) = (2, Money.Of(10, Currency.Usd)))).Code());
        Assert.True((await Complete(lease, transfer, [other], HeirClaim.Partner)).IsDone);
        var (free, alone) = await Held(1);
        var open = await Ready(free, TransferKind.Death, alone[0]);
        Assert.True((await Complete(free, open, [other], HeirClaim.Other)).IsDone);
    }

    [Fact]
    public async Task Another_OverTheLimitByOneCent_IsRefused()
    {
        const string area = "us:county:25013";
        await host.FoundTrusts();
        await host.ImportHud([.. SeriesIntent.HudDates]);
        var (lease, holders) = await Held(1, i => (i.IncomeLimitPercent, i.Area) = (80, area));
        var other = await host.NewPerson();
        var transfer = await Ready(lease, TransferKind.Death, holders[0]);
        var published = await host.Asks((IIncomeLimits limits) => limits.Of(area));
        var cap = new IncomeCap("the lease", new LimitRule.Hud(80), area);
        var limit = BuyerLimit.Of([cap], published, 2, _today, _today).Limit!.Amount;
        var over = await Complete(lease, transfer, [other], HeirClaim.Other, i =>
            (i.HouseholdSize, i.HouseholdIncome) = (2, limit + Money.Of(0.01m, Currency.Usd)));
        Assert.Equal(HeirRefusal.OverIncomeLimit, over.Code());
        Assert.True((await Complete(lease, transfer, [other], HeirClaim.Other, i =>
            (i.HouseholdSize, i.HouseholdIncome) = (2, limit))).IsDone);
    }

    [Fact]
    public async Task Divorce_LeavesOneOfTwo_AndNobodyJoins()
    {
        var (lease, holders) = await Held(2);
        var transfer = await Ready(lease, TransferKind.Divorce, holders[0]);
        var stranger = await host.NewPerson();
        Assert.Equal(CompleteTransferRefusal.LeaverStillNamed, (await Complete(lease, transfer, holders)).Code());
        Assert.Equal(CompleteTransferRefusal.StayerMissing, (await Complete(lease, transfer, [stranger])).Code());
        Assert.Equal(CompleteTransferRefusal.NobodyJoins,
            (await Complete(lease, transfer, [holders[1], stranger])).Code());
        Assert.True((await Complete(lease, transfer, [holders[1]])).IsDone);
        Assert.Equal(CompleteTransferRefusal.NotUnderWay,
            (await Complete(lease, transfer, [holders[1]], change: i => i.Version = 2)).Code());
        var (single, alone) = await Held(1);
        Assert.Equal(BeginTransferRefusal.NobodyStays,
            (await Begin(single, TransferKind.OwnerRemoved, alone[0])).Code());
    }

    [Fact]
    public async Task OwnerAdded_JoinsThoseWhoStay()
    {
        var (lease, holders) = await Held(1);
        var transfer = await Ready(lease, TransferKind.OwnerAdded, null);
        Assert.Equal(CompleteTransferRefusal.NobodyAdded, (await Complete(lease, transfer, holders)).Code());
        var partner = await host.NewPerson();
        var priced = await Complete(lease, transfer, [holders[0], partner], HeirClaim.Partner,
            i => i.Price = Money.Of(5_000, Currency.Usd));
        Assert.Equal(CompleteTransferRefusal.PriceNeedsArticle, priced.Code());
        Assert.Equal(CompleteTransferRefusal.PriceNotUsable, (await Complete(lease, transfer,
            [holders[0], partner], HeirClaim.Partner, i => i.Price = Money.Of(5_000, Currency.Gbp))).Code());
        Assert.True((await Complete(lease, transfer, [holders[0], partner], HeirClaim.Partner,
            i => (i.Price, i.PriceArticle) = (Money.Of(5_000, Currency.Usd), "article 10.9"))).IsDone);
        Assert.Equal(2, (await host.ViewOf(lease)).Parts.HoldersOn(_today).Count());
        using var steward = await host.SignInAsSteward();
        Assert.Contains("at a price of $5,000.00, as article 10.9 asks",
            (await steward.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TransferKind.Foreclosure)]
    [InlineData(TransferKind.DeedInLieu)]
    public async Task LenderTakesTheHome_TheLeaseEnds_AndItsDefaultIsResolved(TransferKind kind)
    {
        var (lease, _) = await Held(1);
        Assert.Equal(BeginTransferRefusal.MortgageMissing, (await Begin(lease, kind, null)).Code());
        var mortgage = await host.NewMortgage(lease);
        await host.Does((RecordDefault record) => record, new RecordDefaultInput
        {
            Lease = lease,
            Kind = DefaultKind.Lender,
            Mortgage = mortgage,
            NoticeOn = _happened,
            ReceivedOn = _happened,
            Summary = "Payments missed",
        });
        var transfer = await Ready(lease, kind, null, mortgage);
        Assert.True((await Complete(lease, transfer, [])).IsDone);
        var view = await host.ViewOf(lease);
        Assert.Equal((LeaseStanding.Ended, EndReason.Foreclosure), (view.Lease.Standing, view.Lease.EndReason));
        Assert.Empty(view.Parts.HoldersOn(_today));
        Assert.Equal(DefaultOutcome.Foreclosed, Assert.Single(view.History.Defaults).Outcome);
        Assert.Equal(_today, Assert.Single(view.History.Mortgages).ReleasedOn);
    }

    [Fact]
    public async Task Beginning_Refusals()
    {
        var (lease, holders) = await Held(2);
        var (kind, stranger) = (TransferKind.Divorce, await host.NewPerson());
        Assert.Equal(BeginTransferRefusal.DayNotUsable,
            (await Begin(lease, kind, holders[0], on: _today.AddDays(1))).Code());
        Assert.Equal(BeginTransferRefusal.LeaverMissing, (await Begin(lease, kind, stranger)).Code());
        Assert.Equal(BeginTransferRefusal.LeaverNotAsked,
            (await Begin(lease, TransferKind.OwnerAdded, holders[0])).Code());
        Assert.True((await Begin(lease, kind, holders[0])).IsDone);
        Assert.Equal(BeginTransferRefusal.AlreadyUnderWay, (await Begin(lease, kind, holders[0])).Code());
    }

    [Fact]
    public async Task Completing_Refusals()
    {
        var (lease, holders) = await Held(2);
        var transfer = (await Begin(lease, TransferKind.Divorce, holders[0])).Value;
        Assert.Equal(CompleteTransferRefusal.StepsOpen, (await Complete(lease, transfer, [holders[1]])).Code());
        await SettleAll(lease, transfer, TransferKind.Divorce);
        Assert.Equal(CompleteTransferRefusal.NotAfterPresent,
            (await Complete(lease, transfer, [holders[1]], change: i => i.From = new DateOnly(2019, 5, 14))).Code());
        Assert.Equal(CompleteTransferRefusal.AfterTerm,
            (await Complete(lease, transfer, [holders[1]], change: i => i.From = new DateOnly(2200, 1, 1))).Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile,
            (await Complete(lease, transfer, [holders[1]], change: i => i.Version = 5)).Code());
        var actor = LeaseIntent.Steward with { Person = holders[1].Value };
        Assert.Equal(CompleteTransferRefusal.OwnAffair,
            (await Complete(lease, transfer, [holders[1]], actor: actor)).Code());
    }

    [Fact]
    public async Task Steps_AreSettled_UntilTheTransferIsOver()
    {
        var (lease, holders) = await Held(2);
        var transfer = (await Begin(lease, TransferKind.Divorce, holders[0])).Value;
        var (done, notNeeded) = (TransferStepState.Done, TransferStepState.NotNeeded);
        Assert.Equal(CommonRefusal.NotFound,
            (await Settle(lease, transfer, TransferStepKind.SaleNotice, done)).Code());
        Assert.Equal(SettleTransferStepRefusal.NoReason,
            (await Settle(lease, transfer, TransferStepKind.Lender, notNeeded)).Code());
        Assert.Equal(SettleTransferStepRefusal.DayNotUsable,
            (await Settle(lease, transfer, TransferStepKind.Lender, done, on: _today.AddDays(1))).Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile,
            (await Settle(lease, transfer, TransferStepKind.Lender, done, version: 3)).Code());
        Assert.True((await Settle(lease, transfer, TransferStepKind.Lender, notNeeded, "No mortgage")).IsDone);
        var off = new CallOffTransferInput { Lease = lease, Transfer = transfer, Version = 1, Reason = "Reconciled" };
        Assert.True((await host.Does((CallOffTransfer call) => call, off)).IsDone);
        var again = await host.Does((CallOffTransfer call) => call, off);
        Assert.Equal(CompleteTransferRefusal.NotUnderWay, again.Code());
        Assert.Equal(SettleTransferStepRefusal.TransferOver,
            (await Settle(lease, transfer, TransferStepKind.Decree, done)).Code());
        Assert.Equal(2, (await host.ViewOf(lease)).Parts.HoldersOn(_today).Count());
    }

    private async Task<(LeaseId Lease, PersonId[] Holders)> Held(int count, Action<EnterLeaseInput>? change = null)
    {
        var people = new PersonId[count];
        for (var i = 0; i < count; i++) people[i] = await host.NewPerson();
        var lease = await host.NewLease(input =>
        {
            input.Holders = [.. people.Select(p => new HolderInput { Person = p })];
            change?.Invoke(input);
        });
        return (lease, people);
    }

    private Task<Outcome<HouseholdMemberId>> Joins(
        HouseholdId household, PersonId person, DateOnly from, DateOnly? until = null) =>
        host.AsSteward<JoinHousehold, JoinHouseholdInput, HouseholdMemberId>(
            new() { Household = household, Person = person, JoinedOn = from }).ContinueWith(async joined =>
            {
                if (until is { } left)
                {
                    await host.AsSteward<LeaveHousehold, LeaveHouseholdInput, HouseholdMemberId>(
                        new() { Member = joined.Result.Value, LeftOn = left });
                }

                return joined.Result;
            }, TaskScheduler.Default).Unwrap();

    private Task<Outcome<TransferId>> Begin(
        LeaseId lease, TransferKind kind, PersonId? leaver, MortgageId? mortgage = null, DateOnly? on = null) =>
        host.Does((BeginTransfer begin) => begin, new BeginTransferInput
        {
            Lease = lease,
            Kind = kind,
            HappenedOn = on ?? _happened,
            Leaver = leaver,
            Mortgage = mortgage,
            Note = "As told",
        });

    private async Task<TransferId> Ready(
        LeaseId lease, TransferKind kind, PersonId? leaver, MortgageId? mortgage = null)
    {
        var transfer = (await Begin(lease, kind, leaver, mortgage)).Value;
        await SettleAll(lease, transfer, kind);
        return transfer;
    }

    private async Task SettleAll(LeaseId lease, TransferId transfer, TransferKind kind)
    {
        foreach (var step in TransferPlan.Of(kind).Where(s => s != TransferStepKind.Recorded))
            Assert.True((await Settle(lease, transfer, step, TransferStepState.Done)).IsDone);
    }

    private Task<Outcome<TransferId>> Settle(
        LeaseId lease, TransferId transfer, TransferStepKind kind, TransferStepState state, string? note = null,
        DateOnly? on = null, int version = 1) =>
        host.Does((SettleTransferStep settle) => settle, new SettleTransferStepInput
        {
            Lease = lease,
            Transfer = transfer,
            Kind = kind,
            State = state,
            On = on ?? _today,
            Note = note,
            Version = version,
        });

    private Task<Outcome<TransferId>> Complete(
        LeaseId lease, TransferId transfer, PersonId[] holders, HeirClaim? claim = null,
        Action<CompleteTransferInput>? change = null, Actor? actor = null)
    {
        var input = new CompleteTransferInput
        {
            Lease = lease,
            Transfer = transfer,
            Version = 1,
            From = _today,
            Holders = [.. holders.Select(p => new TakerInput { Person = p, Claim = claim })],
        };
        change?.Invoke(input);
        return host.Does((CompleteTransfer complete) => complete, input, actor);
    }
}
