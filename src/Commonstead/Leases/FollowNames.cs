using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Keeps the names and addresses in the list of leases as they are in the registers they come from.</summary>
internal sealed class FollowNames(TrustDb db, IPeople people) : IHandles<PersonRenamed>, IHandles<HomeChanged>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(PersonRenamed happened)
    {
        var held = await db.Set<Holding>().Where(h => h.Person == happened.Person).Select(h => h.Lease).Distinct()
            .ToListAsync();
        foreach (var lease in await db.Set<Lease>().Where(l => held.Contains(l.Id)).ToListAsync())
        {
            var holdings = await db.Set<Holding>().AsNoTracking().Where(h => h.Lease == lease.Id).ToListAsync();
            var last = holdings.Max(h => h.Until ?? DateOnly.MaxValue);
            var shown = holdings.Where(h => (h.Until ?? DateOnly.MaxValue) == last).OrderBy(h => h.Place).ToList();
            var names = await people.Names([.. shown.Select(h => h.Person)]);
            lease.HolderNames = Holders.Line(shown.Select(h =>
                h.Person == happened.Person ? happened.Name : names.GetValueOrDefault(h.Person, "?")));
            lease.RenewSearch();
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(HomeChanged happened)
    {
        foreach (var lease in await db.Set<Lease>().Where(l => l.Home == happened.Home.Id).ToListAsync())
        {
            (lease.HomeNumber, lease.HomeAddress) = (happened.Home.Number, happened.Home.Address);
            lease.RenewSearch();
        }

        return [];
    }
}
