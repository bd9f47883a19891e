using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>Enters organisations on behalf of other capabilities' operations.</summary>
internal sealed class NewOrganisations(TrustDb db) : INewOrganisations
{
    /// <inheritdoc/>
    public async Task<OrganisationId> Named(string name, string? reach)
    {
        var tidy = name.Trim();
        if (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Name == tidy) is { } known) return known.Id;
        var entry = new Organisation
        {
            Name = tidy,
            Kind = OrganisationKind.Community,
            Reach = Person.Tidy(reach),
            Search = SearchText.Of(tidy, reach),
        };
        db.Add(entry);
        return entry.Id;
    }
}
