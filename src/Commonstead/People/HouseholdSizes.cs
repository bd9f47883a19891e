using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>Counts who belongs to a household on a date.</summary>
internal sealed class HouseholdSizes(TrustDb db) : IHouseholds
{
    public async Task<int?> SizeOn(HouseholdId household, DateOnly date)
    {
        var found = await db.Set<Household>().AsNoTracking().Include(h => h.Members)
            .FirstOrDefaultAsync(h => h.Id == household);
        return found?.SizeOn(date);
    }

    public async Task<HouseholdOf?> Of(PersonId person, DateOnly date)
    {
        var found = await db.Set<Household>().AsNoTracking().Include(h => h.Members)
            .Where(h => h.Members.Any(
                m => m.Person == person && m.JoinedOn <= date && (m.LeftOn == null || m.LeftOn > date)))
            .OrderBy(h => h.Id).FirstOrDefaultAsync();
        return found is null ? null : new HouseholdOf(found.Id, found.Name, found.SizeOn(date));
    }
}
