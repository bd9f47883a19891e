using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Land;

/// <summary>The register of land.</summary>
public sealed class ParcelListModel(LandRegister land, Acting acting) : PageModel
{
    private static readonly Dictionary<Measurement, Listing<Parcel>> _parcels =
        Enum.GetValues<Measurement>().ToDictionary(measure => measure, Listed);

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var listing = _parcels[acting.Profile.Measurement];
        if (query.WantsCsv) return listing.Csv(land.Parcels, query);
        Listing = await listing.Read(land.Parcels, query);
        return Page();
    }

    private static Listing<Parcel> Listed(Measurement measure) => Listing<Parcel>.Of("Parcels", p => p.Id)
        .Column("Name", "name", p => p.Name, link: p => $"/land/parcels/{p.Id}")
        .Column("Address", "address", p => p.Address)
        .Column("Land use", p => p.Use)
        .Column(measure == Measurement.Metric ? "Hectares" : "Acres", "area", p => p.Area, p => AreaOf(p, measure))
        .Column("Assessor's parcel number", "number", p => p.TitleNumber)
        .SortedAtFirst("name")
        .Search()
        .Filter("Land use", "use", Choices<LandUse>(), OfUse)
        .Filter(
            "Outline", "outline", [new("Recorded", "yes"), new("Missing", "no")],
            (parcels, chosen) => parcels.Where(p => p.Area != null == (chosen == "yes")))
        .Filter(
            "Standing", "standing", [new("Held by the trust", "held"), new("Left the trust", "left")],
            (parcels, chosen) => parcels.Where(p => p.DisposedOn == null == (chosen == "held")));

    private static object? AreaOf(Parcel parcel, Measurement measure) =>
        parcel.LandArea is { } area ? decimal.Round(area.In(measure), 2) : null;

    private static IQueryable<Parcel> OfUse(IQueryable<Parcel> parcels, string chosen)
    {
        var use = Enum.Parse<LandUse>(chosen);
        return parcels.Where(p => p.Use == use);
    }

    private static IEnumerable<SelectListItem> Choices<TChoice>()
        where TChoice : struct, Enum =>
        Enum.GetValues<TChoice>().Select(choice => new SelectListItem(choice.ToReader(), choice.ToString()));
}
