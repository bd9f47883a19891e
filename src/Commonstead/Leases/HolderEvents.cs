using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Tells other capabilities what the running operation did to the holders of leases.</summary>
public sealed class HolderEvents(TrustDb db, Events events)
{
    /// <summary>Raises <see cref="HoldersChanged"/> for all holdings that are to be saved.</summary>
    internal async Task<IReadOnlyList<Refusal>> Raise()
    {
        db.ChangeTracker.DetectChanges();
        var turned = db.ChangeTracker.Entries<Lease>().Where(e => e.State == EntityState.Modified
            && (e.Property(l => l.Standing).IsModified || e.Property(l => l.EndedOn).IsModified))
            .ToDictionary(e => e.Entity.Id, e => e.Entity);
        var ids = turned.Keys.ToList();
        if (ids.Count > 0) await db.Set<Holding>().Where(h => ids.Contains(h.Lease)).LoadAsync();
        // Who had left a lease long before it ended is not touched by its end.
        var touched = db.ChangeTracker.Entries<Holding>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified || (turned.ContainsKey(e.Entity.Lease)
                && (e.Entity.Until is null || e.Entity.Until != LastDay(e.Entity, turned))))
            .Select(e => e.Entity).ToList();
        if (touched.Count == 0) return [];
        return await events.Raise(new HoldersChanged(
        [
            // Who stays through a change has an ended holding and a new one, and holds the lease all along.
            .. touched.GroupBy(h => (h.Lease, h.Person)).Select(g => new HolderStanding(
                g.Key.Lease, g.Key.Person, g.Min(h => h.From),
                g.Any(h => LastDay(h, turned) is null) ? null : g.Max(h => LastDay(h, turned)))),
        ]));
    }

    // A lease that ended or is void is held by nobody, whatever its holdings say.
    private static DateOnly? LastDay(Holding holding, Dictionary<LeaseId, Lease> turned)
    {
        if (!turned.TryGetValue(holding.Lease, out var lease)) return holding.Until;
        if (lease.Standing == LeaseStanding.Void) return holding.From.AddDays(-1);
        return lease.EndedOn is { } ended && (holding.Until is null || holding.Until >= ended)
            ? ended.AddDays(-1) : holding.Until;
    }
}
