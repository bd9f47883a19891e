using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>What is entered about a parcel, new or corrected.</summary>
public abstract class ParcelFacts
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

    /// <summary>Unique property reference number.</summary>
    [RegularExpression("[0-9]{1,12}", ErrorMessage = "A UPRN has up to 12 digits and nothing else.")]
    [Display(Name = "UPRN")]
    public string? Uprn { get; set; }

    /// <summary>By what right the trust holds it.</summary>
    [Display(Name = "Tenure"), EnumDataType(typeof(LandTenure), ErrorMessage = "Choose a tenure.")]
    public LandTenure? Tenure { get; set; }

    /// <summary>What it is used for.</summary>
    [Display(Name = "Land use"), EnumDataType(typeof(LandUse), ErrorMessage = "Choose a land use.")]
    public LandUse Use { get; set; }

    internal void WriteTo(Parcel parcel)
    {
        (parcel.Name, parcel.Address) = (Name.Trim(), Address.Trim());
        (parcel.TitleNumber, parcel.Uprn) = (Tidy(TitleNumber), Tidy(Uprn));
        (parcel.Tenure, parcel.Use) = (Tenure, Use);
        parcel.Search = SearchText.Of(parcel.Name, parcel.Address, parcel.TitleNumber, parcel.Uprn);
    }

    internal void ReadFrom(Parcel parcel)
    {
        (Name, Address, TitleNumber, Uprn) = (parcel.Name, parcel.Address, parcel.TitleNumber, parcel.Uprn);
        (Tenure, Use) = (parcel.Tenure, parcel.Use);
    }

    internal static IReadOnlyList<ToldFact> Told(Parcel parcel) =>
    [
        new("Name", parcel.Name), new("Address", parcel.Address), new("Title number", parcel.TitleNumber),
        new("UPRN", parcel.Uprn), new("Tenure", parcel.Tenure), new("Land use", parcel.Use),
    ];

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Why a parcel is not added or corrected.</summary>
public enum ParcelRefusal
{
    /// <summary>Names tell parcels apart on maps and lists.</summary>
    [Says("There is a parcel called “{0}” already. Choose another name.", Field = nameof(ParcelFacts.Name))]
    NameTaken,

    /// <summary>A correction corrects something.</summary>
    [Says("Nothing was changed.")]
    NothingChanged,
}

/// <summary>The rules that a parcel's facts obey, whether it is new or corrected.</summary>
public sealed class ParcelRules(TrustDb db)
{
    /// <summary>The first rule the facts break, or null.</summary>
    internal async Task<Refusal?> Check(ParcelFacts facts, ParcelId itself = default)
    {
        var name = facts.Name.Trim();
        return await db.Set<Parcel>().AnyAsync(p => p.Name == name && p.Id != itself)
            ? new Refusal(ParcelRefusal.NameTaken, name)
            : null;
    }
}
