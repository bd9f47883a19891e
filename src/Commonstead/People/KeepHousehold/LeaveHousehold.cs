using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>A member who leaves a household.</summary>
public sealed class LeaveHouseholdInput
{
    /// <summary>The membership.</summary>
    [Display(Name = "Who leaves")]
    public HouseholdMemberId Member { get; set; }

    /// <summary>The first day they no longer belong.</summary>
    [Required(ErrorMessage = "Enter the first day they no longer belong to the household.")]
    [Display(Name = "No longer belongs from")]
    public DateOnly? LeftOn { get; set; }
}

/// <summary>Why a member does not leave.</summary>
public enum LeaveHouseholdRefusal
{
    /// <summary>What has ended stays ended.</summary>
    [Says("They have left this household already.", Field = nameof(LeaveHouseholdInput.Member))]
    LeftAlready,

    /// <summary>Nobody leaves before they come.</summary>
    [Says("They joined on {0}; they can only leave after that.", Field = nameof(LeaveHouseholdInput.LeftOn))]
    LeftBeforeJoining,
}

/// <summary>Ends a membership of a household from a date.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Person left a household")]
public sealed class LeaveHousehold(TrustDb db) : IOperation<LeaveHouseholdInput, HouseholdMemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<HouseholdMemberId>> Run(LeaveHouseholdInput input)
    {
        var member = await db.Set<HouseholdMember>().FirstOrDefaultAsync(m => m.Id == input.Member);
        if (member is null) return CommonRefusal.NotFound;
        if (member.LeftOn is not null) return LeaveHouseholdRefusal.LeftAlready;
        if (input.LeftOn <= member.JoinedOn)
            return new Refusal(LeaveHouseholdRefusal.LeftBeforeJoining, member.JoinedOn);
        member.LeftOn = input.LeftOn;
        return member.Id;
    }
}
