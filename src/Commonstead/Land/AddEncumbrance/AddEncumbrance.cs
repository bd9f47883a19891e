using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>A new encumbrance on a parcel.</summary>
public sealed class AddEncumbranceInput
{
    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; set; }

    /// <summary>What kind.</summary>
    [Required(ErrorMessage = "Choose what kind it is.")]
    [Display(Name = "Kind"), EnumDataType(typeof(EncumbranceKind), ErrorMessage = "Choose what kind it is.")]
    public EncumbranceKind? Kind { get; set; }

    /// <summary>Who holds it.</summary>
    [Required(ErrorMessage = "Enter who holds the right.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Held by")]
    public string Holder { get; set; } = "";

    /// <summary>What it restricts or grants.</summary>
    [Required(ErrorMessage = "Say what it restricts or grants.")]
    [StringLength(1000, ErrorMessage = "The text is longer than 1,000 characters.")]
    [Display(Name = "What it restricts or grants"), DataType(DataType.MultilineText)]
    public string Restricts { get; set; } = "";

    /// <summary>Where it is registered.</summary>
    [StringLength(120, ErrorMessage = "The reference is longer than 120 characters.")]
    [Display(Name = "Reference")]
    public string? Reference { get; set; }

    /// <summary>The first day it binds.</summary>
    [Required(ErrorMessage = "Enter the first day it binds.")]
    [Display(Name = "Binds from")]
    public DateOnly? BeginsOn { get; set; }

    /// <summary>The last day it binds by its own terms.</summary>
    [Display(Name = "Binds until")]
    public DateOnly? RunsUntil { get; set; }
}

/// <summary>Why an encumbrance is not added.</summary>
public enum AddEncumbranceRefusal
{
    /// <summary>It ends after it begins.</summary>
    [Says("The last day is before the first.", Field = nameof(AddEncumbranceInput.RunsUntil))]
    EndsBeforeItBegins,
}

/// <summary>Records a right of someone else in a parcel, or a promise that binds its use.</summary>
[Needs(LandPermission.Edit)]
[Does("Encumbrance or covenant entered")]
public sealed class AddEncumbrance(TrustDb db) : IOperation<AddEncumbranceInput, EncumbranceId>
{
    /// <inheritdoc/>
    public async Task<Outcome<EncumbranceId>> Run(AddEncumbranceInput input)
    {
        if (!await db.Set<Parcel>().AnyAsync(p => p.Id == input.Parcel)) return CommonRefusal.NotFound;
        if (input.RunsUntil < input.BeginsOn) return AddEncumbranceRefusal.EndsBeforeItBegins;
        var encumbrance = new Encumbrance
        {
            ParcelId = input.Parcel,
            Kind = input.Kind!.Value,
            Holder = input.Holder.Trim(),
            Restricts = input.Restricts.Trim(),
            Reference = string.IsNullOrWhiteSpace(input.Reference) ? null : input.Reference.Trim(),
            BeginsOn = input.BeginsOn!.Value,
            RunsUntil = input.RunsUntil,
        };
        db.Add(encumbrance);
        return encumbrance.Id;
    }
}
