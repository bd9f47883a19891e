namespace Commonstead.Leases;

/// <summary>
/// What of a lease its present leaseholders may read when it was assigned to them at a sale. What the lease says, and
/// what was renewed or put right in it, is theirs; what the owner before them borrowed, built, wrote and owed is not.
/// </summary>
internal sealed class OwnersTime(DateOnly since, DateOnly today, Func<DateTime, DateOnly> dayOf)
{
    /// <summary>A lease as it may be shown.</summary>
    public static LeaseView Of(LeaseView view) =>
        view.IsStaff || view.Parts.Holdings.SoldOn() is not { } since ? view
            : new OwnersTime(since, view.Today, view.DayOf).Shown(view);

    private LeaseView Shown(LeaseView view) => view with
    {
        Parts = Of(view.Parts),
        History = Of(view.History),
    };

    // A fact of the time before stays while nothing took its place: the next price is worked out from it.
    private LeaseParts Of(LeaseParts parts)
    {
        var standing = parts.FactsOn(today).Select(f => f.Id).ToHashSet();
        return parts with
        {
            Holdings = [.. parts.Holdings.Where(h => h.Until is not { } last || last >= since)],
            Facts = [.. parts.Facts.Where(f => f.HoldsFrom >= since || standing.Contains(f.Id))],
        };
    }

    private LeaseHistory Of(LeaseHistory history)
    {
        var purchases = history.Purchases.Where(p => p.On >= since).ToList();
        var lent = purchases.SelectMany(p => p.Sources).Select(s => s.Mortgage).OfType<MortgageId>().ToHashSet();
        return history with
        {
            Corrections = [.. history.Corrections.Where(c => c.Fact is null || dayOf(c.ProposedAt) >= since)],
            Mortgages = [.. history.Mortgages.Where(m => m.MadeOn >= since || lent.Contains(m.Id))],
            Improvements = [.. history.Improvements.Where(i => i.NoticeOn >= since)],
            Notices = [.. history.Notices.Where(n => n.On >= since)],
            Subsidies = [.. history.Subsidies.Where(s => s.EndedOn is not { } ended || ended >= since)],
            Defaults = [.. history.Defaults.Where(d => d.ReceivedOn >= since)],
            Transfers = [.. history.Transfers.Where(t => t.HappenedOn >= since)],
            Purchases = purchases,
        };
    }
}
