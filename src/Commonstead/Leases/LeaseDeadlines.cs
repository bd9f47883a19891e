using Commonstead.Desk;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>
/// What leases have for the desk and the calendar: the last days of open defaults, and corrections that wait for the
/// reader. The trust's own clocks wait for whoever may act, however far ahead they end.
/// </summary>
internal sealed class LeaseDeadlines(TrustDb db, Acting acting) : IDeskWork, ICalendarDays
{
    private const int MostEntries = 100;
    private const int MostDays = 1_000;

    // The trust's own right is lost for good: in its last two weeks it stands first and loudest.
    private const int WarningDays = 14;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting()
    {
        if (!acting.Actor.May(LeasePermission.SeeAll)) return [];
        var defaults = (await LastDays(MostEntries)).Select(d => new DeskEntry(
            d.Title, d.Address, d.IsTrusts && d.On >= acting.Today && acting.Actor.May(LeasePermission.Edit)
                ? null : d.Who,
            d.On, Place(d), d.Loss)
        { IsAlarm = d.IsTrusts && d.On <= acting.Today.AddDays(WarningDays) });
        return [.. await Corrections(), .. defaults.OrderBy(d => !d.IsAlarm).Take(MostEntries)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CalendarDay>> Open() =>
    [
        .. (await LastDays(MostDays)).Take(MostDays).Select(d => new CalendarDay(
            d.Key, d.On, d.Title, d.Address, [d.Who, d.Loss], Place(d))),
    ];

    private static string Place(LastDay day) => $"/leases/{day.Lease}#defaults";

    private async Task<List<DeskEntry>> Corrections()
    {
        if (!acting.Actor.May(LeasePermission.ApproveCorrection)) return [];
        var waiting = await db.Set<Correction>().AsNoTracking()
            .Where(c => c.State == CorrectionState.Waiting && c.ProposedBy != acting.Actor.Key)
            .Join(db.Set<Lease>(), c => c.Lease, l => l.Id, (c, l) => new { c.Id, c.ProposedAt, l.HomeAddress })
            .OrderBy(c => c.ProposedAt).Take(MostEntries).ToListAsync();
        return waiting.ConvertAll(c => new DeskEntry(
            "Decide on a correction of a lease", c.HomeAddress, null, null, $"/leases/corrections/{c.Id}"));
    }

    private async Task<IEnumerable<LastDay>> LastDays(int most)
    {
        var open = await db.Set<DefaultNotice>().AsNoTracking().Where(d => d.Outcome == null)
            .Join(db.Set<Lease>(), d => d.Lease, l => l.Id, (d, l) => new { Notice = d, l.HomeAddress })
            .OrderBy(d => d.Notice.CureUntil).Take(most).ToListAsync();
        return open.SelectMany(d => Of(d.Notice, d.HomeAddress)).OrderBy(d => d.On);
    }

    // Model lease, articles 8 and 12.
    private static IEnumerable<LastDay> Of(DefaultNotice notice, string address)
    {
        if (notice.Kind != DefaultKind.Lender)
        {
            yield return new LastDay(notice, "cure", notice.CureUntil, address, "A leaseholder's last day to cure",
                "The leaseholder", "The leaseholder loses the right to cure; the trust may end the lease.");
            yield break;
        }

        yield return new LastDay(notice, "cure", notice.CureUntil, address,
            "Cure a leaseholder's loan, or decide not to", "The trust",
            "The trust loses its right to cure the loan; the lender may go on to foreclose.");
        yield return new LastDay(notice, "option", notice.OptionUntil!.Value, address,
            "Decide on the option after a lender's notice", "The trust",
            "The trust loses its option: the lender may sell the home, and its affordability may be lost.");
    }

    private sealed record LastDay(
        DefaultNotice Notice, string Part, DateOnly On, string Address, string Title, string Who, string Loss)
    {
        public LeaseId Lease => Notice.Lease;

        public bool IsTrusts => Notice.Kind == DefaultKind.Lender;

        public string Key => $"{Notice.Id}-{Part}";
    }
}
