using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>What the register says of a person, whether new or corrected.</summary>
public abstract class PersonFacts
{
    /// <summary>The given name or names.</summary>
    [StringLength(80, ErrorMessage = "The given name is longer than 80 characters.")]
    [Display(Name = "Given name")]
    public string? GivenName { get; set; }

    /// <summary>The family name, or the only name.</summary>
    [Required(ErrorMessage = "Enter the family name, or the only name.")]
    [StringLength(80, ErrorMessage = "The name is longer than 80 characters.")]
    [Display(Name = "Family name, or only name")]
    public string FamilyName { get; set; } = "";

    /// <summary>How letters address the person.</summary>
    [StringLength(80, ErrorMessage = "The form of address is longer than 80 characters.")]
    [Display(Name = "How to address them")]
    public string? AddressedAs { get; set; }

    /// <summary>The day of birth.</summary>
    [Display(Name = "Date of birth")]
    public DateOnly? BornOn { get; set; }
}

/// <summary>A new person.</summary>
public sealed class AddPersonInput : PersonFacts
{
    /// <summary>An e-mail address.</summary>
    [EmailAddress(ErrorMessage = "Enter an e-mail address such as name@example.org."), DataType(DataType.EmailAddress)]
    [StringLength(254, ErrorMessage = "The address is longer than 254 characters.")]
    [Display(Name = "E-mail address")]
    public string? Email { get; set; }

    /// <summary>A phone number.</summary>
    [StringLength(40, ErrorMessage = "The number is longer than 40 characters."), DataType(DataType.PhoneNumber)]
    [Display(Name = "Phone number")]
    public string? Phone { get; set; }

    /// <summary>A postal address.</summary>
    [StringLength(400, ErrorMessage = "The address is longer than 400 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Postal address")]
    public string? Post { get; set; }

    /// <summary>The way the person prefers.</summary>
    [Display(Name = "How they prefer to be reached")]
    [EnumDataType(typeof(ContactKind), ErrorMessage = "Choose one of the ways.")]
    public ContactKind? Preferred { get; set; }

    /// <summary>That another person of this name is known of, and this is someone else.</summary>
    [Display(Name = "This is a different person of the same name")]
    public bool IsAnother { get; set; }
}

/// <summary>Why a person is not added.</summary>
public enum AddPersonRefusal
{
    /// <summary>Nobody is born tomorrow, or 130 years ago and alive.</summary>
    [Says("Check the date of birth: it must be between 130 years ago and today.",
        Field = nameof(AddPersonInput.BornOn))]
    BirthDateUnlikely,

    /// <summary>A preferred way that is empty reaches nobody.</summary>
    [Says("They prefer a way to be reached that is left empty. Fill it in, or choose another.",
        Field = nameof(AddPersonInput.Preferred))]
    PreferredWayEmpty,

    /// <summary>Two entries of one person drift apart; the staff member decides.</summary>
    [Says("There is a person called “{0}” already. Look in the register first; if this is someone else, say so below.",
        Field = nameof(AddPersonInput.IsAnother))]
    PerhapsKnown,
}

/// <summary>Enters a person in the register.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Person entered")]
public sealed class AddPerson(TrustDb db, Acting acting) : IOperation<AddPersonInput, PersonId>
{
    /// <summary>The longest life that a date of birth may imply; the longest known is 122 years.</summary>
    internal const int LongestLife = 130;

    /// <inheritdoc/>
    public async Task<Outcome<PersonId>> Run(AddPersonInput input)
    {
        if (!IsLikely(input.BornOn, acting.Today)) return AddPersonRefusal.BirthDateUnlikely;
        var contacts = Contacts(input).ToList();
        if (input.Preferred is not null && !contacts.Any(c => c.Preferred)) return AddPersonRefusal.PreferredWayEmpty;
        var person = new Person { AddressedAs = Person.Tidy(input.AddressedAs), BornOn = input.BornOn };
        person.Call(input.GivenName, input.FamilyName);
        foreach (var (kind, value, preferred) in contacts)
        {
            person.Contacts.Add(
                new ContactPoint { Person = person.Id, Kind = kind, Value = value, IsPreferred = preferred });
        }

        person.Index();
        var known = db.Set<Person>().Where(p => p.SortName == person.SortName && p.MergedInto == null);
        if (!input.IsAnother && await known.AnyAsync())
            return new Refusal(AddPersonRefusal.PerhapsKnown, person.Name);
        db.Add(person);
        return person.Id;
    }

    /// <summary>True for a date that someone alive today may have been born on, and for none.</summary>
    internal static bool IsLikely(DateOnly? born, DateOnly today) =>
        born is null || (born <= today && born > today.AddYears(-LongestLife));

    private static IEnumerable<(ContactKind Kind, string Value, bool Preferred)> Contacts(AddPersonInput input)
    {
        (ContactKind Kind, string? Value)[] given =
            [(ContactKind.Email, input.Email), (ContactKind.Phone, input.Phone), (ContactKind.Post, input.Post)];
        foreach (var (kind, value) in given)
        {
            if (Person.Tidy(value) is { } tidy) yield return (kind, tidy, input.Preferred == kind);
        }
    }
}
