using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>Reads the register of land, as far as an actor may see it.</summary>
public sealed class LandRegister(TrustDb db, Acting acting, LandCorrections corrections)
{
    // A list to choose from that is longer than this helps nobody; a large trust imports its homes.
    private const int MostChoices = 2_000;

    /// <summary>The parcels the actor may see.</summary>
    internal IQueryable<Parcel> Parcels => Seen<Parcel>();

    /// <summary>The homes the actor may see, each with its parcel.</summary>
    internal IQueryable<Home> Homes => Seen<Home>().Include(h => h.Parcel);

    /// <summary>The outlines the actor may see.</summary>
    internal IQueryable<Outline> Outlines => Seen<Outline>();

    /// <summary>One parcel, or null.</summary>
    internal Task<Parcel?> Parcel(ParcelId id) => Parcels.FirstOrDefaultAsync(p => p.Id == id);

    /// <summary>One home with its parcel, or null.</summary>
    internal Task<Home?> Home(HomeId id) => Homes.FirstOrDefaultAsync(h => h.Id == id);

    /// <summary>How a parcel came to the trust, or null when that is not recorded.</summary>
    internal Task<Acquisition?> AcquisitionOf(ParcelId id) =>
        Seen<Acquisition>().FirstOrDefaultAsync(a => a.ParcelId == id);

    /// <summary>One encumbrance, or null.</summary>
    internal Task<Encumbrance?> Encumbrance(EncumbranceId id) =>
        Seen<Encumbrance>().FirstOrDefaultAsync(e => e.Id == id);

    /// <summary>A parcel's encumbrances by the day they began.</summary>
    internal Task<List<Encumbrance>> EncumbrancesOf(ParcelId id) =>
        Seen<Encumbrance>().Where(e => e.ParcelId == id).OrderBy(e => e.BeginsOn).ThenBy(e => e.Id).ToListAsync();

    /// <summary>The first homes on a parcel by number.</summary>
    internal Task<List<Home>> HomesOn(ParcelId id, int most) =>
        Homes.Where(h => h.ParcelId == id).OrderBy(h => h.Number).Take(most).ToListAsync();

    /// <summary>How many homes stand on a parcel.</summary>
    internal Task<int> CountHomesOn(ParcelId id) => Seen<Home>().CountAsync(h => h.ParcelId == id);

    /// <summary>The corrections of a parcel or home, newest first.</summary>
    internal Task<List<LandCorrection>> CorrectionsOf(Guid subject) => corrections.Of(subject).ToListAsync();

    /// <summary>Whether there is any parcel.</summary>
    public Task<bool> HasParcels() => Parcels.AnyAsync();

    /// <summary>The parcels by name, to choose one from.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ParcelChoices()
    {
        var parcels = await Parcels.Where(p => p.DisposedOn == null).OrderBy(p => p.Name).Take(MostChoices)
            .Select(p => new { p.Id, p.Name }).ToListAsync();
        return parcels.ConvertAll(p => new SelectListItem(p.Name, p.Id.ToString()));
    }

    private IQueryable<T> Seen<T>()
        where T : class =>
        acting.Actor.May(LandPermission.See) ? db.Set<T>().AsNoTracking() : db.Set<T>().AsNoTracking().Where(_ =>
            false);
}
