using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>
/// Reads leases, as far as an actor may see them: staff see all, a leaseholder the ones she holds today.
/// </summary>
public sealed class LeaseRegister(
    TrustDb db, Acting acting, ILand land, IPeople people, IOrganisations organisations, IRuleBook rules,
    IAreas areas) : ILeases
{
    /// <summary>The leases the actor may see.</summary>
    internal IQueryable<Lease> Leases => VisibleTo(acting.Actor);

    /// <inheritdoc/>
    public async Task<LeaseTerms?> Terms(LeaseId id)
    {
        if (await Lease(id) is not { } lease) return null;
        var homes = await land.Homes([lease.Home]);
        return homes.TryGetValue(lease.Home, out var home) ? TermsOf(lease, home, await Parts(id)) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LeaseTerms>> InForce(int most)
    {
        var today = acting.Today;
        var leases = await Leases
            .Where(l => l.Standing == LeaseStanding.InForce && l.StartsOn <= today && l.EndsOn >= today)
            .OrderBy(l => l.Number).Take(most).ToListAsync();
        var ids = leases.ConvertAll(l => l.Id);
        var homes = await land.Homes([.. leases.Select(l => l.Home)]);
        var holdings = (await db.Set<Holding>().AsNoTracking().Where(h => ids.Contains(h.Lease))
            .OrderBy(h => h.From).ThenBy(h => h.Place).ToListAsync()).ToLookup(h => h.Lease);
        var facts = (await db.Set<LeaseFact>().AsNoTracking().Where(f => ids.Contains(f.Lease))
            .OrderBy(f => f.LearnedAt).ThenBy(f => f.Id).ToListAsync()).ToLookup(f => f.Lease);
        var fees = (await db.Set<LeaseFee>().AsNoTracking().Where(f => ids.Contains(f.Lease))
            .OrderBy(f => f.From).ToListAsync()).ToLookup(f => f.Lease);
        return
        [
            .. leases.Where(l => homes.ContainsKey(l.Home)).Select(l => TermsOf(l, homes[l.Home],
                new LeaseParts([.. holdings[l.Id]], [.. facts[l.Id]], [.. fees[l.Id]]))),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LeaseId, LeaseName>> Names(IReadOnlyCollection<LeaseId> ids) =>
        await Leases.Where(l => ids.Contains(l.Id))
            .Select(l => new LeaseName(l.Id, l.Number, l.Home, l.HomeAddress))
            .ToDictionaryAsync(l => l.Id);

    /// <inheritdoc/>
    public Task<bool> IsNumberTaken(string number) => db.Set<Lease>().Called(l => l.Number, [number]).AnyAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LeaseId>> HeldBy(PersonId person)
    {
        var today = acting.Today;
        return await Leases
            .Where(l => l.Standing != LeaseStanding.Void && db.Set<Holding>().Any(h =>
                h.Lease == l.Id && h.Person == person && h.From <= today && (h.Until == null || h.Until >= today)))
            .OrderBy(l => l.Number).Select(l => l.Id).ToListAsync();
    }

    /// <inheritdoc/>
    public async Task<LeaseName?> NameEverHeld(LeaseId id)
    {
        if ((await Names([id])).GetValueOrDefault(id) is { } seen) return seen;
        if (!acting.Actor.May(LeasePermission.SeeOwn) || acting.Actor.Person is not { } person) return null;
        return (await EverHeldBy([new PersonId(person)])).Any(held => held.Lease == id)
            ? await db.Set<Lease>().Where(l => l.Id == id)
                .Select(l => new LeaseName(l.Id, l.Number, l.Home, l.HomeAddress)).FirstAsync()
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LeaseHeld>> EverHeldBy(IReadOnlyCollection<PersonId> persons) => await (
        from holding in db.Set<Holding>().AsNoTracking()
        join lease in db.Set<Lease>() on holding.Lease equals lease.Id
        where persons.Contains(holding.Person) && lease.Standing != LeaseStanding.Void
            && (holding.Until == null || holding.Until >= holding.From)
        orderby holding.From
        select new LeaseHeld(lease.Id, lease.Number, holding.From, holding.Until, holding.EndedBy)).ToListAsync();

    /// <summary>The trust's deadlines under its leases.</summary>
    internal async Task<LeaseSettings> Settings() =>
        await db.Set<LeaseSettings>().AsNoTracking().FirstOrDefaultAsync() ?? new LeaseSettings();

    /// <summary>One lease, or null.</summary>
    internal Task<Lease?> Lease(LeaseId id) => Leases.FirstOrDefaultAsync(l => l.Id == id);

    /// <summary>One transfer, or null.</summary>
    internal async Task<Transfer?> Transfer(TransferId id) =>
        await db.Set<Transfer>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id) is { } transfer
            && await Leases.AnyAsync(l => l.Id == transfer.Lease)
            ? transfer
            : null;

    /// <summary>One correction, or null.</summary>
    internal async Task<Correction?> Correction(CorrectionId id) =>
        await db.Set<Correction>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id) is { } correction
            && await Leases.AnyAsync(l => l.Id == correction.Lease)
            ? correction
            : null;

    /// <summary>A lease with everything its page shows, or null.</summary>
    internal async Task<LeaseView?> View(LeaseId id)
    {
        if (await Lease(id) is not { } lease) return null;
        var homes = await land.Homes([lease.Home]);
        if (!homes.TryGetValue(lease.Home, out var home)) return null;
        var (parts, history) = (await Parts(id), await History(lease));
        return OwnersTime.Of(new LeaseView
        {
            Lease = lease,
            Home = home,
            Parts = parts,
            History = history,
            Names = await people.Names([.. parts.Holdings.Select(h => h.Person).Distinct()]),
            Sources = await organisations.Names(
                [.. history.Subsidies.Select(s => s.Organisation).OfType<OrganisationId>()]),
            Rule = lease.RuleHash is { } hash ? await rules.Document(hash) : null,
            Today = acting.Today,
            IsStaff = acting.Actor.May(LeasePermission.SeeAll),
            Areas = await areas.Named(AreasOf(lease, parts, history)),
            Currency = acting.Profile.Currency,
            Zone = acting.Profile.Zone,
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<LeaseId, DateOnly>> AssignedOn(IReadOnlyCollection<LeaseId> ids)
    {
        var holdings = await db.Set<Holding>().AsNoTracking()
            .Where(h => ids.Contains(h.Lease) && h.BegunBy != null).ToListAsync();
        return holdings.GroupBy(h => h.Lease).Where(g => g.SoldOn() is not null)
            .ToDictionary(g => g.Key, g => g.SoldOn()!.Value);
    }

    private static IEnumerable<string?> AreasOf(Lease lease, LeaseParts parts, LeaseHistory history) =>
        parts.Facts.Select(f => f.Text).Concat(history.Corrections.SelectMany(c => new[] { c.OldText, c.NewText }))
            .Append(lease.Area);

    /// <summary>What belongs to a lease that the actor may see.</summary>
    internal async Task<LeaseParts> Parts(LeaseId id) => new(
        await db.Set<Holding>().AsNoTracking().Where(h => h.Lease == id)
            .OrderBy(h => h.From).ThenBy(h => h.Place).ToListAsync(),
        await db.Set<LeaseFact>().AsNoTracking().Where(f => f.Lease == id)
            .OrderBy(f => f.LearnedAt).ThenBy(f => f.Id).ToListAsync(),
        await db.Set<LeaseFee>().AsNoTracking().Where(f => f.Lease == id).OrderBy(f => f.From).ToListAsync());

    /// <summary>What happened under a lease that the actor may see.</summary>
    internal async Task<LeaseHistory> History(Lease lease)
    {
        var id = lease.Id;
        var lastDay = lease.EndedOn ?? DateOnly.MaxValue;
        var inHome = await db.Set<Subsidy>().AsNoTracking().Where(s => s.Home == lease.Home)
            .OrderBy(s => s.On).ThenBy(s => s.Id).ToListAsync();
        return new LeaseHistory(
            await db.Set<Correction>().AsNoTracking().Where(c => c.Lease == id).OrderBy(c => c.ProposedAt)
                .ToListAsync(),
            await db.Set<Mortgage>().AsNoTracking().Where(m => m.Lease == id).OrderBy(m => m.MadeOn).ToListAsync(),
            await db.Set<Improvement>().AsNoTracking().Where(i => i.Lease == id).OrderBy(i => i.NoticeOn).ToListAsync(),
            await db.Set<LeaseNotice>().AsNoTracking().Where(n => n.Lease == id).OrderBy(n => n.On).ToListAsync(),
            await db.Set<Renewal>().AsNoTracking().Where(r => r.Lease == id).OrderBy(r => r.NoticeOn).ToListAsync(),
            [.. inHome.Where(s => s.Lease == id || s.TouchesPeriod(lease.StartsOn, lastDay))],
            await db.Set<DefaultNotice>().AsNoTracking().Where(d => d.Lease == id).OrderBy(d => d.ReceivedOn)
                .ToListAsync(),
            await db.Set<Transfer>().AsNoTracking().Include(t => t.Steps).Where(t => t.Lease == id)
                .OrderBy(t => t.HappenedOn).ToListAsync(),
            await db.Set<Purchase>().AsNoTracking().Include(p => p.Sources).Where(p => p.Lease == id)
                .OrderBy(p => p.On).ThenBy(p => p.StatedAt).ToListAsync());
    }

    private IQueryable<Lease> VisibleTo(Actor actor)
    {
        var leases = db.Set<Lease>().AsNoTracking();
        if (actor.May(LeasePermission.SeeAll)) return leases;
        if (!actor.May(LeasePermission.SeeOwn) || actor.Person is not { } key) return leases.Where(_ => false);
        var (person, today) = (new PersonId(key), acting.Today);
        return leases.Where(l => l.Standing != LeaseStanding.Void && db.Set<Holding>().Any(h =>
            h.Lease == l.Id && h.Person == person && h.From <= today && (h.Until == null || h.Until >= today)));
    }

    private LeaseTerms TermsOf(Lease lease, HomeSummary home, LeaseParts parts) => new()
    {
        Id = lease.Id,
        Number = lease.Number,
        Instrument = lease.Instrument,
        Home = home,
        StartsOn = lease.StartsOn,
        EndsOn = lease.EndsOn,
        EndedOn = lease.EndedOn,
        RuleHash = lease.RuleHash,
        Facts = parts.FactsOn(acting.Today).ToDictionary(
            f => f.Name, f => new StatedFact(f.Text, f.Source), StringComparer.Ordinal),
        Holders = [.. parts.HoldersOn(acting.Today).Select(h => h.Person)],
        IncomeLimitPercent = lease.IncomeLimitPercent,
        Area = lease.Area,
        TransferFeePercent = lease.TransferFeePercent,
        AppraisalBasis = lease.AppraisalBasis,
        FeeAMonth = parts.FeeOn(acting.Today)?.AMonth,
    };
}

/// <summary>What belongs to a lease.</summary>
/// <param name="Holdings">Who held it and holds it, from the first.</param>
/// <param name="Facts">Everything stated about it, in the order the trust learned it.</param>
/// <param name="Fees">The versions of its fee, from the first.</param>
internal sealed record LeaseParts(
    IReadOnlyList<Holding> Holdings, IReadOnlyList<LeaseFact> Facts, IReadOnlyList<LeaseFee> Fees)
{
    /// <summary>The holdings of a day.</summary>
    public IEnumerable<Holding> HoldersOn(DateOnly day) => Holdings.Where(h => h.IsOn(day));

    /// <summary>The facts that stand, by name; of several with one name the latest that holds on the day.</summary>
    public IEnumerable<LeaseFact> FactsOn(DateOnly day) => Facts
        .Where(f => f.SupersededAt is null && f.HoldsFrom <= day)
        .GroupBy(f => f.Name, StringComparer.Ordinal)
        .Select(g => g.MaxBy(f => f.HoldsFrom)!)
        .OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>The fee of a day, or null.</summary>
    public LeaseFee? FeeOn(DateOnly day) => Fees.LastOrDefault(f => f.From <= day);
}

/// <summary>What happened under a lease.</summary>
/// <param name="Corrections">Corrections, from the first proposed.</param>
/// <param name="Mortgages">Loans permitted.</param>
/// <param name="Improvements">Works noticed.</param>
/// <param name="Notices">Notices sent and received.</param>
/// <param name="Renewals">Renewals of the term.</param>
/// <param name="Subsidies">Subsidies that were in its home during its time.</param>
/// <param name="Defaults">Notices of default.</param>
/// <param name="Transfers">Transfers without a sale.</param>
/// <param name="Purchases">How the home was paid for.</param>
internal sealed record LeaseHistory(
    IReadOnlyList<Correction> Corrections, IReadOnlyList<Mortgage> Mortgages, IReadOnlyList<Improvement> Improvements,
    IReadOnlyList<LeaseNotice> Notices, IReadOnlyList<Renewal> Renewals, IReadOnlyList<Subsidy> Subsidies,
    IReadOnlyList<DefaultNotice> Defaults, IReadOnlyList<Transfer> Transfers, IReadOnlyList<Purchase> Purchases);
