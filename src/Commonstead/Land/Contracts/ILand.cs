namespace Commonstead.Land;

/// <summary>What other capabilities may ask the register of land.</summary>
public interface ILand
{
    /// <summary>Homes by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<HomeId, HomeSummary>> Homes(IReadOnlyCollection<HomeId> ids);

    /// <summary>Parcels by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<ParcelId, string>> ParcelNames(IReadOnlyCollection<ParcelId> ids);

    /// <summary>A home by the number the trust gave it, or null.</summary>
    Task<HomeSummary?> HomeByNumber(string number);

    /// <summary>Homes by the numbers the trust gave them; numbers of no home are left out.</summary>
    Task<IReadOnlyDictionary<string, HomeSummary>> HomesByNumber(IReadOnlyCollection<string> numbers);

    /// <summary>The first homes by number, for a form to choose from.</summary>
    Task<IReadOnlyList<HomeSummary>> AllHomes(int most);

    /// <summary>The first parcels that the trust holds, by name, for a form to choose from.</summary>
    Task<IReadOnlyDictionary<ParcelId, string>> HeldParcels(int most);
}

/// <summary>A parcel left the trust, as the members' resolution permits; what follows happens in the same
/// transaction.</summary>
/// <param name="Parcel">The parcel.</param>
public sealed record LandLetGo(ParcelId Parcel);

/// <summary>A home as others need to name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The trust's own number or short name of it, unique.</param>
/// <param name="Address">Its address on one line.</param>
/// <param name="Parcel">The parcel it stands on.</param>
/// <param name="ParcelName">The parcel's name.</param>
/// <param name="Bedrooms">Bedrooms, or null when not recorded.</param>
public sealed record HomeSummary(
    HomeId Id, string Number, string Address, ParcelId Parcel, string ParcelName, int? Bedrooms);

/// <summary>
/// A home's number or address changed; others that keep it in their lists follow in the same transaction.
/// </summary>
/// <param name="Home">The home as it is now.</param>
public sealed record HomeChanged(HomeSummary Home);
