using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The map of every parcel and home, with the same as a list for everyone whom a map does not serve.</summary>
public sealed class MapPageModel(LandRegister land, Acting acting) : PageModel
{
    private const int MostParcels = 200;
    private const int MostHomes = 1_000;

    private ILookup<ParcelId, Home> _homes = Array.Empty<Home>().ToLookup(h => h.ParcelId);

    /// <summary>The parcels listed, by name.</summary>
    internal IReadOnlyList<Parcel> Parcels { get; private set; } = [];

    /// <summary>Whether there are more than are listed.</summary>
    internal bool HasMore { get; private set; }

    /// <summary>How areas are written.</summary>
    internal Measurement Measurement => acting.Profile.Measurement;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        var parcels = await land.FirstParcels(MostParcels + 1);
        Parcels = [.. parcels.Take(MostParcels)];
        var homes = await land.HomesOn([.. Parcels.Select(p => p.Id)], MostHomes + 1);
        HasMore = parcels.Count > MostParcels || homes.Count > MostHomes;
        _homes = homes.Take(MostHomes).ToLookup(h => h.ParcelId);
    }

    /// <summary>The homes listed on a parcel, by number.</summary>
    internal IReadOnlyList<Home> HomesOn(ParcelId parcel) => [.. _homes[parcel]];
}
