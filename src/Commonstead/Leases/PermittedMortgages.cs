using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>
/// Answers which permitted mortgages of the present owners stand, as far as the actor may see their lease.
/// </summary>
internal sealed class PermittedMortgages(TrustDb db, LeaseRegister leases) : IPermittedMortgages
{
    public async Task<IReadOnlyList<PermittedMortgage>> StandingOn(LeaseId lease, DateOnly day)
    {
        if (await leases.Lease(lease) is null) return [];
        var boughtOn = (await db.Set<Holding>().AsNoTracking().Where(h => h.Lease == lease).ToListAsync()).BoughtOn();
        var standing = await db.Set<Mortgage>().AsNoTracking()
            .Where(m => m.Lease == lease && m.MadeOn <= day && (m.ReleasedOn == null || m.ReleasedOn > day)
                && (boughtOn == null || m.MadeOn >= boughtOn))
            .OrderBy(m => m.MadeOn).ThenBy(m => m.Id).ToListAsync();
        return standing.ConvertAll(m => new PermittedMortgage(m.Lender, m.Amount));
    }
}
