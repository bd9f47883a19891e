using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>A new parcel.</summary>
public sealed class AddParcelInput
{
    /// <summary>What the trust calls it.</summary>
    [Required(ErrorMessage = "Enter the parcel's name.")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    /// <summary>Where it is.</summary>
    [Required(ErrorMessage = "Enter where the parcel is.")]
    [StringLength(300, ErrorMessage = "The address is longer than 300 characters.")]
    [Display(Name = "Address")]
    public string Address { get; set; } = "";

    /// <summary>The assessor's or title number.</summary>
    [StringLength(60, ErrorMessage = "The number is longer than 60 characters.")]
    [Display(Name = "Assessor's parcel number")]
    public string? TitleNumber { get; set; }

    /// <summary>What it is used for.</summary>
    [Display(Name = "Land use"), EnumDataType(typeof(LandUse), ErrorMessage = "Choose a land use.")]
    public LandUse Use { get; set; }
}

/// <summary>Why a parcel is not added.</summary>
public enum AddParcelRefusal
{
    /// <summary>Names tell parcels apart on maps and lists.</summary>
    [Says("There is a parcel called “{0}” already. Choose another name.", Field = nameof(AddParcelInput.Name))]
    NameTaken,
}

/// <summary>Enters a parcel in the register of land.</summary>
[Needs(LandPermission.Edit)]
public sealed class AddParcel(TrustDb db) : IOperation<AddParcelInput, ParcelId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(AddParcelInput input)
    {
        var name = input.Name.Trim();
        if (await db.Set<Parcel>().AnyAsync(p => p.Name == name)) return new Refusal(AddParcelRefusal.NameTaken, name);
        var parcel = new Parcel
        {
            Name = name,
            Address = input.Address.Trim(),
            TitleNumber = input.TitleNumber?.Trim(),
            Use = input.Use,
            Search = SearchText.Of(name, input.Address, input.TitleNumber),
        };
        db.Add(parcel);
        return parcel.Id;
    }
}
