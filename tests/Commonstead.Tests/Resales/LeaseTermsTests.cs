using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Resales;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Resales;

/// <summary>What a lease itself states of its resale counts before the trust's usual terms, and is frozen.</summary>
public sealed class LeaseTermsTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ALeasesOwnDeadline_CountsBeforeTheTrusts_AndThePageSaysWhose()
    {
        var lease = await host.PricedLease();
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/resales/terms/{lease}");
        Assert.Contains("The trust’s usual: 45 calendar days", form.Text, StringComparison.Ordinal);
        var field = FieldOf(form, StepKind.Option);
        var typed = new Dictionary<string, string> { [field] = "two moons", ["Input.Source"] = "Article 10.3" };
        var refused = await form.Submit(typed);
        Assert.Contains("“two moons” cannot be read here", Assert.Single(refused.Errors), StringComparison.Ordinal);
        typed[field] = "60";
        typed["Input.CertificationMonths"] = "3";
        Assert.Equal($"/leases/{lease}", (await refused.Submit(typed)).Address);
        var resale = new ResaleCase(host, lease, (await host.Notice(lease)).Value);
        await resale.RecordAppraisal();
        var today = host.Trust.Today;
        Assert.Equal(today.AddDays(60), (await resale.Look()).Step(StepKind.Option).DueOn);
        var option = await steward.Open($"/resales/{resale.Id}/steps/{nameof(StepKind.Option)}");
        Assert.Contains("60 calendar days, counted from the appraisal's arrival (this lease)", option.Text,
            StringComparison.Ordinal);
        var inspection = await steward.Open($"/resales/{resale.Id}/steps/{nameof(StepKind.Inspection)}");
        Assert.Contains("(the trust’s usual)", inspection.Text, StringComparison.Ordinal);
        Assert.Contains("This lease’s own", (await steward.Open($"/resales/{resale.Id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermsAreFrozenOnTheDayOfTheNotice()
    {
        var resale = await host.NewResale();
        Assert.True(
            (await State(resale.Lease, t => t.Deadlines = [Stated(StepKind.Option, 5)])).IsDone);
        await resale.RecordAppraisal();
        Assert.Equal(host.Trust.Today.AddDays(45), (await resale.Look()).Step(StepKind.Option).DueOn);
        Assert.Equal(StateLeaseTermsRefusal.NoLease, (await State(default)).Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await State(resale.Lease)).Code());
        Assert.Equal(ChangeSettingsRefusal.NotADeadline, (await State(resale.Lease, t =>
            (t.SeenVersion, t.Deadlines) = (1, [Stated(StepKind.Option, -5)]))).Code());
    }

    [Fact]
    public async Task CertificationAndAppraisal_ExpireAsTheLeaseSays_AndTheLeaseMayBeAssigned()
    {
        var lease = await host.PricedLease();
        Assert.True((await State(lease, t =>
        {
            t.CertificationMonths = 2;
            t.AppraisalMonths = 1;
            t.IssuesNewLease = false;
        })).IsDone);
        var resale = new ResaleCase(host, lease, (await host.Notice(lease)).Value);
        var today = host.Trust.Today;
        Assert.Equal(RecordAppraisalRefusal.TooOld,
            (await resale.RecordAppraisal(a => a.EffectiveOn = today.AddDays(-40))).Code());
        await resale.ReadyToClose();
        Assert.Equal(PrepareClosingRefusal.CertificationExpired,
            (await resale.Prepare(c => c.ClosesOn = today.AddMonths(2).AddDays(1))).Code());
        var closing = await resale.Prepare(c => c.NewLeaseNumber = null);
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        Assert.Null((await host.ViewOf(lease)).Lease.EndedOn);
    }

    [Fact]
    public async Task TheBuyersNewLease_StatesTheSame()
    {
        var lease = await host.PricedLease();
        Assert.True((await State(lease, t => t.Deadlines = [Stated(StepKind.Inspection, 7)])).IsDone);
        var resale = await new ResaleCase(host, lease, (await host.Notice(lease)).Value).ReadyToClose();
        var closing = await resale.Prepare();
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        var follows = (await host.Asks((ResaleBoard board) => board.Closings(resale.Id)))[0].NewLease!.Value;
        var next = new ResaleCase(host, follows, (await host.Notice(follows)).Value);
        var inspection = (await next.Look()).Step(StepKind.Inspection);
        Assert.Equal(host.Trust.Today.AddDays(7), inspection.DueOn);
    }

    [Fact]
    public async Task OnceTheOwnerMaySellToAnyone_NoIncomeIsAskedFor()
    {
        await using var later = new TrustHost();
        await later.InitializeAsync();
        var resale = await later.NewResale();
        await resale.RecordAppraisal();
        await resale.ApprovePrice(validDays: 300);
        Assert.True((await resale.DecideOption(o => o.Option = OptionState.Lapsed)).IsDone);
        var notNeeded = (SettleStepInput s) =>
            { (s.State, s.Note) = (StepState.NotNeeded, "Six months have passed"); };
        Assert.Equal(SettleStepRefusal.SettlesItself, (await resale.Settle(StepKind.BuyerCertified, notNeeded)).Code());
        later.Clock.Set(later.Trust.Today.AddMonths(6));
        Assert.True((await resale.FindBuyer()).IsDone);
        await resale.TickSteps();
        Assert.Equal(PrepareClosingRefusal.StepsOpen, (await resale.Prepare()).Code());
        Assert.Equal(SettleStepRefusal.SettlesItself, (await resale.Settle(StepKind.BuyerCertified)).Code());
        Assert.True((await resale.Settle(StepKind.BuyerCertified, notNeeded)).IsDone);
        var closing = await resale.Prepare();
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
    }

    private static StatedDeadline Stated(StepKind kind, int days) =>
        new() { Kind = kind, Deadline = new EnteredDeadline { Count = days } };

    private static string FieldOf(SeenPage form, StepKind kind) =>
        form.Document.QuerySelectorAll("input[name$='.Kind']").First(e => e.GetAttribute("value") == kind.ToString())
            .GetAttribute("name")!.Replace(".Kind", ".Deadline.Count", StringComparison.Ordinal);

    private Task<Outcome<LeaseResaleTermsId>> State(LeaseId lease, Action<StateLeaseTermsInput>? change = null)
    {
        var input = new StateLeaseTermsInput { Lease = lease, Source = "Article 10" };
        change?.Invoke(input);
        return host.Does((StateLeaseTerms operation) => operation, input);
    }
}
