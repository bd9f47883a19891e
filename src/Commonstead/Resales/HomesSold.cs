using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Finds the closings that were confirmed and stand.</summary>
internal sealed class HomesSold(TrustDb db) : IHomesSold
{
    public async Task<IReadOnlyDictionary<DeterminationId, DateOnly>> Under(IReadOnlyCollection<LeaseId> leases)
    {
        if (leases.Count == 0) return new Dictionary<DeterminationId, DateOnly>();
        var closed = await db.Set<Resale>().AsNoTracking()
            .Where(r => leases.Contains(r.Lease) && r.State == ResaleState.Closed)
            .Join(db.Set<Closing>(), r => r.Id, c => c.Resale, (r, c) => c)
            .Where(c => c.Decisions.Any() && c.Decisions.All(d => d.Kind == ClosingDecisionKind.Confirmed))
            .Select(c => new { c.Determination, c.ClosesOn }).ToListAsync();
        return closed.GroupBy(c => c.Determination).ToDictionary(g => g.Key, g => g.Max(c => c.ClosesOn));
    }
}
