using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Resales;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>
/// Reads determinations, as far as an actor may see the leases they are for; a leaseholder sees those that were
/// approved.
/// </summary>
public sealed class Determinations(TrustDb db, Acting acting, ILeases leases, IHomesSold homes) : IPrices
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<DeterminationSummary?> Determination(DeterminationId id) =>
        await Whole(id) is { } determination ? await Summary(determination) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeterminationSummary>> OfLease(LeaseId lease)
    {
        var found = await WholeOf(lease);
        return found.Count == 0 ? [] : await Summaries(found);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeterminationSummary>> Waiting()
    {
        if (!acting.Actor.May(LeasePermission.SeeAll)) return [];
        return await Summaries(
            await All.Where(d => d.Decisions.Count == 0).OrderBy(d => d.MadeAt).Take(Most).ToListAsync());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LeaseId, DateOnly>> WaitingFor(IReadOnlyCollection<LeaseId> leases)
    {
        if (leases.Count == 0) return new Dictionary<LeaseId, DateOnly>();
        var found = await db.Set<Determination>().AsNoTracking()
            .Where(d => leases.Contains(d.Lease) && d.Decisions.Count == 0)
            .Select(d => new { d.Lease, d.AsOf }).ToListAsync();
        return found.GroupBy(d => d.Lease).ToDictionary(g => g.Key, g => g.Max(d => d.AsOf));
    }

    /// <summary>A lease's determinations with their decisions, as far as the actor may see them.</summary>
    internal async Task<IReadOnlyList<Determination>> WholeOf(LeaseId lease)
    {
        if ((await leases.Names([lease])).Count == 0) return [];
        var found = await VisibleTo(acting.Actor).Where(d => d.Lease == lease).OrderByDescending(d => d.MadeAt)
            .Take(Most).ToListAsync();
        var sold = await SoldOn(lease);
        return sold is null ? found : found.FindAll(d => IsAfter(d, sold));
    }

    // Prices worked out before a lease was assigned to its present owner were the seller's.
    private async Task<DateOnly?> SoldOn(LeaseId lease) => !acting.Actor.May(LeasePermission.SeeAll)
        && (await leases.AssignedOn([lease])).TryGetValue(lease, out var day) ? day : null;

    private bool IsAfter(Determination determination, DateOnly? sold) =>
        sold is not { } day || DayOf(determination.MadeAt, acting) > day;

    /// <summary>
    /// A determination with its decisions, if the actor may see it; who sold the home keeps those of her own time.
    /// </summary>
    internal async Task<Determination?> Whole(DeterminationId id)
    {
        var found = await VisibleTo(acting.Actor).FirstOrDefaultAsync(d => d.Id == id);
        return found is not null && await LeaseOf(found) is not null ? found : null;
    }

    /// <summary>The name of the lease it is for, or null when the actor may not see it.</summary>
    internal async Task<LeaseName?> LeaseOf(Determination determination)
    {
        var id = determination.Lease;
        var seen = (await leases.Names([id])).GetValueOrDefault(id);
        if (seen is not null && IsAfter(determination, await SoldOn(id))) return seen;
        if (acting.Actor.Person is not { } person) return null;
        var day = DayOf(determination.MadeAt, acting);
        return (await leases.EverHeldBy([new PersonId(person)])).Any(held => held.Lease == id && held.On(day)
            && (seen is null || held.From < day))
            ? await leases.NameEverHeld(id)
            : null;
    }

    /// <summary>
    /// A determination as others need to name it. Of later prices those hear who see the lease today, not who sold.
    /// </summary>
    internal async Task<DeterminationSummary> Summary(Determination determination)
    {
        var summary = (await Summaries([determination]))[0];
        return summary.SupersededOn is null || (await leases.Names([determination.Lease])).Count > 0
            ? summary
            : summary with { SupersededOn = null };
    }

    /// <summary>How a determination stands by its decisions.</summary>
    internal static DeterminationState StateOf(Determination determination) => Last(determination)?.Kind switch
    {
        null => DeterminationState.Made,
        DecisionKind.Approved => DeterminationState.Approved,
        DecisionKind.SentBack => DeterminationState.SentBack,
        _ => DeterminationState.Voided,
    };

    /// <summary>A determination as the trust holds it, signed now.</summary>
    internal async Task<SignedDetermination> Signed(Determination determination) => SignedDetermination.Sign(
        Statement(
            determination, await Summary(determination), determination.Content, acting, await AuditHead.Read(db)),
        determination.Content, acting.Trust.Signing);

    /// <summary>What the trust states about a determination when it signs it.</summary>
    internal static PriceStatement Statement(
        Determination determination, DeterminationSummary price, string content, Acting acting, string head) => new()
        {
            Trust = acting.Profile.Name,
            DeterminationSha256 = DeterminationFile.HashOf(content),
            RecordSha256 = determination.ContentHash,
            MaximumPrice = determination.MaximumPrice.ToInvariant(),
            Currency = determination.MaximumPrice.Currency.Code,
            ApprovedOn = price.State == DeterminationState.Approved ? DayOf(Approval(determination)!.At, acting) : null,
            ValidUntil = price.State == DeterminationState.Approved ? price.ValidUntil : null,
            SignedOn = acting.Today,
            AuditHead = head,
        };

    private IQueryable<Determination> All => db.Set<Determination>().AsNoTracking().Include(d => d.Decisions);

    private IQueryable<Determination> VisibleTo(Actor actor) => actor.May(LeasePermission.SeeAll)
        ? All : All.Where(d => d.Decisions.Any(x => x.Kind == DecisionKind.Approved));

    // Of the approved prices of a lease the one approved last holds; it supersedes those approved before.
    private async Task<IReadOnlyList<DeterminationSummary>> Summaries(IReadOnlyList<Determination> found)
    {
        var ids = found.Select(d => d.Lease).Distinct().ToList();
        var approved = await All.Where(d => ids.Contains(d.Lease)
            && d.Decisions.Any(x => x.Kind == DecisionKind.Approved))
            .Select(d => new { d.Id, d.Lease, d.Decisions }).ToListAsync();
        var approvals = approved.Where(d => d.Decisions.All(x => x.Kind == DecisionKind.Approved))
            .Select(d => (d.Id, d.Lease, d.Decisions.First(x => x.Kind == DecisionKind.Approved).At))
            .ToLookup(d => d.Lease);
        var sold = await homes.Under(ids);
        return [.. found.Select(d => Summary(d, sold, approvals[d.Lease]
            .Where(a => a.Id != d.Id && Approval(d) is { } own && a.At > own.At).Select(a => (DateTime?)a.At).Min()))];
    }

    private DeterminationSummary Summary(
        Determination determination, IReadOnlyDictionary<DeterminationId, DateOnly> sold, DateTime? superseded) => new()
        {
            Id = determination.Id,
            Lease = determination.Lease,
            MaximumPrice = determination.MaximumPrice,
            AsOf = determination.AsOf,
            MadeAt = determination.MadeAt,
            MadeBy = determination.MadeBy,
            State = StateOf(determination),
            DecidedBy = Last(determination)?.By,
            ValidUntil = Approval(determination)?.ValidUntil,
            SupersededOn = superseded is { } at ? DayOf(at, acting) : null,
            SoldOn = sold.TryGetValue(determination.Id, out var day) ? day : null,
        };

    // Of two decisions in one instant the one that sets aside came later: nothing follows it.
    private static DeterminationDecision? Last(Determination determination) =>
        determination.Decisions.MaxBy(d => (d.At, d.Kind));

    private static DeterminationDecision? Approval(Determination determination) =>
        determination.Decisions.FirstOrDefault(d => d.Kind == DecisionKind.Approved);

    internal static DateOnly DayOf(DateTime instant, Acting acting) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, acting.Profile.Zone));
}
