using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>What a person's entry should say.</summary>
public sealed class CorrectPersonInput : PersonFacts
{
    /// <summary>The person.</summary>
    public PersonId Person { get; set; }

    /// <summary>The version of the entry that was looked at.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Open the form again.")]
    public int Version { get; set; }
}

/// <summary>Why a person's entry is not corrected.</summary>
public enum CorrectPersonRefusal
{
    /// <summary>Nobody is born tomorrow, or 130 years ago and alive.</summary>
    [Says("Check the date of birth: it must be between 130 years ago and today.",
        Field = nameof(CorrectPersonInput.BornOn))]
    BirthDateUnlikely,

    /// <summary>What is merged or erased has nothing left to correct.</summary>
    [Says("This entry was merged into another or erased. It cannot be corrected any more.",
        Kind = RefusalKind.Conflict)]
    NoLongerKept,
}

/// <summary>Corrects a person's entry; lists of others that hold the name follow.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Facts about a person corrected")]
public sealed class CorrectPerson(TrustDb db, Acting acting, Events events)
    : IOperation<CorrectPersonInput, PersonId>
{
    /// <inheritdoc/>
    public async Task<Outcome<PersonId>> Run(CorrectPersonInput input)
    {
        var persons = db.Set<Person>().Include(p => p.Contacts);
        if (await persons.FirstOrDefaultAsync(p => p.Id == input.Person) is not { } person)
            return CommonRefusal.NotFound;
        if (person.MergedInto is not null || person.ErasedOn is not null) return CorrectPersonRefusal.NoLongerKept;
        if (person.Version != input.Version)
            return Refusal.ChangedSince(person, input.Version, "the entry");

        if (!AddPerson.IsLikely(input.BornOn, acting.Today)) return CorrectPersonRefusal.BirthDateUnlikely;
        var name = person.Name;
        person.Call(input.GivenName, input.FamilyName);
        person.AddressedAs = Person.Tidy(input.AddressedAs);
        person.BornOn = input.BornOn;
        person.Index();
        if (person.Name == name) return person.Id;
        return await events.Raise(new PersonRenamed(person.Id, person.Name, person.SortName))
            is { Count: > 0 } refused
            ? Outcome<PersonId>.Refused(refused)
            : person.Id;
    }
}
