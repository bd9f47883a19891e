using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>
/// Offers to a price what the trust credits for the present owners' finished works, under the names the rule book gives
/// it. What was finished before they bought was credited to who sold to them.
/// </summary>
internal sealed class CreditedWorks(TrustDb db) : ISaleFacts
{
    private static readonly string[] _names = ["improvements", "improvements_credit"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, StatedFact>> Of(LeaseId lease)
    {
        var works = await db.Set<Improvement>().AsNoTracking()
            .Where(w => w.Lease == lease && w.Stage == ImprovementStage.Completed).ToListAsync();
        var boughtOn = (await db.Set<Holding>().AsNoTracking().Where(h => h.Lease == lease).ToListAsync()).BoughtOn();
        var credited = works.Where(w => w.CreditedValue is { Minor: > 0 } && !(w.CompletedOn < boughtOn))
            .OrderBy(w => w.CompletedOn).ToList();
        if (credited.Count == 0) return new Dictionary<string, StatedFact>();
        var total = credited.Select(w => w.CreditedValue!.Value).Aggregate((sum, next) => sum + next);
        var source = "works credited by the trust, finished "
            + string.Join(", ", credited.Select(w => w.CompletedOn!.Value.ToString("yyyy-MM-dd", null)));
        var fact = new StatedFact(total.ToInvariant(), source);
        return _names.ToDictionary(name => name, _ => fact, StringComparer.Ordinal);
    }
}
