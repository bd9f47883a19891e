using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>
/// Keeps the register as the registers of people and organisations are: names follow, and a person whose two entries
/// were merged stays one member, with one vote.
/// </summary>
internal sealed class FollowPeople(TrustDb db, IOrganisations organisations)
    : IHandles<PersonRenamed>, IHandles<PersonsMerged>, IHandles<OrganisationRenamed>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(PersonRenamed happened)
    {
        var touched = await db.Set<Member>()
            .Where(m => m.Person == happened.Person || m.Representative == happened.Person).ToListAsync();
        var names = await organisations.Names([.. touched.Select(m => m.Organisation).OfType<OrganisationId>()]);
        foreach (var member in touched)
        {
            // Erasing a former representative takes every text of the row; the organisation's name is none of theirs.
            if (member.Organisation is { } body) member.Call(names[body], names[body]);
            else member.Call(happened.Name, happened.SortName.Length > 0 ? happened.SortName : happened.Name);
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(PersonsMerged happened)
    {
        var entries = await db.Set<Member>().Where(m => m.EndedOn == null
            && (m.Person == happened.Duplicate || m.Person == happened.Kept)).ToListAsync();
        if (entries.Count < 2) return [];
        entries.Sort((one, other) => (one.JoinedOn, one.Number).CompareTo((other.JoinedOn, other.Number)));
        var first = entries[0];
        foreach (var other in entries.Skip(1))
        {
            first.TakeOver(other);
            other.End(other.JoinedOn, MemberEnd.Merged, null, first.Id);
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(OrganisationRenamed happened)
    {
        foreach (var member in await db.Set<Member>().Where(m => m.Organisation == happened.Organisation).ToListAsync())
            member.Call(happened.Name, happened.Name);
        return [];
    }
}
