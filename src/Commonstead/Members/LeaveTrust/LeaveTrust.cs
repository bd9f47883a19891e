using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>That a member leaves.</summary>
public sealed class LeaveTrustInput
{
    /// <summary>The membership.</summary>
    public MemberId Member { get; set; }

    /// <summary>That she means it.</summary>
    [Display(Name = "I want to leave the trust, from today")]
    public bool IsMeant { get; set; }
}

/// <summary>Why a member does not leave.</summary>
public enum LeaveTrustRefusal
{
    /// <summary>Nobody leaves by mistake.</summary>
    [Says("Say that you want to leave.", Field = nameof(LeaveTrustInput.IsMeant))]
    NotMeant,

    /// <summary>An organisation leaves by its own decision, which the trust is told.</summary>
    [Says("An organization leaves by its own decision. Write to the trust.", Kind = RefusalKind.Conflict)]
    OfAnOrganisation,

    /// <summary>Who is a member by a lease stays one with it.</summary>
    [Says("You are a member by your lease, and stay one for as long as you hold it.", Kind = RefusalKind.Conflict)]
    ByLease,
}

/// <summary>Ends one's own membership, from today.</summary>
[Needs(MembersPermission.Own)]
[Does("A member left")]
public sealed class LeaveTrust(TrustDb db, Acting acting, Events events) : IOperation<LeaveTrustInput, MemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(LeaveTrustInput input)
    {
        if (!input.IsMeant) return LeaveTrustRefusal.NotMeant;
        PersonId? own = acting.Actor.Person is { } id ? new PersonId(id) : null;
        var member = await db.Set<Member>().FirstOrDefaultAsync(m => m.Id == input.Member && own != null
            && (m.Person == own || m.Representative == own));
        if (member is null) return MemberRefusal.NoMember;
        if (!member.IsOpen) return new Refusal(MemberRefusal.EndedAlready, member.Name);
        if (member.Organisation is not null) return LeaveTrustRefusal.OfAnOrganisation;
        if (member.Origin == MemberOrigin.Lease) return LeaveTrustRefusal.ByLease;
        member.End(acting.Today, MemberEnd.Resigned, null);
        return await events.Raise(new MembershipEnded(member.Id, own!.Value, acting.Today)) is { Count: > 0 } refused
            ? Outcome<MemberId>.Refused(refused) : member.Id;
    }
}
