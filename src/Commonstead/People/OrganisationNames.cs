using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>
/// Names organisations for others, who say themselves who may see the record that names one: a leaseholder may not read
/// the register but sees who subsidised her home.
/// </summary>
internal sealed class OrganisationNames(TrustDb db) : IOrganisations
{
    public async Task<IReadOnlyDictionary<OrganisationId, string>> Names(IReadOnlyCollection<OrganisationId> ids) =>
        ids.Count == 0
            ? new Dictionary<OrganisationId, string>()
            : await db.Set<Organisation>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);

    public async Task<IReadOnlyDictionary<OrganisationId, string>> Reach(IReadOnlyCollection<OrganisationId> ids) =>
        ids.Count == 0
            ? new Dictionary<OrganisationId, string>()
            : await db.Set<Organisation>().Where(o => ids.Contains(o.Id) && o.Reach != null)
                .ToDictionaryAsync(o => o.Id, o => o.Reach!);

    public async Task<IReadOnlyList<OrganisationName>> All(int most) => await db.Set<Organisation>()
        .OrderBy(o => o.Name).Take(most).Select(o => new OrganisationName(o.Id, o.Name)).ToListAsync();
}
