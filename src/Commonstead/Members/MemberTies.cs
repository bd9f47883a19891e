using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>A membership is a tie to the trust while it lasts, and so is voting for an organisation.</summary>
internal sealed class MemberTies(TrustDb db, Acting acting) : IPersonTies
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var maybe = ids.Select(id => (PersonId?)id).ToList();
        var own = await db.Set<Member>().AsNoTracking().Where(m => maybe.Contains(m.Person))
            .Select(m => new { m.Id, m.Number, m.JoinedOn, m.EndedOn }).ToListAsync();
        var represents = await db.Set<Member>().AsNoTracking().Where(m => maybe.Contains(m.Representative))
            .Select(m => new { m.Id, m.Name, m.StandsSince, m.EndedOn }).ToListAsync();
        var represented = await (
            from spell in db.Set<MemberSpell>().AsNoTracking()
            join member in db.Set<Member>() on spell.Member equals member.Id
            where maybe.Contains(spell.Representative)
            select new { member.Id, member.Name, spell.From, spell.Until }).ToListAsync();
        return
        [
            .. own.Select(m => new PersonTie(
                m.EndedOn is null ? $"Member {m.Number} of the trust" : $"Was member {m.Number} of the trust",
                Link(m.Id), m.JoinedOn, m.EndedOn?.AddDays(-1))),
            .. represents.Select(m => new PersonTie(
                $"Votes for the member {m.Name}", Link(m.Id), m.StandsSince, m.EndedOn?.AddDays(-1))),
            .. represented.Select(m => new PersonTie(
                $"Voted for the member {m.Name}", Link(m.Id), m.From, m.Until)),
        ];
    }

    private string? Link(MemberId member) => acting.Actor.May(MembersPermission.See) ? $"/members/{member}" : null;
}
