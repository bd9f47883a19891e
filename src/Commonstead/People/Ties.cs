using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>Gathers every tie of a person to the trust from the capabilities that know of them.</summary>
public sealed class Ties(TrustDb db, IEnumerable<IPersonTies> capabilities)
{
    /// <summary>The ties of a person, open ones first, then the latest.</summary>
    internal async Task<IReadOnlyList<PersonTie>> Of(PersonId person)
    {
        var ids = await SameAs(person);
        var ties = new List<PersonTie>();
        foreach (var capability in capabilities) ties.AddRange(await capability.Of(ids));
        return [.. ties.OrderByDescending(t => t.Until ?? DateOnly.MaxValue).ThenByDescending(t => t.From)];
    }

    /// <summary>A person's id with those of all entries that were merged into theirs.</summary>
    internal async Task<List<PersonId>> SameAs(PersonId person) =>
        [person, .. await db.Set<Person>().Where(p => p.MergedInto == person).Select(p => p.Id).ToListAsync()];
}

/// <summary>The ties that the register itself knows: households and organisations.</summary>
internal sealed class RegisterTies(TrustDb db, Acting acting) : IPersonTies
{
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var households = await (
            from member in db.Set<HouseholdMember>().AsNoTracking()
            join household in db.Set<Household>() on member.Household equals household.Id
            where ids.Contains(member.Person)
            select new { household.Id, household.Name, member.JoinedOn, member.LeftOn }).ToListAsync();
        var organisations = await (
            from contact in db.Set<OrganisationContact>().AsNoTracking()
            join organisation in db.Set<Organisation>() on contact.Organisation equals organisation.Id
            where ids.Contains(contact.Person)
            select new { organisation.Id, organisation.Name, contact.From, contact.Until }).ToListAsync();
        return
        [
            .. households.Select(h => new PersonTie(
                $"Member of the household {h.Name}", Link($"households/{h.Id}"), h.JoinedOn, h.LeftOn?.AddDays(-1))),
            .. organisations.Select(o => new PersonTie(
                $"Contact of {o.Name}", Link($"organisations/{o.Id}"), o.From, o.Until)),
        ];
    }

    // A person may read their own file, and not the register around it.
    private string? Link(string entry) => acting.Actor.May(PeoplePermission.See) ? "/people/" + entry : null;
}
