using System.Globalization;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Land;

/// <summary>The register of homes, all of them or those on one parcel.</summary>
public sealed class HomeListModel(LandRegister land, Acting acting) : PageModel
{
    private static readonly Dictionary<Measurement, Listing<Home>> _homes =
        Enum.GetValues<Measurement>().ToDictionary(measure => measure, Listed);

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>The parcel whose homes alone are shown, or null.</summary>
    internal Parcel? On { get; private set; }

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId? parcel)
    {
        var query = ListingQuery.From(Request);
        var homes = parcel is { } on ? land.Homes.Where(h => h.ParcelId == on) : land.Homes;
        if (parcel is { } id) On = await land.Parcel(id);
        var listing = _homes[acting.Profile.Measurement];
        if (query.WantsCsv) return listing.Csv(homes, query);
        Listing = await listing.Read(homes, query);
        return Page();
    }

    private static Listing<Home> Listed(Measurement measure) => Listing<Home>.Of("Homes", h => h.Id)
        .Column("Number", "number", h => h.Number, link: h => $"/land/homes/{h.Id}")
        .Column("Address", "address", h => h.Address)
        .Column("Parcel", h => h.Parcel.Name, h => $"/land/parcels/{h.ParcelId}")
        .Column("Kind of home", h => h.Kind)
        .Column("Bedrooms", "bedrooms", h => h.Bedrooms)
        .Column(
            measure == Measurement.Metric ? "Square metres" : "Square feet",
            h => h.FloorArea is { } area ? Areas.FloorIn(area, measure) : null)
        .Column("Year built", h => h.YearBuilt?.ToString(CultureInfo.InvariantCulture))
        .Column("Accessibility", h => h.Access)
        .SortedAtFirst("number")
        .Search()
        .Filter("Kind of home", "kind", Choices<HomeKind>(), OfKind)
        .Filter("Accessibility", "access", Choices<HomeAccess>(), OfAccess);

    private static IQueryable<Home> OfKind(IQueryable<Home> homes, string chosen)
    {
        var kind = Enum.Parse<HomeKind>(chosen);
        return homes.Where(h => h.Kind == kind);
    }

    private static IQueryable<Home> OfAccess(IQueryable<Home> homes, string chosen)
    {
        var access = Enum.Parse<HomeAccess>(chosen);
        return homes.Where(h => h.Access == access);
    }

    private static IEnumerable<SelectListItem> Choices<TChoice>()
        where TChoice : struct, Enum =>
        Enum.GetValues<TChoice>().Select(choice => new SelectListItem(choice.ToReader(), choice.ToString()));
}
