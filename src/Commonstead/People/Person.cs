using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.People;

/// <summary>A person the trust has to do with: leaseholder, applicant, member, seller, board member.</summary>
public sealed class Person : Record<PersonId>, ISearched
{
    private const string Naming = "names the person in leases, minutes, letters and lists";

    /// <summary>The given name or names; null for someone who goes by one name.</summary>
    [Personal(Naming, YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string? GivenName { get; private set; }

    /// <summary>The family name, or the only name.</summary>
    [Personal(Naming, YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string FamilyName { get; private set; } = "";

    /// <summary>How letters address the person, such as <c>Ms. Rivera</c>; null for the full name.</summary>
    [Personal("addresses letters the way the person wishes")]
    public string? AddressedAs { get; set; }

    /// <summary>The day of birth, when it is known and needed.</summary>
    [Personal("tells persons of one name apart, and shows who in a household is a minor")]
    public DateOnly? BornOn { get; set; }

    /// <summary>The name as lists are ordered: family name first.</summary>
    [Personal(Naming, YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string SortName { get; private set; } = "";

    /// <summary>What searches look in: the name and the contact points, folded.</summary>
    [Personal("lets staff find the person by name, address, e-mail or phone")]
    public string Search { get; private set; } = "";

    /// <summary>The entry that this one turned out to be a duplicate of.</summary>
    public PersonId? MergedInto { get; set; }

    /// <summary>When what need not be kept was erased.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>The ways to reach the person.</summary>
    public List<ContactPoint> Contacts { get; } = [];

    /// <summary>The full name, as letters and leases state it.</summary>
    public string Name => NameOf(GivenName, FamilyName);

    /// <summary>How a letter begins after “Dear”.</summary>
    public string Salutation => AddressedAs ?? Name;

    /// <summary>Names the person; what lists and searches use follows when <see cref="Index"/> is called.</summary>
    public void Call(string? givenName, string familyName)
    {
        GivenName = Tidy(givenName);
        FamilyName = familyName.Trim();
    }

    /// <summary>Has lists and searches agree with the name and the contact points, which must be loaded.</summary>
    public void Index()
    {
        SortName = GivenName is null ? FamilyName : $"{FamilyName}, {GivenName}";
        Search = SearchText.Of([Name, AddressedAs, .. Contacts.Where(c => c.IsOpen).Select(c => c.Value)]);
    }

    /// <summary>A full name from its parts.</summary>
    internal static string NameOf(string? givenName, string familyName) => familyName.Length == 0
        ? "Someone whose name was erased"
        : givenName is null ? familyName : $"{givenName} {familyName}";

    /// <summary>Text without space around it; null when nothing is left.</summary>
    internal static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}

/// <summary>A way to reach a person.</summary>
public sealed class ContactPoint : Record<ContactPointId>
{
    /// <summary>Whom it reaches.</summary>
    public PersonId Person { get; init; }

    /// <summary>Which way it is.</summary>
    public ContactKind Kind { get; init; }

    /// <summary>The e-mail address, phone number, or postal address in lines.</summary>
    [Personal("reaches the person about their home, lease or application", Kept = "until it is no longer in use")]
    public string Value { get; init; } = "";

    /// <summary>True for the one way that the person prefers.</summary>
    public bool IsPreferred { get; set; }

    /// <summary>When it went out of use.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>True while it is in use.</summary>
    public bool IsOpen => EndedOn is null;
}

/// <summary>The ways to reach a person.</summary>
public enum ContactKind
{
    /// <summary>An e-mail address.</summary>
    [Display(Name = "E-mail")] Email,

    /// <summary>A phone number.</summary>
    [Display(Name = "Phone")] Phone,

    /// <summary>A postal address.</summary>
    [Display(Name = "Post")] Post,
}

internal sealed class PersonTables : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people_person");
        builder.HasMany(p => p.Contacts).WithOne().HasForeignKey(c => c.Person);
        builder.HasIndex(p => new { p.MergedInto, p.SortName, p.Id });
    }

    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.ToTable("people_contact");
        builder.Ignore(c => c.IsOpen);
        builder.HasIndex(c => c.Person);
    }
}
