using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>A new entry in the register of members.</summary>
public sealed class AdmitMemberInput
{
    /// <summary>The member, or who votes for the organisation.</summary>
    [Required(ErrorMessage = "Choose the person.")]
    [Display(Name = "Person")]
    public PersonId? Person { get; set; }

    /// <summary>The organisation that is the member.</summary>
    [Display(Name = "For an organization")]
    public OrganisationId? Organisation { get; set; }

    /// <summary>The code of the class.</summary>
    [Required(ErrorMessage = "Choose the class.")]
    [StringLength(ClassCode.Longest, ErrorMessage = "Choose one of the classes.")]
    [Display(Name = "Class")]
    public string Class { get; set; } = "";

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the day they became a member.")]
    [Display(Name = "Member since")]
    public DateOnly? JoinedOn { get; set; }

    /// <summary>How it came about.</summary>
    [Display(Name = "How they became a member")]
    [EnumDataType(typeof(MemberOrigin), ErrorMessage = "Choose how they became a member.")]
    public MemberOrigin Origin { get; set; }

    /// <summary>Shares held.</summary>
    [Range(0, 10_000_000, ErrorMessage = "Enter a number of shares from 0 to 10,000,000.")]
    [Display(Name = "Shares held")]
    public int Shares { get; set; }

    /// <summary>What was paid on them.</summary>
    [Display(Name = "Paid on the shares")]
    public Money? PaidOnShares { get; set; }
}

/// <summary>Why nobody is admitted.</summary>
public enum AdmitMemberRefusal
{
    /// <summary>The organisation stands in the register.</summary>
    [Says("Choose an organization of the register.", Field = nameof(AdmitMemberInput.Organisation))]
    OrganisationUnknown,

    /// <summary>Nobody becomes a member tomorrow.</summary>
    [Says("The day must not be in the future.", Field = nameof(AdmitMemberInput.JoinedOn))]
    JoinedInFuture,

    /// <summary>One member, one vote.</summary>
    [Says("{0} is a member already, with the number {1}.", Field = nameof(AdmitMemberInput.Person))]
    MemberAlready,

    /// <summary>The terms set an age.</summary>
    [Says("Members are at least {0} years old on the day they join.", Field = nameof(AdmitMemberInput.Person))]
    TooYoung,

    /// <summary>A society's member holds a share (2014 Act, s 30).</summary>
    [Says("Under the terms of that day every member holds at least one share.",
        Field = nameof(AdmitMemberInput.Shares))]
    ShareMissing,

    /// <summary>What is paid on shares is at least nothing.</summary>
    [Says("Enter what was paid on the shares as an amount of {0}, not below zero.",
        Field = nameof(AdmitMemberInput.PaidOnShares))]
    PaidNotAnAmount,
}

/// <summary>Enters a member in the register, as somebody who keeps it decided or found it.</summary>
[Needs(MembersPermission.Keep)]
[Does("Member admitted")]
public sealed class AdmitMember(
    TrustDb db, Acting acting, MemberRegister register, MemberRules rules, IOrganisations organisations)
    : IOperation<AdmitMemberInput, MemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(AdmitMemberInput input)
    {
        if (await rules.Person(input.Person) is not { } person) return MemberRefusal.PersonUnknown;
        var body = input.Organisation is { } organisation
            ? (await organisations.Names([organisation])).GetValueOrDefault(organisation) : null;
        if (input.Organisation is not null && body is null) return AdmitMemberRefusal.OrganisationUnknown;
        var joined = input.JoinedOn!.Value;
        if (joined > acting.Today) return AdmitMemberRefusal.JoinedInFuture;
        var terms = await register.TermsOn(joined);
        var name = body ?? person.Name;
        if (await Same(input.Organisation, person.Id, joined) is { } known)
            return new Refusal(AdmitMemberRefusal.MemberAlready, name, known);
        if (await rules.ClassFor(input.Class, body is null ? person.Id : null, name, joined) is { } misplaced)
            return misplaced;
        if (body is null && terms.MinimumAge is { } age && person.BornOn?.AddYears(age) > joined)
            return new Refusal(AdmitMemberRefusal.TooYoung, age);
        if (terms.SharePrice is not null && input.Shares < 1) return AdmitMemberRefusal.ShareMissing;
        if (input.PaidOnShares is { } paid && (paid.Minor < 0 || paid.Currency != acting.Profile.Currency))
            return new Refusal(AdmitMemberRefusal.PaidNotAnAmount, acting.Profile.Currency.Code);
        var member = new Member
        {
            Number = await rules.NextNumber(),
            Person = body is null ? person.Id : null,
            Organisation = input.Organisation,
            JoinedOn = joined,
            Origin = input.Origin,
            Shares = input.Shares,
            PaidOnShares = input.PaidOnShares,
        };
        member.Begin(input.Class, body is null ? null : person.Id);
        member.Call(name, body ?? person.SortName);
        db.Add(member);
        return member.Id;
    }

    // An entry that lasts, or that lasted on the day: two memberships of one member never overlap.
    private Task<int?> Same(OrganisationId? organisation, PersonId person, DateOnly day) => db.Set<Member>()
        .Where(m => organisation == null ? m.Person == person : m.Organisation == organisation)
        .Where(m => m.EndedOn == null || m.EndedOn > day)
        .Select(m => (int?)m.Number).FirstOrDefaultAsync();
}
