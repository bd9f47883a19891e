using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>That a membership ended.</summary>
public sealed class EndMembershipInput : IMemberInput
{
    /// <inheritdoc/>
    public MemberId Member { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The first day on which they no longer are a member.</summary>
    [Required(ErrorMessage = "Enter the day from which they no longer are a member.")]
    [Display(Name = "No longer a member from")]
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why it ended"), EnumDataType(typeof(MemberEnd), ErrorMessage = "Choose why it ended.")]
    public MemberEnd Reason { get; set; }

    /// <summary>More about it.</summary>
    [StringLength(500, ErrorMessage = "The note is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "More about it")]
    public string? Note { get; set; }
}

/// <summary>Why a membership is not ended.</summary>
public enum EndMembershipRefusal
{
    /// <summary>Within the membership, and not ahead.</summary>
    [Says("Enter a day after {0} and not in the future.", Field = nameof(EndMembershipInput.On))]
    DayNotUsable,

    /// <summary>Lapsing and merging have their own ways, with their own checks.</summary>
    [Says("Memberships lapse, merge and end with a lease by themselves. Choose another reason.",
        Field = nameof(EndMembershipInput.Reason))]
    NotByHand,

    /// <summary>Who is removed may ask why.</summary>
    [Says("Say who decided to remove them, when and why.", Field = nameof(EndMembershipInput.Note))]
    NoteMissing,
}

/// <summary>Ends a membership: somebody resigned, died, or was removed by a decision.</summary>
[Needs(MembersPermission.Keep)]
[Does("Membership ended")]
public sealed class EndMembership(Acting acting, MemberRules rules, Events events)
    : IOperation<EndMembershipInput, MemberId>
{
    /// <summary>The reasons that somebody may give.</summary>
    internal static IReadOnlyList<MemberEnd> Reasons { get; } =
        [MemberEnd.Resigned, MemberEnd.Died, MemberEnd.Removed];

    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(EndMembershipInput input)
    {
        var found = await rules.Open(input.Member, input.Version);
        if (!found.IsDone) return Outcome<MemberId>.Refused(found.Refusals);
        var (member, on) = (found.Value, input.On!.Value);
        if (on <= member.StandsSince || on > acting.Today)
            return new Refusal(EndMembershipRefusal.DayNotUsable, member.StandsSince);
        if (!Reasons.Contains(input.Reason)) return EndMembershipRefusal.NotByHand;
        if (input.Reason == MemberEnd.Removed && string.IsNullOrWhiteSpace(input.Note))
            return EndMembershipRefusal.NoteMissing;
        member.End(on, input.Reason, input.Note);
        if (member.Person is { } person
            && await events.Raise(new MembershipEnded(member.Id, person, on)) is { Count: > 0 } refused)
            return Outcome<MemberId>.Refused(refused);
        return member.Id;
    }
}
