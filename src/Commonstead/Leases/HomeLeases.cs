using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>What a home's page shows of its leases and of the subsidies in it.</summary>
/// <param name="Leases">The leases of the home, the latest first.</param>
/// <param name="Subsidies">The subsidies in the home, the oldest first.</param>
/// <param name="Sources">Who gave them.</param>
/// <param name="Today">Today.</param>
public sealed record HomeLeases(
    IReadOnlyList<Lease> Leases, IReadOnlyList<Subsidy> Subsidies,
    IReadOnlyDictionary<OrganisationId, string> Sources, DateOnly Today);

/// <summary>Shows a home's leases and subsidies on its page.</summary>
internal sealed class HomeLeasesPanel(
    TrustDb db, Acting acting, LeaseRegister leases, IOrganisations organisations) : IHomePanel
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<HomePanel?> For(HomeId home)
    {
        if (!acting.Actor.May(LeasePermission.SeeAll)) return null;
        var subsidies = await db.Set<Subsidy>().AsNoTracking().Where(s => s.Home == home)
            .OrderBy(s => s.On).ThenBy(s => s.Id).ToListAsync();
        return new HomePanel("/Leases/_HomeLeases.cshtml", new HomeLeases(
            await leases.Leases.Where(l => l.Home == home).OrderByDescending(l => l.StartsOn).ToListAsync(),
            subsidies,
            await organisations.Names([.. subsidies.Select(s => s.Organisation).OfType<OrganisationId>()]),
            acting.Today));
    }
}
