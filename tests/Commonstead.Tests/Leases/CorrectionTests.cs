using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Leases;

public sealed class CorrectionTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task WrongFact_IsSupersededByTwoPeople_AndBothTimesAreKept()
    {
        var lease = await PricedLease();
        var before = await host.ViewOf(lease);
        var wrong = Assert.Single(before.Parts.Facts);
        host.Clock.Pass(TimeSpan.FromDays(1));
        var correction = (await Propose(lease, i => (i.Fact, i.NewText) = (wrong.Id, "165000"))).Value;
        Assert.Equal("160000", Assert.Single((await host.ViewOf(lease)).Parts.FactsOn(host.Trust.Today)).Text);
        Assert.True((await Decide(correction)).IsDone);
        var after = await host.ViewOf(lease);
        Assert.Equal("165000", Assert.Single(after.Parts.FactsOn(host.Trust.Today)).Text);
        var old = after.Parts.Facts.Single(f => f.Text == "160000");
        Assert.True(old.IsKnownAt(wrong.LearnedAt));
        Assert.False(old.IsKnownAt(host.Trust.Now));
        Assert.Equal(wrong.HoldsFrom, after.Parts.FactsOn(host.Trust.Today).Single().HoldsFrom);
        var terms = await host.Asks((ILeases leases) => leases.Terms(lease));
        Assert.Equal("165000", terms!.Facts["purchase_price"].Text);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task StewardProposesByForm_AndTheApproverDecidesByForm()
    {
        var lease = await PricedLease();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/leases/{lease}");
        var correct = page.Document.QuerySelector("#facts td a")!.GetAttribute("href")!;
        var proposed = await (await steward.Open(correct)).Submit(new Dictionary<string, string>
        {
            ["Input.NewText"] = "",
            ["Input.Source"] = "Deed book 12",
            ["Input.Reason"] = "The statement was of another home",
        });
        Assert.Contains("waits for a second person", proposed.Text, StringComparison.Ordinal);
        var address = proposed.Document.QuerySelector(".banner a")!.GetAttribute("href")!;
        Assert.Null((await steward.Open(address)).Document.QuerySelector("#decide"));
        using var approver = await host.SignInAs(Role.Approver);
        var decided = await (await approver.Open(address)).Submit(
            new Dictionary<string, string> { ["Input.Approve"] = "true" }, "#decide");
        Assert.Contains("Approver approved the correction", decided.Text, StringComparison.Ordinal);
        Assert.Contains("Not known", decided.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWrongRule_IsCorrectedByChoosingTheRightOne_OrByItsHash()
    {
        var lease = await host.NewLease();
        var rule = await host.TestRule();
        Assert.Equal(ProposeCorrectionRefusal.RuleOfAnotherTerm,
            (await Propose(lease, i => (i.Term, i.NewText, i.Rule) = (LeaseTerm.Area, "gb:E09000030", rule))).Code());
        Assert.Equal(ProposeCorrectionRefusal.TwoRules,
            (await Propose(lease, i =>
                (i.Term, i.NewText, i.Rule) = (LeaseTerm.Rule, new string('0', 64), rule))).Code());
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/leases/{lease}/correct");
        var title = form.Document.QuerySelector($"select[name='Input.Rule'] option[value='{rule}']")!.TextContent;
        var done = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Term"] = nameof(LeaseTerm.Rule),
            ["Input.Rule"] = rule,
            ["Input.Source"] = "The signed lease",
            ["Input.Reason"] = "Left out when it was entered",
        });
        Assert.Empty(done.Errors);
        var correction = Assert.Single((await host.ViewOf(lease)).History.Corrections);
        Assert.Equal(rule, correction.NewText);
        var page = await steward.Open($"/leases/corrections/{correction.Id}");
        Assert.Contains(title.Trim(), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rule, page.Text, StringComparison.Ordinal);
        var other = await host.NewLease();
        Assert.True((await Propose(other, i => (i.Term, i.NewText) = (LeaseTerm.Rule, rule))).IsDone);
    }

    [Theory]
    [InlineData(LeaseTerm.EndsOn, "2100-01-31")]
    [InlineData(LeaseTerm.StartsOn, "2019-06-01")]
    [InlineData(LeaseTerm.IncomeLimitPercent, "80")]
    [InlineData(LeaseTerm.IncomeLimitPercent, null)]
    [InlineData(LeaseTerm.Area, "gb:E09000030")]
    [InlineData(LeaseTerm.TransferFeePercent, "2.5")]
    [InlineData(LeaseTerm.AppraisalBasis, "FeeSimple")]
    [InlineData(LeaseTerm.OccupancyMonths, "8")]
    [InlineData(LeaseTerm.LenderMarginYears, "10")]
    public async Task WrongTerm_IsCorrected(LeaseTerm term, string? text)
    {
        var lease = await host.NewLease(i => i.IncomeLimitPercent = 120);
        var correction = await Propose(lease, i => (i.Term, i.NewText) = (term, text));
        Assert.True((await Decide(correction.Value)).IsDone);
        var after = await host.ViewOf(lease);
        Assert.Equal(text, TermText.Of(after.Lease, term));
        Assert.NotEqual(text, Assert.Single(after.History.Corrections).OldText);
    }

    [Fact]
    public async Task LeaseEnteredByMistake_IsDeclaredVoid_AndItsHomeIsFree()
    {
        var input = await host.LeaseInput();
        var lease = await host.Enter(input);
        var correction = await Propose(lease, i => i.Term = LeaseTerm.Void);
        await Decide(correction.Value);
        Assert.Equal("Void", (await host.ViewOf(lease)).State.Text);
        var again = await host.LeaseInput();
        again.HomeNumber = input.HomeNumber;
        await host.Enter(again);
        Assert.Equal(ProposeCorrectionRefusal.LeaseIsVoid, (await Propose(lease, i => i.Term = LeaseTerm.Area)).Code());
    }

    [Fact]
    public async Task Declined_ChangesNothing()
    {
        var lease = await PricedLease();
        var correction = await Propose(lease, i => (i.Term, i.NewText) = (LeaseTerm.TransferFeePercent, "9"));
        Assert.True((await Decide(correction.Value, approve: false)).IsDone);
        Assert.Equal(0, (await host.ViewOf(lease)).Lease.TransferFeePercent);
        Assert.Equal(DecideCorrectionRefusal.AlreadyDecided, (await Decide(correction.Value, version: 2)).Code());
    }

    [Fact]
    public async Task OwnProposal_IsRefused()
    {
        var both = Intent.ActorWith(Role.Steward, Role.Approver);
        var lease = await PricedLease();
        var correction = await Propose(lease, i => (i.Term, i.NewText) = (LeaseTerm.TransferFeePercent, "9"), both);
        Assert.Equal(DecideCorrectionRefusal.OwnProposal, (await Decide(correction.Value, actor: both)).Code());
    }

    [Fact]
    public async Task AnotherVersion_IsRefused()
    {
        var lease = await PricedLease();
        var correction = await Propose(lease, i => (i.Term, i.NewText) = (LeaseTerm.TransferFeePercent, "9"));
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Decide(correction.Value, version: 7)).Code());
    }

    [Fact]
    public async Task Steward_MayNotDecide()
    {
        var correction = await Propose(await PricedLease(), i => (i.Term, i.NewText) = (LeaseTerm.TransferFeePercent,
            "9"));
        var outcome = await Decide(correction.Value, actor: Intent.ActorWith(Role.Steward) with { Key = "other" });
        Assert.Equal(CommonRefusal.NotPermitted, outcome.Code());
    }

    [Fact]
    public async Task TwoDecideAtOnce_OneSucceeds()
    {
        var correction = await Propose(await PricedLease(), i => (i.Term, i.NewText) = (LeaseTerm.TransferFeePercent,
            "9"));
        var board = Intent.ActorWith(Role.Board);
        var outcomes = await Task.WhenAll(Decide(correction.Value), Decide(correction.Value, actor: board));
        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(DecideCorrectionRefusal.AlreadyDecided, outcomes.Single(o => !o.IsDone).Code());
    }

    [Fact]
    public async Task NothingChosen() => Assert.Equal(
        ProposeCorrectionRefusal.NothingChosen, (await Propose(await PricedLease(), _ => { })).Code());

    [Fact]
    public async Task NothingChanges() => Assert.Equal(
        ProposeCorrectionRefusal.NothingChanges,
        (await Propose(await PricedLease(), i => (i.Term, i.NewText) = (LeaseTerm.StartsOn, "2019-05-14"))).Code());

    [Theory]
    [InlineData(LeaseTerm.StartsOn, "2019-02-30")]
    [InlineData(LeaseTerm.EndedOn, "never")]
    [InlineData(LeaseTerm.IncomeLimitPercent, "0.5")]
    [InlineData(LeaseTerm.Area, "Springfield")]
    [InlineData(LeaseTerm.TransferFeePercent, "-1")]
    [InlineData(LeaseTerm.AppraisalBasis, "Guess")]
    [InlineData(LeaseTerm.OccupancyMonths, "13")]
    [InlineData(LeaseTerm.LenderMarginYears, "")]
    [InlineData(LeaseTerm.Rule, "not a hash")]
    public async Task NotUnderstood(LeaseTerm term, string text) => Assert.Equal(
        ProposeCorrectionRefusal.NotUnderstood,
        (await Propose(await PricedLease(), i => (i.Term, i.NewText) = (term, text))).Code());

    [Fact]
    public async Task AlreadyWaiting_ThenFactDoesNotStand()
    {
        var lease = await PricedLease();
        var fact = (await host.ViewOf(lease)).Parts.Facts.Single();
        var first = await Propose(lease, i => (i.Fact, i.NewText) = (fact.Id, "1"));
        Assert.Equal(
            ProposeCorrectionRefusal.AlreadyWaiting, (await Propose(lease, i => (i.Fact, i.NewText) = (fact.Id, "2")))
                .Code());
        await Decide(first.Value);
        Assert.Equal(
            ProposeCorrectionRefusal.FactDoesNotStand, (await Propose(lease, i => (i.Fact, i.NewText) = (fact.Id, "2")))
                .Code());
    }

    [Fact]
    public async Task DecisionOnAFactThatGaveWay_IsRefused()
    {
        var lease = await host.NewLease(i => i.Facts = [new FactInput { Name = "purchase_price", Source = "Lost" }]);
        var fact = (await host.ViewOf(lease)).Parts.Facts.Single();
        var correction = await Propose(lease, i => (i.Fact, i.NewText) = (fact.Id, "5"));
        await host.Does((StateFacts state) => state, new StateFactsInput
        {
            Lease = lease,
            Facts = [new StatedRow { Name = "purchase_price", Text = "6", Source = "Found" }],
        });
        Assert.Equal(DecideCorrectionRefusal.FactDoesNotStand, (await Decide(correction.Value)).Code());
    }

    [Fact]
    public async Task EndsBeforeStart()
    {
        var correction = await Propose(await PricedLease(), i => (i.Term, i.NewText) = (LeaseTerm.EndsOn,
            "2019-01-01"));
        Assert.Equal(DecideCorrectionRefusal.EndsBeforeStart, (await Decide(correction.Value)).Code());
    }

    [Fact]
    public async Task HomeUnderLease()
    {
        var first = await host.LeaseInput();
        first.EndsOn = new DateOnly(2025, 1, 31);
        var lease = await host.Enter(first);
        var second = await host.LeaseInput();
        (second.HomeNumber, second.StartsOn) = (first.HomeNumber, new DateOnly(2025, 2, 1));
        await host.Enter(second);
        var correction = await Propose(lease, i => (i.Term, i.NewText) = (LeaseTerm.EndsOn, "2025-02-01"));
        Assert.Equal(DecideCorrectionRefusal.HomeUnderLease, (await Decide(correction.Value)).Code());
    }

    [Fact]
    public async Task NoLease() => Assert.Equal(
        LeaseRefusal.NoLease,
        (await Propose(RecordIds.New<LeaseId>(), i => i.Term = LeaseTerm.Area)).Code());

    private Task<LeaseId> PricedLease() => host.NewLease(i => i.Facts =
        [new FactInput { Name = "purchase_price", Text = "160000", Source = "Closing statement" }]);

    private Task<Outcome<CorrectionId>> Propose(
        LeaseId lease, Action<ProposeCorrectionInput> change, Actor? actor = null)
    {
        var input = new ProposeCorrectionInput
        {
            Lease = lease,
            Source = "The signed lease",
            Reason = "A slip of the pen"
        };
        change(input);
        return host.FoundTrusts().ContinueWith(
            _ => host.Does((ProposeCorrection propose) => propose, input, actor), TaskScheduler.Default).Unwrap();
    }

    private Task<Outcome<CorrectionId>> Decide(
        CorrectionId correction, bool approve = true, Actor? actor = null, int version = 1) =>
        host.Does(
            (DecideCorrection decide) => decide,
            new DecideCorrectionInput { Correction = correction, Approve = approve, Version = version },
            actor ?? LeaseIntent.Approver);
}
