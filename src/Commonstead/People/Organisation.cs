using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.People;

/// <summary>A body the trust has to do with: a lender, a funder, a public office, a builder.</summary>
[NotPersonal]
public sealed class Organisation : Record<OrganisationId>, ISearched
{
    /// <summary>Its legal name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is to the trust.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>Its number in the register of companies, charities or societies; null when not known.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Its own e-mail address, phone number and postal address, in lines.</summary>
    public string? Reach { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";

    /// <summary>The persons who speak for it.</summary>
    public List<OrganisationContact> Contacts { get; } = [];
}

/// <summary>What an organisation is to the trust.</summary>
public enum OrganisationKind
{
    /// <summary>Lends to leaseholders or to the trust.</summary>
    [Display(Name = "Lender")] Lender,

    /// <summary>Gives grants or subsidies.</summary>
    [Display(Name = "Funder")] Funder,

    /// <summary>A town, county, council, ministry or court.</summary>
    [Display(Name = "Public body")] PublicBody,

    /// <summary>Lawyers, appraisers, surveyors.</summary>
    [Display(Name = "Professional firm")] Professional,

    /// <summary>Builds and repairs.</summary>
    [Display(Name = "Builder")] Builder,

    /// <summary>A co-operative, association, charity or other trust.</summary>
    [Display(Name = "Community organization")] Community,

    /// <summary>None of these.</summary>
    [Display(Name = "Other")] Other,
}

/// <summary>That a person speaks for an organisation, from a date and perhaps to one.</summary>
public sealed class OrganisationContact : Record<OrganisationContactId>
{
    /// <summary>The organisation.</summary>
    public OrganisationId Organisation { get; init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; init; }

    /// <summary>What they do there.</summary>
    [Personal("tells staff whom to ask at an organisation")]
    public string? Task { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Names a contact person of an organisation.</summary>
public readonly record struct OrganisationContactId(Guid Value) : IRecordId<OrganisationContactId>
{
    /// <inheritdoc/>
    public static OrganisationContactId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out OrganisationContactId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class OrganisationTables :
    IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationContact>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("people_organisation");
        builder.HasMany(o => o.Contacts).WithOne().HasForeignKey(c => c.Organisation);
        builder.HasIndex(o => o.Name).IsUnique();
        builder.HasIndex(o => new { o.Kind, o.Name, o.Id });
        builder.HasIndex(o => new { o.Kind, o.Id });
    }

    public void Configure(EntityTypeBuilder<OrganisationContact> builder)
    {
        builder.ToTable("people_organisation_contact");
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.Person);
        builder.HasIndex(c => c.Organisation);
        builder.HasIndex(c => c.Person);
    }
}
