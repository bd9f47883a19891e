using Commonstead.Platform.Data;

namespace Commonstead.People;

/// <summary>Enters persons on behalf of other capabilities' operations.</summary>
internal sealed class NewPersons(TrustDb db) : INewPersons
{
    /// <inheritdoc/>
    public PersonId Enter(NewPerson person)
    {
        var entry = new Person { BornOn = person.BornOn };
        entry.Call(person.GivenName, person.FamilyName);
        (ContactKind Kind, string? Value)[] given =
        [
            (ContactKind.Email, person.Email), (ContactKind.Phone, person.Phone), (ContactKind.Post, person.Post),
        ];
        foreach (var (kind, value) in given)
        {
            if (Person.Tidy(value) is { } tidy)
                entry.Contacts.Add(new ContactPoint { Person = entry.Id, Kind = kind, Value = tidy });
        }

        entry.Index();
        db.Add(entry);
        return entry.Id;
    }
}
