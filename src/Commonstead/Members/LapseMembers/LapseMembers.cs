using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>The memberships that lapse today.</summary>
public sealed class LapseMembersInput
{
    /// <summary>How many lapse at once.</summary>
    public const int Most = 200;

    /// <summary>Those that were looked at and chosen.</summary>
    [MaxLength(Most, ErrorMessage = "Choose at most 200 at once.")]
    public IList<MemberId> Members { get; set; } = [];
}

/// <summary>Why nothing lapses.</summary>
public enum LapseMembersRefusal
{
    /// <summary>Somebody is chosen.</summary>
    [Says("Choose at least one membership.")]
    NobodyChosen,

    /// <summary>In many trusts, and in every society, membership never lapses for dues.</summary>
    [Says("Under the terms of membership nothing lapses.", Kind = RefusalKind.Conflict)]
    NothingLapses,

    /// <summary>Who has paid meanwhile stays.</summary>
    [Says("The dues of {0} are settled, or not open for long enough. Look at the list again.",
        Kind = RefusalKind.Conflict)]
    NotOpenLongEnough,
}

/// <summary>Lets memberships lapse that somebody looked at and the terms allow to lapse; nothing lapses by itself.
/// </summary>
[Needs(MembersPermission.Keep)]
[Does("Memberships lapsed")]
public sealed class LapseMembers(Acting acting, MemberRegister register, DuesBook dues, Events events)
    : IOperation<LapseMembersInput, Done>
{
    /// <inheritdoc/>
    public async Task<Outcome<Done>> Run(LapseMembersInput input)
    {
        if (input.Members.Count == 0) return LapseMembersRefusal.NobodyChosen;
        if ((await register.TermsOn(acting.Today)).LapseAfterMonths is null) return LapseMembersRefusal.NothingLapses;
        var ids = input.Members.Distinct().ToList();
        var lapsing = await (await dues.MayLapse()).Where(m => ids.Contains(m.Id)).ToListAsync();
        if (lapsing.Count < ids.Count)
        {
            var names = await register.Names([.. ids.Except(lapsing.Select(m => m.Id))]);
            return names.Count == 0 ? MemberRefusal.NoMember
                : new Refusal(LapseMembersRefusal.NotOpenLongEnough, names.Values.First());
        }

        foreach (var member in lapsing)
        {
            member.End(acting.Today, MemberEnd.Lapsed, null);
            if (member.Person is { } person
                && await events.Raise(new MembershipEnded(member.Id, person, acting.Today)) is { Count: > 0 } refused)
                return Outcome<Done>.Refused(refused);
        }

        return default(Done);
    }
}
