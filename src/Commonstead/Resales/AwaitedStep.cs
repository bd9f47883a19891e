using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>A step that is due, and what tells who is awaited for it.</summary>
/// <param name="Resale">The resale.</param>
/// <param name="Lease">The seller's lease.</param>
/// <param name="NoticeOn">The day of the notice; a price of before is another sale's.</param>
/// <param name="Kind">The step.</param>
internal sealed record AwaitedStep(ResaleId Resale, LeaseId Lease, DateOnly NoticeOn, StepKind Kind)
{
    /// <summary>
    /// Who is awaited: of an act that takes two the first until it is prepared, then the second; else the step's owner.
    /// </summary>
    public static StepOwner Whom(StepKind kind, StepOwner owner, bool isPrepared) => kind switch
    {
        StepKind.Closing or StepKind.Determination when isPrepared => StepOwner.Approver,
        StepKind.Determination when owner == StepOwner.Approver => StepOwner.Steward,
        _ => owner,
    };
}

/// <summary>Finds, of many steps at once, those that one person has prepared and a second has not decided.</summary>
public sealed class PreparedSteps(TrustDb db, IPrices prices)
{
    /// <summary>The prepared ones, by resale and kind.</summary>
    internal async Task<IReadOnlySet<(ResaleId, StepKind)>> Of(IReadOnlyCollection<AwaitedStep> steps)
    {
        var prepared = new HashSet<(ResaleId, StepKind)>();
        var closings = steps.Where(s => s.Kind == StepKind.Closing).Select(s => s.Resale).ToList();
        if (closings.Count > 0)
        {
            var found = await db.Set<Closing>().AsNoTracking()
                .Where(c => closings.Contains(c.Resale) && c.Decisions.Count == 0).Select(c => c.Resale).ToListAsync();
            prepared.UnionWith(found.Select(r => (r, StepKind.Closing)));
        }

        var priced = steps.Where(s => s.Kind == StepKind.Determination).ToList();
        var waiting = await prices.WaitingFor([.. priced.Select(s => s.Lease)]);
        prepared.UnionWith(priced.Where(s => waiting.TryGetValue(s.Lease, out var asOf) && asOf >= s.NoticeOn)
            .Select(s => (s.Resale, s.Kind)));
        return prepared;
    }
}
