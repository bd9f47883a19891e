using Commonstead.Land;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Says on the pages of land who leases a home today.</summary>
internal sealed class LeaseNotes(LeaseRegister leases, Acting acting) : IHomeNotes
{
    public async Task<ILookup<HomeId, HomeNote>> Of(IReadOnlyCollection<HomeId> homes)
    {
        var today = acting.Today;
        var inForce = await leases.Leases
            .Where(l => homes.Contains(l.Home) && l.Standing == LeaseStanding.InForce && l.StartsOn <= today)
            .OrderBy(l => l.Number).Select(l => new { l.Id, l.Home, l.Number, l.HolderNames }).ToListAsync();
        return inForce.ToLookup(
            l => l.Home, l => new HomeNote("Lease {0}: {1}", $"/leases/{l.Id}", l.Number, l.HolderNames));
    }
}
