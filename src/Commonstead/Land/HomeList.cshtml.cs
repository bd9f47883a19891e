using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Land;

/// <summary>The register of homes.</summary>
public sealed class HomeListModel(LandRegister land) : PageModel
{
    private static readonly Listing<Home> _homes = Listing<Home>.Of("Homes", h => h.Id)
        .Column("Number", "number", h => h.Number, link: h => $"/land/homes/{h.Id}")
        .Column("Address", "address", h => h.Address)
        .Column("Parcel", h => h.Parcel.Name, h => $"/land/parcels/{h.ParcelId}")
        .Column("Kind of home", h => h.Kind)
        .Column("Bedrooms", "bedrooms", h => h.Bedrooms, h => h.Bedrooms)
        .Column("Year built", h => h.YearBuilt?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .SortedAtFirst("number")
        .Search((homes, words) => homes.Where(h => h.Search.Contains(words)))
        .Filter("Kind of home", "kind", Kinds(), OfKind);

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _homes.Csv(land.Homes, query);
        Listing = await _homes.Read(land.Homes, query);
        return Page();
    }

    private static IQueryable<Home> OfKind(IQueryable<Home> homes, string chosen)
    {
        var kind = Enum.Parse<HomeKind>(chosen);
        return homes.Where(h => h.Kind == kind);
    }

    private static IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<HomeKind>().Select(kind => new SelectListItem(kind.ToReader(), kind.ToString()));
}
