using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>The refusals that what is done to members shares.</summary>
public enum MemberRefusal
{
    /// <summary>No such entry.</summary>
    [Says("There is no such member.", Kind = RefusalKind.NotFound)]
    NoMember,

    /// <summary>Nothing more is done to a membership that has ended.</summary>
    [Says("This membership has ended. Admit {0} anew if they come back.", Kind = RefusalKind.Conflict)]
    EndedAlready,

    /// <summary>Classes come from the terms, and not all of them have members.</summary>
    [Says("Choose a class that has members under the terms of that day.", Field = "Class")]
    ClassUnknown,

    /// <summary>The leaseholders' class is for those who hold a lease.</summary>
    [Says("{0} did not hold a lease of the trust on {1}, so this class is not theirs.", Field = "Class")]
    HoldsNoLease,

    /// <summary>Members and representatives are persons of the register.</summary>
    [Says("Choose a person of the register of people.", Field = "Person")]
    PersonUnknown,
}

/// <summary>What the operations on members look up and check alike.</summary>
public sealed class MemberRules(TrustDb db, IPeople people, ILeases leases, MemberRegister register)
{
    /// <summary>An open entry, tracked, of the version the actor saw.</summary>
    internal async Task<Outcome<Member>> Open(MemberId id, int version)
    {
        if (await db.Set<Member>().FirstOrDefaultAsync(m => m.Id == id) is not { } member)
            return MemberRefusal.NoMember;
        if (!member.IsOpen) return new Refusal(MemberRefusal.EndedAlready, member.Name);
        return member.Version == version ? member
            : Refusal.ChangedSince(member, version, $"the entry of member {member.Number}");
    }

    /// <summary>Whether a class may be somebody's on a day: why not, or null.</summary>
    /// <param name="code">The class.</param>
    /// <param name="person">The member, or null for an organisation.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="day">The day.</param>
    internal async Task<Refusal?> ClassFor(string? code, PersonId? person, string name, DateOnly day)
    {
        var terms = await register.TermsOn(day);
        if (terms.ClassOf(code) is not { } found) return new Refusal(MemberRefusal.ClassUnknown);
        if (found.Basis != ClassBasis.Leaseholders) return null;
        return person is { } holder && (await leases.EverHeldBy([holder])).Any(l => l.On(day)) ? null
            : new Refusal(MemberRefusal.HoldsNoLease, name, day);
    }

    /// <summary>A person of the register of people as it stands today, or null.</summary>
    internal async Task<PersonEntry?> Person(PersonId? id) => id is { } person && await people.Exists(person)
        ? (await people.Entries([person])).GetValueOrDefault(person) : null;

    /// <summary>The next number of the register.</summary>
    internal async Task<int> NextNumber() => 1 + (await db.Set<Member>().MaxAsync(m => (int?)m.Number) ?? 0);
}
