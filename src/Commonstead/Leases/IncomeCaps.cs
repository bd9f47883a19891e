using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Gathers what the lease and the subsidies of its home let a buyer's household earn.</summary>
internal sealed class IncomeCaps(TrustDb db, LeaseRegister leases, IOrganisations organisations) : IIncomeCaps
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<HomeIncomeCap>> CapsOn(
        LeaseId lease, DateOnly on, CancellationToken cancellation = default)
    {
        if (await leases.Lease(lease) is not { } found) return [];
        var caps = new List<HomeIncomeCap>();
        if (found.IncomeLimitPercent is { } own) caps.Add(new HomeIncomeCap($"Lease {found.Number}", own));
        var capped = await db.Set<Subsidy>().AsNoTracking()
            .Where(s => s.Home == found.Home && s.IncomeCapPercent != null)
            .OrderBy(s => s.On).ThenBy(s => s.Id).ToListAsync(cancellation);
        var binding = capped.Where(s => s.IsInForceOn(on)).ToList();
        var names = await organisations.Names([.. binding.Select(s => s.Organisation).OfType<OrganisationId>()]);
        caps.AddRange(binding.Select(s => new HomeIncomeCap(s.SourceName(names), s.IncomeCapPercent!.Value)));
        return caps;
    }
}
