using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>A person who joins a household.</summary>
public sealed class JoinHouseholdInput
{
    /// <summary>The household.</summary>
    public HouseholdId Household { get; set; }

    /// <summary>The person.</summary>
    [Display(Name = "Person")]
    public PersonId Person { get; set; }

    /// <summary>The first day they belong.</summary>
    [Required(ErrorMessage = "Enter the first day they belong to the household.")]
    [Display(Name = "Belongs to it from")]
    public DateOnly? JoinedOn { get; set; }
}

/// <summary>Why a person does not join a household.</summary>
public enum JoinHouseholdRefusal
{
    /// <summary>The register has no such person.</summary>
    [Says("Choose a person of the register.", Field = nameof(JoinHouseholdInput.Person))]
    NoSuchPerson,

    /// <summary>Nobody counts twice.</summary>
    [Says("They belong to this household on that day already.", Field = nameof(JoinHouseholdInput.Person))]
    MemberAlready,
}

/// <summary>Puts a person into a household from a date.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Person joined a household")]
public sealed class JoinHousehold(TrustDb db) : IOperation<JoinHouseholdInput, HouseholdMemberId>
{
    /// <inheritdoc/>
    public async Task<Outcome<HouseholdMemberId>> Run(JoinHouseholdInput input)
    {
        var from = input.JoinedOn!.Value;
        if (!await db.Set<Household>().AnyAsync(h => h.Id == input.Household)) return CommonRefusal.NotFound;
        var known = db.Set<Person>().Where(p => p.Id == input.Person && p.MergedInto == null && p.ErasedOn == null);
        if (!await known.AnyAsync()) return JoinHouseholdRefusal.NoSuchPerson;
        var earlier = db.Set<HouseholdMember>()
            .Where(m => m.Household == input.Household && m.Person == input.Person);
        if (await earlier.AnyAsync(m => m.LeftOn == null || m.LeftOn > from)) return JoinHouseholdRefusal.MemberAlready;
        var member = new HouseholdMember { Household = input.Household, Person = input.Person, JoinedOn = from };
        db.Add(member);
        return member.Id;
    }
}
