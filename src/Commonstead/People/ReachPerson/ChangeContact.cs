using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>What becomes of a way to reach a person.</summary>
public enum ContactChange
{
    /// <summary>The person prefers it from now on.</summary>
    Prefer,

    /// <summary>It is no longer in use.</summary>
    End,
}

/// <summary>A change to a way to reach a person.</summary>
public sealed class ChangeContactInput
{
    /// <summary>The contact point.</summary>
    public ContactPointId Contact { get; set; }

    /// <summary>What becomes of it.</summary>
    [EnumDataType(typeof(ContactChange), ErrorMessage = "Choose what becomes of it.")]
    public ContactChange Change { get; set; }
}

/// <summary>Why a way to reach a person is not changed.</summary>
public enum ChangeContactRefusal
{
    /// <summary>What has ended stays ended.</summary>
    [Says("This way to reach them is no longer in use. Add it again if it is.", Kind = RefusalKind.Conflict)]
    EndedAlready,
}

/// <summary>Has one way preferred, or ends it.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Way to reach a person changed")]
public sealed class ChangeContact(TrustDb db, Acting acting) : IOperation<ChangeContactInput, ContactPointId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ContactPointId>> Run(ChangeContactInput input)
    {
        var person = await db.Set<Person>().Include(p => p.Contacts)
            .FirstOrDefaultAsync(p => p.Contacts.Any(c => c.Id == input.Contact));
        if (person is null) return CommonRefusal.NotFound;
        var contact = person.Contacts.Single(c => c.Id == input.Contact);
        if (!contact.IsOpen) return ChangeContactRefusal.EndedAlready;
        if (input.Change == ContactChange.Prefer)
        {
            foreach (var one in person.Contacts) one.IsPreferred = one == contact;
        }
        else
        {
            (contact.EndedOn, contact.IsPreferred) = (acting.Today, false);
            person.Index();
        }

        return contact.Id;
    }
}
