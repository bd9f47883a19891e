using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>Who votes for an organisation from a day on.</summary>
public sealed class NameRepresentativeInput : IMemberInput
{
    /// <inheritdoc/>
    public MemberId Member { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The person.</summary>
    [Required(ErrorMessage = "Choose the person.")]
    [Display(Name = "Who votes for it")]
    public PersonId? Person { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the day from which they vote for it.")]
    [Display(Name = "From")]
    public DateOnly? From { get; set; }
}

/// <summary>Why nobody is named.</summary>
public enum NameRepresentativeRefusal
{
    /// <summary>A person votes for herself.</summary>
    [Says("This member is a person, who votes for herself.", Kind = RefusalKind.Conflict)]
    NotAnOrganisation,

    /// <summary>A change changes something.</summary>
    [Says("{0} votes for it already.", Field = nameof(NameRepresentativeInput.Person))]
    SamePerson,

    /// <summary>The present representative stands from a day on; what came before is past.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(NameRepresentativeInput.From))]
    DayNotUsable,
}

/// <summary>Names who votes for an organisation; who did before stays on earlier rolls.</summary>
[Needs(MembersPermission.Keep)]
[Does("Representative of a member named")]
public sealed class NameRepresentative(TrustDb db, Acting acting, MemberRules rules)
    : IOperation<NameRepresentativeInput, MemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(NameRepresentativeInput input)
    {
        var found = await rules.Open(input.Member, input.Version);
        if (!found.IsDone) return Outcome<MemberId>.Refused(found.Refusals);
        var (member, from) = (found.Value, input.From!.Value);
        if (member.Organisation is null) return NameRepresentativeRefusal.NotAnOrganisation;
        if (await rules.Person(input.Person) is not { } person) return MemberRefusal.PersonUnknown;
        if (member.Representative == person.Id)
            return new Refusal(NameRepresentativeRefusal.SamePerson, person.Name);
        if (from < member.StandsSince || from > acting.Today)
            return new Refusal(NameRepresentativeRefusal.DayNotUsable, member.StandsSince);
        if (member.Stand(from, member.Class, person.Id) is { } before) db.Add(before);
        return member.Id;
    }
}
