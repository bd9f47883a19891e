using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>A person who speaks for an organisation.</summary>
public sealed class NameContactInput
{
    /// <summary>The organisation.</summary>
    public OrganisationId Organisation { get; set; }

    /// <summary>The person.</summary>
    [Display(Name = "Person")]
    public PersonId Person { get; set; }

    /// <summary>What they do there.</summary>
    [StringLength(120, ErrorMessage = "This is longer than 120 characters."), Display(Name = "What they do there")]
    public string? Task { get; set; }
}

/// <summary>Why a contact person is not named.</summary>
public enum NameContactRefusal
{
    /// <summary>The register has no such person.</summary>
    [Says("Choose a person of the register.", Field = nameof(NameContactInput.Person))]
    NoSuchPerson,

    /// <summary>They are named already.</summary>
    [Says("They are a contact of this organization already.", Field = nameof(NameContactInput.Person))]
    NamedAlready,
}

/// <summary>Names a contact person of an organisation, from today.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Contact at an organisation named")]
public sealed class NameContact(TrustDb db, Acting acting) : IOperation<NameContactInput, OrganisationContactId>
{
    /// <inheritdoc/>
    public async Task<Outcome<OrganisationContactId>> Run(NameContactInput input)
    {
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == input.Organisation)) return CommonRefusal.NotFound;
        var known = db.Set<Person>().Where(p => p.Id == input.Person && p.MergedInto == null && p.ErasedOn == null);
        if (!await known.AnyAsync()) return NameContactRefusal.NoSuchPerson;
        var named = db.Set<OrganisationContact>()
            .Where(c => c.Organisation == input.Organisation && c.Person == input.Person && c.Until == null);
        if (await named.AnyAsync()) return NameContactRefusal.NamedAlready;
        var contact = new OrganisationContact
        {
            Organisation = input.Organisation,
            Person = input.Person,
            Task = Person.Tidy(input.Task),
            From = acting.Today,
        };
        db.Add(contact);
        return contact.Id;
    }
}

/// <summary>A contact person to end.</summary>
public sealed class EndContactInput
{
    /// <summary>The contact person.</summary>
    public OrganisationContactId Contact { get; set; }
}

/// <summary>Why a contact person is not ended.</summary>
public enum EndContactRefusal
{
    /// <summary>What has ended stays ended.</summary>
    [Says("They are no longer a contact of this organization.", Kind = RefusalKind.Conflict)]
    EndedAlready,
}

/// <summary>Says that a person speaks for an organisation until today and no longer.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Contact at an organisation ended")]
public sealed class EndContact(TrustDb db, Acting acting) : IOperation<EndContactInput, OrganisationContactId>
{
    /// <inheritdoc/>
    public async Task<Outcome<OrganisationContactId>> Run(EndContactInput input)
    {
        var contact = await db.Set<OrganisationContact>().FirstOrDefaultAsync(c => c.Id == input.Contact);
        if (contact is null) return CommonRefusal.NotFound;
        if (contact.Until is not null) return EndContactRefusal.EndedAlready;
        contact.Until = acting.Today;
        return contact.Id;
    }
}
