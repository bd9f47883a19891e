using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>An organisation, new or corrected.</summary>
public sealed class KeepOrganisationInput
{
    /// <summary>The organisation to correct; null for a new one.</summary>
    public OrganisationId? Organisation { get; set; }

    /// <summary>The version that was looked at; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>Its legal name.</summary>
    [Required(ErrorMessage = "Enter the organization's name.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    /// <summary>What it is to the trust.</summary>
    [Display(Name = "Kind"), EnumDataType(typeof(OrganisationKind), ErrorMessage = "Choose what it is to the trust.")]
    public OrganisationKind Kind { get; set; }

    /// <summary>Its registration number.</summary>
    [StringLength(60, ErrorMessage = "The number is longer than 60 characters.")]
    [Display(Name = "Registration number")]
    public string? RegistrationNumber { get; set; }

    /// <summary>How to reach it.</summary>
    [StringLength(400, ErrorMessage = "This is longer than 400 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "How to reach it")]
    public string? Reach { get; set; }
}

/// <summary>Why an organisation is not entered or corrected.</summary>
public enum KeepOrganisationRefusal
{
    /// <summary>Names tell organisations apart.</summary>
    [Says("There is an organization called “{0}” already.", Field = nameof(KeepOrganisationInput.Name))]
    NameTaken,
}

/// <summary>Enters an organisation in the register, or corrects it.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Organisation entered or corrected")]
public sealed class KeepOrganisation(TrustDb db, Events events)
    : IOperation<KeepOrganisationInput, OrganisationId>
{
    /// <inheritdoc/>
    public async Task<Outcome<OrganisationId>> Run(KeepOrganisationInput input)
    {
        var organisation = input.Organisation is { } id
            ? await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id)
            : new Organisation();
        if (organisation is null) return CommonRefusal.NotFound;
        if (organisation.Version != input.Version)
            return Refusal.ChangedSince(organisation, input.Version, "the organisation");

        var name = input.Name.Trim();
        if (await db.Set<Organisation>().AnyAsync(o => o.Name == name && o.Id != organisation.Id))
            return new Refusal(KeepOrganisationRefusal.NameTaken, name);
        organisation.Name = name;
        organisation.Kind = input.Kind;
        organisation.RegistrationNumber = Person.Tidy(input.RegistrationNumber);
        organisation.Reach = Person.Tidy(input.Reach);
        organisation.Search = SearchText.Of(name, input.RegistrationNumber, input.Reach);
        if (input.Organisation is null) db.Add(organisation);
        else if (await events.Raise(new OrganisationRenamed(organisation.Id, name)) is { Count: > 0 } refused)
            return Outcome<OrganisationId>.Refused(refused);
        return organisation.Id;
    }
}
