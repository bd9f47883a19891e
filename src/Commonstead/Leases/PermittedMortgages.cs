using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Answers which permitted mortgages stand, as far as the actor may see their lease.</summary>
internal sealed class PermittedMortgages(TrustDb db, LeaseRegister leases) : IPermittedMortgages
{
    public async Task<IReadOnlyList<PermittedMortgage>> StandingOn(LeaseId lease, DateOnly day)
    {
        if (await leases.Lease(lease) is null) return [];
        var standing = await db.Set<Mortgage>().AsNoTracking()
            .Where(m => m.Lease == lease && m.MadeOn <= day && (m.ReleasedOn == null || m.ReleasedOn > day))
            .OrderBy(m => m.MadeOn).ThenBy(m => m.Id).ToListAsync();
        return standing.ConvertAll(m => new PermittedMortgage(m.Lender, m.Amount));
    }
}
