using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>Another class for a member from a day on.</summary>
public sealed class ChangeClassInput : IMemberInput
{
    /// <inheritdoc/>
    public MemberId Member { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The code of the class.</summary>
    [Required(ErrorMessage = "Choose the class.")]
    [StringLength(ClassCode.Longest, ErrorMessage = "Choose one of the classes.")]
    [Display(Name = "Class")]
    public string Class { get; set; } = "";

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the day from which they belong to it.")]
    [Display(Name = "From")]
    public DateOnly? From { get; set; }
}

/// <summary>Why a class is not changed.</summary>
public enum ChangeClassRefusal
{
    /// <summary>A change changes something.</summary>
    [Says("They belong to this class already.", Field = nameof(ChangeClassInput.Class))]
    SameClass,

    /// <summary>What stands from a day on is not changed before it.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(ChangeClassInput.From))]
    DayNotUsable,
}

/// <summary>Moves a member to another class; rolls of earlier days keep the class of their day.</summary>
[Needs(MembersPermission.Keep)]
[Does("Class of a member changed")]
public sealed class ChangeClass(TrustDb db, Acting acting, MemberRules rules) : IOperation<ChangeClassInput, MemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(ChangeClassInput input)
    {
        var found = await rules.Open(input.Member, input.Version);
        if (!found.IsDone) return Outcome<MemberId>.Refused(found.Refusals);
        var (member, from) = (found.Value, input.From!.Value);
        if (member.Class == input.Class) return ChangeClassRefusal.SameClass;
        if (from < member.StandsSince || from > acting.Today)
            return new Refusal(ChangeClassRefusal.DayNotUsable, member.StandsSince);
        if (await rules.ClassFor(input.Class, member.Person, member.Name, from) is { } misplaced) return misplaced;
        if (member.Stand(from, input.Class, member.Representative) is { } before) db.Add(before);
        return member.Id;
    }
}
