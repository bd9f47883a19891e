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

    public async Task<DateOnly?> TogetherSince(PersonId one, PersonId other, DateOnly date)
    {
        var days = await (
            from first in db.Set<HouseholdMember>()
            join second in db.Set<HouseholdMember>() on first.Household equals second.Household
            where first.Person == one && second.Person == other
                && first.JoinedOn <= date && (first.LeftOn == null || first.LeftOn > date)
                && second.JoinedOn <= date && (second.LeftOn == null || second.LeftOn > date)
            select new { First = first.JoinedOn, Second = second.JoinedOn }).ToListAsync();
        return days.Count == 0 ? null : days.Min(d => d.First > d.Second ? d.First : d.Second);
    }
}
