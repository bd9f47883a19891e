using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>What is entered about a home, new or corrected; areas are in the trust's own measure.</summary>
public abstract class HomeFacts
{
    /// <summary>The trust's own number.</summary>
    [Required(ErrorMessage = "Enter a number or short name for the home."),
     StringLength(20, ErrorMessage = "The number is longer than 20 characters.")]
    [Display(Name = "Number")]
    public string Number { get; set; } = "";

    /// <summary>The parcel it stands on.</summary>
    [Required(ErrorMessage = "Choose the parcel the home stands on.")]
    [Display(Name = "Parcel")]
    public ParcelId? Parcel { get; set; }

    /// <summary>Where it is.</summary>
    [Required(ErrorMessage = "Enter the home's address."),
     StringLength(300, ErrorMessage = "The address is longer than 300 characters.")]
    [Display(Name = "Address")]
    public string Address { get; set; } = "";

    /// <summary>Unique property reference number.</summary>
    [RegularExpression("[0-9]{1,12}", ErrorMessage = "A UPRN has up to 12 digits and nothing else.")]
    [Display(Name = "UPRN")]
    public string? Uprn { get; set; }

    /// <summary>What kind of building.</summary>
    [Required(ErrorMessage = "Choose a kind of home.")]
    [Display(Name = "Kind of home"), EnumDataType(typeof(HomeKind), ErrorMessage = "Choose a kind of home.")]
    public HomeKind? Kind { get; set; }

    /// <summary>Bedrooms; 0 for a single room.</summary>
    [Range(0, 20, ErrorMessage = "Bedrooms are from 0 to 20.")]
    [Display(Name = "Bedrooms")]
    public int? Bedrooms { get; set; }

    /// <summary>Floor area in square feet or square metres, as the trust measures.</summary>
    [Range(typeof(decimal), "1", "100000", ErrorMessage = "The floor area is from 1 to 100,000.")]
    [Display(Name = "Floor area")]
    public decimal? FloorArea { get; set; }

    /// <summary>The year it was built.</summary>
    [Range(1000, 2200, ErrorMessage = "Enter the year with four digits.")]
    [Display(Name = "Year built")]
    public int? YearBuilt { get; set; }

    /// <summary>How accessible it is.</summary>
    [Display(Name = "Accessibility"), EnumDataType(typeof(HomeAccess), ErrorMessage = "Choose how accessible it is.")]
    public HomeAccess? Access { get; set; }

    /// <summary>More about access.</summary>
    [StringLength(500, ErrorMessage = "The note is longer than 500 characters.")]
    [Display(Name = "More about access")]
    public string? AccessNote { get; set; }

    /// <summary>Degrees north.</summary>
    [Range(-90.0, 90.0, ErrorMessage = "A latitude is from -90 to 90 degrees.")]
    [Display(Name = "Latitude")]
    public double? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    [Range(-180.0, 180.0, ErrorMessage = "A longitude is from -180 to 180 degrees.")]
    [Display(Name = "Longitude")]
    public double? Longitude { get; set; }

    internal void WriteTo(Home home, Measurement measurement)
    {
        home.Number = Number.Trim();
        home.ParcelId = Parcel!.Value;
        home.Address = Address.Trim();
        home.Uprn = Tidy(Uprn);
        home.Kind = Kind!.Value;
        home.Bedrooms = Bedrooms;
        home.FloorArea = FloorArea is { } area ? Areas.FloorFrom(area, measurement) : null;
        home.YearBuilt = YearBuilt;
        home.Access = Access;
        home.AccessNote = Tidy(AccessNote);
        (home.Latitude, home.Longitude) = (Latitude, Longitude);
        home.Search = SearchText.Of(home.Number, home.Address, home.Uprn);
    }

    internal void ReadFrom(Home home, Measurement measurement)
    {
        (Number, Parcel, Address, Uprn) = (home.Number, home.ParcelId, home.Address, home.Uprn);
        (Kind, Bedrooms, YearBuilt) = (home.Kind, home.Bedrooms, home.YearBuilt);
        FloorArea = home.FloorArea is { } area ? Areas.FloorIn(area, measurement) : null;
        (Access, AccessNote) = (home.Access, home.AccessNote);
        (Latitude, Longitude) = (home.Latitude, home.Longitude);
    }

    internal static IReadOnlyList<ToldFact> Told(Home home, string parcelName, Measurement measurement) =>
    [
        new("Number", home.Number), new("Parcel", parcelName), new("Address", home.Address), new("UPRN", home.Uprn),
        new("Kind of home", home.Kind), new("Bedrooms", Text(home.Bedrooms)),
        new("Floor area", home.FloorArea is { } area ? Areas.FloorToReader(area, measurement) : null),
        new("Year built", Text(home.YearBuilt)), new("Accessibility", home.Access),
        new("More about access", home.AccessNote),
        new("Latitude", Text(home.Latitude)), new("Longitude", Text(home.Longitude)),
    ];

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
