using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>Reads determinations, as far as an actor may see the leases they are for.</summary>
public sealed class Determinations(TrustDb db, Acting acting, ILeases leases) : IPrices
{
    /// <inheritdoc/>
    public async Task<DeterminationSummary?> Determination(DeterminationId id) =>
        await Whole(id) is { } determination ? Summary(determination) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeterminationSummary>> OfLease(LeaseId lease)
    {
        if (!(await leases.Names([lease])).ContainsKey(lease)) return [];
        var found = await All.Where(d => d.Lease == lease).OrderByDescending(d => d.MadeAt).Take(100).ToListAsync();
        return [.. found.Select(Summary)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeterminationSummary>> Waiting()
    {
        if (!acting.Actor.May(LeasePermission.SeeAll)) return [];
        var found = await All.Where(d => d.Decisions.Count == 0).OrderBy(d => d.MadeAt).Take(100).ToListAsync();
        return [.. found.Select(Summary)];
    }

    /// <summary>A determination with its decisions, if the actor may see its lease.</summary>
    internal async Task<Determination?> Whole(DeterminationId id)
    {
        var found = await All.FirstOrDefaultAsync(d => d.Id == id);
        return found is not null && (await leases.Names([found.Lease])).Count > 0 ? found : null;
    }

    /// <summary>How a determination stands by its decisions.</summary>
    internal static DeterminationState StateOf(Determination determination) => Last(determination)?.Kind switch
    {
        null => DeterminationState.Made,
        DecisionKind.Approved => DeterminationState.Approved,
        DecisionKind.SentBack => DeterminationState.SentBack,
        _ => DeterminationState.Voided,
    };

    private IQueryable<Determination> All => db.Set<Determination>().AsNoTracking().Include(d => d.Decisions);

    private static DeterminationDecision? Last(Determination determination) => determination.Decisions.MaxBy(d => d.At);

    internal static DeterminationSummary Summary(Determination determination) => new()
    {
        Id = determination.Id,
        Lease = determination.Lease,
        MaximumPrice = determination.MaximumPrice,
        AsOf = determination.AsOf,
        MadeAt = determination.MadeAt,
        MadeBy = determination.MadeBy,
        State = StateOf(determination),
        DecidedBy = Last(determination)?.By,
        ValidUntil = determination.Decisions.FirstOrDefault(d => d.Kind == DecisionKind.Approved)?.ValidUntil,
    };
}
