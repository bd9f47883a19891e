using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>
/// Follows the leases where the terms say so: whoever holds one is a member by it, in the leaseholders' class, from the
/// first day to the last. Whoever was a member before moves to that class, and back when the lease ends.
/// </summary>
internal sealed class FollowLeases(
    TrustDb db, MemberRegister register, MemberRules rules, IPeople people, ILeases leases) : IHandles<HoldersChanged>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(HoldersChanged happened)
    {
        var versions = await register.Versions();
        var ids = happened.Standings.Select(s => s.Person).Distinct().ToList();
        var entries = await people.Entries(ids);
        var known = new List<Member>();
        await foreach (var member in ids.InRounds(some => Among(some))) known.Add(member);
        var byPerson = known.ToLookup(m => m.Person!.Value);
        var next = await rules.NextNumber();
        foreach (var held in happened.Standings.OrderBy(s => s.From))
        {
            var terms = versions.On(held.From);
            if (held.Until is not null)
            {
                await Ends(held, versions.On(held.Until.Value), byPerson[held.Person], happened);
                continue;
            }

            if (!terms.LeaseholdersByLease || terms.LeaseholdersClass is not { } memberClass) continue;
            if (!entries.TryGetValue(held.Person, out var entry)) continue;
            if (Begins(held, memberClass, byPerson[held.Person])) continue;
            var member = new Member
            {
                Number = next++,
                Person = held.Person,
                JoinedOn = held.From,
                Origin = MemberOrigin.Lease,
                Lease = held.Lease,
            };
            member.Begin(memberClass, null);
            member.Call(entry.Name, entry.SortName);
            db.Add(member);
        }

        return [];
    }

    private IQueryable<Member> Among(IReadOnlyCollection<PersonId> persons)
    {
        var maybe = persons.Select(id => (PersonId?)id).ToList();
        return db.Set<Member>().Where(m => maybe.Contains(m.Person));
    }

    // True when an entry there is now stands for the lease.
    private bool Begins(HolderStanding held, string memberClass, IEnumerable<Member> entries)
    {
        var all = entries.ToList();
        if (all.Find(m => m.EndReason == MemberEnd.LeaseEnded && m.Lease == held.Lease && m.JoinedOn <= held.From
            && m.EndedOn > held.From) is { } ended && !all.Exists(m => m.IsOpen))
        {
            ended.Reopen();
            return true;
        }

        if (all.Find(m => m.IsOpen) is not { } member)
        {
            // A lease of former years never overlaps an entry of the same years.
            return all.Exists(m => m.EndedOn > held.From);
        }

        member.Lease ??= held.Lease;
        if (member.Class == memberClass) return true;
        var from = held.From < member.StandsSince ? member.StandsSince : held.From;
        if (member.Stand(from, memberClass, null) is { } before) db.Add(before);
        return true;
    }

    private async Task Ends(
        HolderStanding held, MembershipTerms terms, IEnumerable<Member> entries, HoldersChanged happened)
    {
        var after = held.Until!.Value.AddDays(1);
        var member = entries.FirstOrDefault(m => m.IsOpen && (m.Lease == held.Lease
            || (m.Lease is null && terms.ClassOf(m.Class)?.Basis == ClassBasis.Leaseholders)));
        if (member is null) return;
        var other = (await leases.EverHeldBy([held.Person]))
            .Where(l => l.Lease != held.Lease && (l.Until is null || l.Until >= after))
            .Select(l => (LeaseId?)l.Lease).FirstOrDefault()
            ?? happened.Standings.FirstOrDefault(s => s.Person == held.Person && s.Lease != held.Lease
                && s.Until is null)?.Lease;
        member.Lease = other;
        if (other is not null) return;
        if (member.Origin == MemberOrigin.Lease || terms.OpenClasses.FirstOrDefault() is not { } open)
        {
            member.Lease = held.Lease;
            member.End(after < member.JoinedOn ? member.JoinedOn : after, MemberEnd.LeaseEnded, null);
            return;
        }

        if (member.Stand(after < member.StandsSince ? member.StandsSince : after, open.Code, null) is { } before)
            db.Add(before);
    }
}
