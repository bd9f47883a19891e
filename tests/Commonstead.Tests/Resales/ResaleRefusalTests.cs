using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Resales;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Resales;

/// <summary>Every rung of the operations' ladders between notice and option.</summary>
public sealed class ResaleRefusalTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Notice_IsRefused_WithoutLease_OutOfTime_OrTwice()
    {
        var lease = await host.PricedLease();
        Assert.Equal(RecordNoticeRefusal.NoLease, (await host.Notice(default)).Code());
        Assert.Equal(RecordNoticeRefusal.DateOutOfRange,
            (await host.Notice(lease, host.Trust.Today.AddDays(1))).Code());
        Assert.Equal(RecordNoticeRefusal.DateOutOfRange, (await host.Notice(lease, new DateOnly(2019, 5, 13))).Code());
        Assert.True((await host.Notice(lease)).IsDone);
        Assert.Equal(RecordNoticeRefusal.ResaleOpen, (await host.Notice(lease)).Code());
    }

    [Fact]
    public async Task Notice_SetsTheModelLeasesLastDays()
    {
        var resale = await (await host.NewResale()).Look();
        Assert.Equal(host.Trust.Today.AddDays(10), resale.Step(StepKind.AppraisalOrdered).DueOn);
        Assert.Null(resale.Step(StepKind.Option).DueOn);
    }

    [Fact]
    public async Task OnALeaseWhoseRuleNeedsNoAppraisal_TheOptionRunsFromTheNotice()
    {
        var resale = await (await host.NewResale(l => l.AppraisalBasis = null)).Look();
        Assert.Equal(StepState.NotNeeded, resale.Step(StepKind.AppraisalReceived).State);
        Assert.Equal(host.Trust.Today.AddDays(45), resale.Step(StepKind.Option).DueOn);
    }

    [Fact]
    public async Task Appraisal_IsRefused_WhenItIsNotWhatTheLeaseAsksFor()
    {
        var resale = await host.NewResale();
        var today = host.Trust.Today;
        Assert.Equal(RecordAppraisalRefusal.WrongBasis,
            (await resale.RecordAppraisal(a => a.Basis = AppraisalBasis.ImprovementsOnly)).Code());
        Assert.Equal(RecordAppraisalRefusal.ValueOutOfRange,
            (await resale.RecordAppraisal(a => a.Value = ResaleCase.Usd(0))).Code());
        Assert.Equal(RecordAppraisalRefusal.PartsOutOfRange,
            (await resale.RecordAppraisal(a => a.LandValue = ResaleCase.Usd(260_001))).Code());
        Assert.Equal(RecordAppraisalRefusal.DatesOutOfOrder,
            (await resale.RecordAppraisal(a => a.ReceivedOn = today.AddDays(1))).Code());
        Assert.Equal(RecordAppraisalRefusal.TooOld,
            (await resale.RecordAppraisal(a => a.EffectiveOn = today.AddMonths(-7))).Code());
        Assert.Equal(RecordAppraisalRefusal.TooOld,
            (await resale.RecordAppraisal(a => a.ExpiresOn = today.AddDays(-1))).Code());
        Assert.True((await resale.RecordAppraisal()).IsDone);
        Assert.Equal(today.AddDays(45), (await resale.Look()).Step(StepKind.Option).DueOn);
    }

    [Fact]
    public async Task Option_IsRefused_WithoutPrice_WithoutDecision_Twice_OrTooLate()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        Assert.Equal(DecideOptionRefusal.NoDecision,
            (await resale.DecideOption(o => o.Option = OptionState.Open)).Code());
        Assert.Equal(DecideOptionRefusal.NoPrice, (await resale.DecideOption()).Code());
        await resale.ApprovePrice();
        Assert.Equal(DecideOptionRefusal.DateOutOfRange,
            (await resale.DecideOption(o => o.On = host.Trust.Today.AddDays(1))).Code());
        Assert.True((await resale.DecideOption()).IsDone);
        Assert.Equal(DecideOptionRefusal.Decided, (await resale.DecideOption()).Code());
    }

    [Fact]
    public async Task Option_CannotBeExercised_AfterItsLastDay_AndLapses()
    {
        await using var late = new TrustHost();
        await late.InitializeAsync();
        var resale = await late.NewResale();
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        late.Clock.Pass(TimeSpan.FromDays(46));
        Assert.Equal(DecideOptionRefusal.TooLate, (await resale.DecideOption()).Code());
        Assert.True((await resale.DecideOption(o => o.Option = OptionState.Lapsed)).IsDone);
        Assert.Equal(late.Trust.Today.AddMonths(6), (await resale.Look()).Step(StepKind.BuyerFound).DueOn);
    }

    [Fact]
    public async Task Step_IsRefused_WhenItSettlesItself_LacksAReason_OrADay()
    {
        var resale = await host.NewResale();
        Assert.Equal(SettleStepRefusal.SettlesItself, (await resale.Settle(StepKind.Option)).Code());
        Assert.Equal(SettleStepRefusal.NoReason,
            (await resale.Settle(StepKind.Repairs, s => s.State = StepState.NotNeeded)).Code());
        Assert.Equal(SettleStepRefusal.DateOutOfRange,
            (await resale.Settle(StepKind.Repairs, s => s.On = host.Trust.Today.AddDays(1))).Code());
        Assert.Equal(ResaleRefusal.NoResale, (await resale.Settle(StepKind.Repairs, s => s.Resale = default)).Code());
        Assert.True((await resale.Settle(StepKind.Repairs, s =>
            (s.State, s.Note) = (StepState.NotNeeded, "New home"))).IsDone);
    }

    [Fact]
    public async Task TwoStewardsAtOnce_OneSucceeds_TheOtherIsToldWhatChanged()
    {
        var resale = await host.NewResale();
        var seen = await resale.Version();
        Assert.True((await resale.Settle(StepKind.Inspection, s => s.SeenVersion = seen)).IsDone);
        var second = await resale.Settle(StepKind.Repairs, s => s.SeenVersion = seen);
        Assert.Equal(ResaleRefusal.ChangedMeanwhile, second.Code());
        var told = Assert.IsType<Sentence>(second.Refusals[0].Figures[0]);
        Assert.Equal("{0}, by {1} on {2} ({3})", told.English);
        var what = Assert.IsType<Sentence>(told.Figures[3]);
        Assert.Equal("{0}: done.", what.English);
        Assert.Equal("Inspection", Assert.IsType<Sentence>(Assert.Single(what.Figures)).English);
    }

    [Fact]
    public async Task CancelledAndReopened_KeepsItsHistory()
    {
        var resale = await host.NewResale();
        var end = async () =>
            new EndResaleInput { Resale = resale.Id, SeenVersion = await resale.Version(), Reason = "Stays" };
        Assert.Equal(ReopenResaleRefusal.NotCancelled, (await host.Does((ReopenResale o) => o, await end())).Code());
        Assert.True((await host.Does((CancelResale o) => o, await end())).IsDone);
        Assert.Equal(ResaleRefusal.NotOpen, (await resale.Settle(StepKind.Repairs)).Code());
        var other = await host.Notice(resale.Lease);
        Assert.Equal(ReopenResaleRefusal.OtherOpen, (await host.Does((ReopenResale o) => o, await end())).Code());
        var otherCase = new ResaleCase(host, resale.Lease, other.Value);
        await host.Does((CancelResale o) => o,
            new EndResaleInput { Resale = other.Value, SeenVersion = await otherCase.Version(), Reason = "Twice" });
        Assert.True((await host.Does((ReopenResale o) => o, await end())).IsDone);
        var story = await host.Asks((ResaleBoard board) => board.Story(resale.Id));
        Assert.Equal(["Resale reopened.", "Resale cancelled.", "Notice of intent to sell received."],
            story.Select(e => e.Text));
    }
}
