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

    /// <summary>Every parcel the trust holds with its outline, or one.</summary>
    internal IQueryable<ParcelShape> Shapes(ParcelId? only) =>
        from parcel in Parcels
        where parcel.DisposedOn == null && parcel.Area != null && (only == null || parcel.Id == only)
        join outline in Outlines on parcel.Id equals outline.ParcelId
        orderby parcel.Name
        select new ParcelShape(parcel, outline.GeoJson);

    /// <summary>Every home that has a place, those on one parcel, or one.</summary>
    internal IQueryable<Home> Places(ParcelId? parcel, HomeId? only) => Seen<Home>()
        .Where(h => h.Latitude != null && h.Longitude != null)
        .Where(h => (only == null || h.Id == only) && (parcel == null || h.ParcelId == parcel))
        .OrderBy(h => h.Number);

    /// <summary>
    /// The parcels the trust holds; within a box only those whose own box meets it. A box whose west is greater than
    /// its east crosses the antimeridian (RFC 7946, section 5.2).
    /// </summary>
    internal IQueryable<Parcel> Within(GeoBounds? box)
    {
        var parcels = Parcels.Where(p => p.DisposedOn == null);
        if (box is not { } b) return parcels;
        parcels = parcels.Where(p => p.South <= b.North && p.North >= b.South);
        return b.West <= b.East
            ? parcels.Where(p => p.West <= b.East && p.East >= b.West)
            : parcels.Where(p => p.West <= b.East || p.East >= b.West);
    }

    /// <summary>Parcels by name, each with its outline where it has one.</summary>
    internal IQueryable<ParcelShape> WithOutlines(IQueryable<Parcel> parcels) =>
        from parcel in parcels
        join outline in Outlines on parcel.Id equals outline.ParcelId into outlines
        from outline in outlines.DefaultIfEmpty()
        orderby parcel.Name
        select new ParcelShape(parcel, outline == null ? null : outline.GeoJson);

    /// <summary>The box around all outlines, or null while there is none.</summary>
    internal async Task<GeoBounds?> Extent()
    {
        var placed = Parcels.Where(p => p.DisposedOn == null && p.Area != null);
        var west = await placed.MinAsync(p => p.West);
        if (west is null) return null;
        return new GeoBounds(
            west.Value, (await placed.MinAsync(p => p.South))!.Value,
            (await placed.MaxAsync(p => p.East))!.Value, (await placed.MaxAsync(p => p.North))!.Value);
    }

    /// <summary>Reads a file of parcels against the names already taken.</summary>
    internal async Task<ParcelFile> ParcelsIn(
        Stream file, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var names = await Parcels.Select(p => p.Name).ToListAsync(cancellation);
        var read = new ParcelFile(
            TrustRegion.Of(acting.Profile.Country), names.ToHashSet(StringComparer.OrdinalIgnoreCase));
        read.Read(file, progress, cancellation);
        return read;
    }

    /// <summary>The first parcels the trust holds, by name.</summary>
    internal Task<List<Parcel>> FirstParcels(int most) =>
        Parcels.Where(p => p.DisposedOn == null).OrderBy(p => p.Name).Take(most).ToListAsync();

    /// <summary>The first homes on some parcels, by number.</summary>
    internal Task<List<Home>> HomesOn(IReadOnlyCollection<ParcelId> parcels, int most) => Seen<Home>()
        .Where(h => parcels.Contains(h.ParcelId)).OrderBy(h => h.Number).Take(most).ToListAsync();

    private IQueryable<T> Seen<T>()
        where T : class =>
        acting.Actor.May(LandPermission.See) ? db.Set<T>().AsNoTracking() : db.Set<T>().AsNoTracking().Where(_ =>
            false);
}
