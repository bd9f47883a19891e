using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The register of land.</summary>
public sealed class ParcelListModel(LandRegister land) : PageModel
{
    private static readonly Listing<Parcel> _parcels = Listing<Parcel>.Of("Parcels", p => p.Id)
        .Column("Name", "name", p => p.Name, link: p => $"/land/parcels/{p.Id}")
        .Column("Address", p => p.Address)
        .Column("Land use", p => p.Use)
        .SortedAtFirst("name")
        .Search((parcels, words) => parcels.Where(p => p.Search.Contains(words)));

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _parcels.Csv(land.Parcels, query);
        Listing = await _parcels.Read(land.Parcels, query);
        return Page();
    }
}
