using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Desk;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Tests.Leases;

public sealed class DefaultTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _today = new(2026, 6, 1);

    [Fact]
    public async Task LendersNotice_StartsTheTrustsClocks_AndStandsOnTheDesk_UntilResolved()
    {
        var (lease, mortgage) = await Mortgaged();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/leases/{lease}");
        var form = page.Document.QuerySelectorAll("#mortgages li a")
            .Select(a => a.GetAttribute("href")!).Single(a => a.Contains("defaults", StringComparison.Ordinal));
        page = await (await steward.Open(form)).Submit(new Dictionary<string, string>
        {
            ["Input.NoticeOn"] = "2026-05-20",
            ["Input.ReceivedOn"] = "2026-05-25",
            ["Input.Summary"] = "Three payments missed",
        });
        Assert.Empty(page.Errors);

        // 90 and 120 calendar days from the day of receipt, itself not counted.
        foreach (var said in (string[])["August 23, 2026", "September 22, 2026", "Three payments missed"])
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        var desk = await steward.Open("/");
        Assert.Contains("Cure a leaseholder's loan", desk.Text, StringComparison.Ordinal);
        Assert.Contains("The trust loses its option", desk.Text, StringComparison.Ordinal);
        var days = await host.Asks(async (IEnumerable<ICalendarDays> all) =>
        {
            // One after the other: they read over the same connection.
            var open = new List<CalendarDay>();
            foreach (var source in all) open.AddRange(await source.Open());
            return open;
        });
        Assert.Contains(days, d => d.Day == new DateOnly(2026, 9, 22) && d.Href.Contains(lease.ToString(),
            StringComparison.Ordinal));
        var resolve = page.Document.QuerySelector("#defaults li a")!.GetAttribute("href")!;
        page = await (await steward.Open(resolve)).Submit(new Dictionary<string, string>
        {
            ["Input.Outcome"] = nameof(DefaultOutcome.CuredByTrust),
            ["Input.On"] = "2026-06-01",
            ["Input.Note"] = "Paid from the stewardship fund",
        });
        Assert.Contains("Cured by the trust. Paid from the stewardship fund", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/leases/" + lease, (await steward.Open("/")).Document.Body!.InnerHtml,
            StringComparison.Ordinal);
        Assert.NotEqual(default, mortgage);
    }

    [Fact]
    public async Task Desk_ShowsTheTrustsClockAsAnAlarm_InItsLastDays_AndLateAfterwards()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var (lease, mortgage) = await Mortgaged(own);
        await Record(lease, i => (i.Kind, i.Mortgage) = (DefaultKind.Lender, mortgage), own);
        await Record(lease, _ => { }, own);
        var entries = await Desk(own);
        Assert.Equal(3, entries.Count);
        Assert.Equal(2, entries.Count(e => e.Who is null));
        Assert.DoesNotContain(entries, e => e.IsAlarm);
        var fee = Assert.Single(entries, e => e.Who == "The leaseholder");
        Assert.Equal(_today.AddDays(30), fee.DueOn);
        own.Clock.Set(_today.AddDays(80));
        Assert.True(Assert.Single(await Desk(own), e => e.Title.StartsWith("Cure", StringComparison.Ordinal)).IsAlarm);
        own.Clock.Set(_today.AddDays(91));
        Assert.Equal("The trust",
            Assert.Single(await Desk(own), e => e.Title.StartsWith("Cure", StringComparison.Ordinal)).Who);
        Assert.All(await Desk(own, Intent.ActorWith(Role.Board)), e => Assert.NotNull(e.Who));
        Assert.Empty(await Desk(own, Intent.ActorWith(Role.Leaseholder)));
    }

    [Fact]
    public async Task Settings_ChangeTheDaysOfLaterNotices()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using var steward = await own.SignInAsSteward();
        var form = await steward.Open("/leases/settings");
        var refused = await form.Submit(new Dictionary<string, string> { ["Input.PaymentCure.Count"] = "" });
        Assert.Contains("Enter a deadline of at least", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("When it passes: The trust loses its option", form.Text, StringComparison.Ordinal);
        await form.Submit(new Dictionary<string, string>
        {
            ["Input.PaymentCure.Count"] = "10",
            ["Input.PaymentCure.Unit"] = "BusinessDays",
        });
        var lease = await own.NewLease();
        var id = await Record(lease, _ => { }, own);
        Assert.Equal(new DateOnly(2026, 6, 15), (await own.ViewOf(lease)).History.Defaults.Single().CureUntil);
        Assert.True(id.IsDone);
        var input = new ChangeLeaseSettingsInput
        {
            SeenVersion = 1,
            PaymentCure = new EnteredDeadline { Count = 11, Unit = DeadlineUnit.Years },
            BreachCure = new EnteredDeadline { Count = 60 },
            LenderCure = new EnteredDeadline { Count = 60 },
            LenderOption = new EnteredDeadline { Count = 60 },
        };
        var change = await own.Does((ChangeLeaseSettings change) => change, input);
        Assert.Equal(ChangeLeaseSettingsRefusal.NotADeadline, change.Code());
        input.SeenVersion = 7;
        change = await own.Does((ChangeLeaseSettings change) => change, input);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, change.Code());
    }

    [Fact]
    public async Task Recording_Refusals()
    {
        var (lease, mortgage) = await Mortgaged();
        Assert.Equal(RecordDefaultRefusal.MortgageMissing,
            (await Record(lease, i => i.Kind = DefaultKind.Lender)).Code());
        Assert.Equal(RecordDefaultRefusal.MortgageNotAsked, (await Record(lease, i => i.Mortgage = mortgage)).Code());
        Assert.Equal(RecordDefaultRefusal.DayNotUsable,
            (await Record(lease, i => i.NoticeOn = _today.AddDays(1))).Code());
        Assert.Equal(RecordDefaultRefusal.LastDayBeforeReceipt,
            (await Record(lease, i => i.CureUntil = _today.AddDays(-1))).Code());
        Assert.True((await Record(lease, Lenders)).IsDone);
        Assert.Equal(RecordDefaultRefusal.AlreadyOpen, (await Record(lease, Lenders)).Code());
        var (other, released) = await Mortgaged();
        await host.Does((ReleaseMortgage release) => release,
            new ReleaseMortgageInput { Lease = other, Mortgage = released, ReleasedOn = _today });
        Assert.Equal(RecordDefaultRefusal.MortgageReleased,
            (await Record(other, i => (i.Kind, i.Mortgage) = (DefaultKind.Lender, released))).Code());

        void Lenders(RecordDefaultInput i) => (i.Kind, i.Mortgage) = (DefaultKind.Lender, mortgage);
    }

    [Fact]
    public async Task Resolving_Refusals()
    {
        var (lease, mortgage) = await Mortgaged();
        var received = new DateOnly(2026, 1, 5);
        var notice = (await Record(lease, i => (i.Kind, i.Mortgage, i.NoticeOn, i.ReceivedOn)
            = (DefaultKind.Lender, mortgage, received, received))).Value;
        Assert.Equal(ResolveDefaultRefusal.OutcomeNotOfKind,
            (await Resolve(lease, notice, DefaultOutcome.LeaseEnded, _today)).Code());
        Assert.Equal(ResolveDefaultRefusal.DayNotUsable,
            (await Resolve(lease, notice, DefaultOutcome.Cured, _today.AddDays(1))).Code());
        Assert.Equal(ResolveDefaultRefusal.OptionRanOut,
            (await Resolve(lease, notice, DefaultOutcome.OptionExercised, _today)).Code());
        Assert.Equal(CommonRefusal.ChangedMeanwhile,
            (await Resolve(lease, notice, DefaultOutcome.Cured, _today, version: 4)).Code());
        Assert.True((await Resolve(lease, notice, DefaultOutcome.OptionExercised, received.AddDays(120))).IsDone);
        Assert.Equal(ResolveDefaultRefusal.AlreadyResolved,
            (await Resolve(lease, notice, DefaultOutcome.Cured, _today)).Code());
    }

    private static Task<IReadOnlyList<DeskEntry>> Desk(TrustHost own, Actor? actor = null) =>
        own.Asks((LeaseDeadlines desk) => desk.Waiting(), actor);

    private async Task<(LeaseId Lease, MortgageId Mortgage)> Mortgaged(TrustHost? other = null)
    {
        var lease = await (other ?? host).NewLease();
        return (lease, await (other ?? host).NewMortgage(lease));
    }

    private Task<Outcome<DefaultNoticeId>> Record(
        LeaseId lease, Action<RecordDefaultInput> change, TrustHost? other = null)
    {
        var input = new RecordDefaultInput
        {
            Lease = lease,
            NoticeOn = _today,
            ReceivedOn = _today,
            Summary = "The fee of May was not paid",
        };
        change(input);
        return (other ?? host).Does((RecordDefault record) => record, input);
    }

    private Task<Outcome<DefaultNoticeId>> Resolve(
        LeaseId lease, DefaultNoticeId notice, DefaultOutcome outcome, DateOnly on, int version = 1) => host.Does(
            (ResolveDefault resolve) => resolve,
            new ResolveDefaultInput { Lease = lease, Default = notice, Version = version, Outcome = outcome, On = on });
}
