using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>A further way to reach a person.</summary>
public sealed class AddContactInput
{
    /// <summary>The person.</summary>
    public PersonId Person { get; set; }

    /// <summary>Which way it is.</summary>
    [Display(Name = "Way"), EnumDataType(typeof(ContactKind), ErrorMessage = "Choose one of the ways.")]
    public ContactKind Kind { get; set; }

    /// <summary>The address or number.</summary>
    [Required(ErrorMessage = "Enter the address or number.")]
    [StringLength(400, ErrorMessage = "The address is longer than 400 characters.")]
    [DataType(DataType.MultilineText), Display(Name = "Address or number")]
    public string Value { get; set; } = "";

    /// <summary>That the person prefers it to the others.</summary>
    [Display(Name = "They prefer to be reached this way")]
    public bool IsPreferred { get; set; }
}

/// <summary>Why a way to reach a person is not added.</summary>
public enum AddContactRefusal
{
    /// <summary>An e-mail address has a name, an @ and a place.</summary>
    [Says("“{0}” is not an e-mail address: enter one such as name@example.org.", Field = nameof(AddContactInput.Value))]
    NotAnAddress,

    /// <summary>It stands there already.</summary>
    [Says("“{0}” is in the register for this person already.", Field = nameof(AddContactInput.Value))]
    KnownAlready,
}

/// <summary>Adds a way to reach a person.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Way to reach a person added")]
public sealed class AddContact(TrustDb db) : IOperation<AddContactInput, ContactPointId>
{
    private static readonly EmailAddressAttribute _email = new();

    /// <inheritdoc/>
    public async Task<Outcome<ContactPointId>> Run(AddContactInput input)
    {
        var person = await db.Set<Person>().Include(p => p.Contacts)
            .FirstOrDefaultAsync(p => p.Id == input.Person && p.MergedInto == null);
        if (person is null) return CommonRefusal.NotFound;
        var value = input.Value.Trim();
        if (input.Kind == ContactKind.Email && !_email.IsValid(value))
            return new Refusal(AddContactRefusal.NotAnAddress, value);
        if (person.Contacts.Exists(c => c.IsOpen && c.Kind == input.Kind && c.Value == value))
            return new Refusal(AddContactRefusal.KnownAlready, value);
        if (input.IsPreferred) person.Contacts.ForEach(c => c.IsPreferred = false);
        var contact = new ContactPoint
        {
            Person = person.Id,
            Kind = input.Kind,
            Value = value,
            IsPreferred = input.IsPreferred,
        };
        person.Contacts.Add(contact);
        db.Add(contact);
        person.Index();
        return contact.Id;
    }
}
