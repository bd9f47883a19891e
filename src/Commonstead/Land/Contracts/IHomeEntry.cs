using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>Enters homes for a file that brings homes and leases together, inside the caller's transaction.</summary>
public interface IHomeEntry
{
    /// <summary>Checks a home and enters it, unless it is only a trial.</summary>
    /// <param name="home">The home.</param>
    /// <param name="isTrial">True to check only.</param>
    /// <returns>The home as others name it, or why it cannot be entered.</returns>
    Task<Outcome<HomeSummary>> Enter(HomeToEnter home, bool isTrial);
}

/// <summary>A home to be entered.</summary>
/// <param name="Id">The id it is to have.</param>
/// <param name="Number">The trust's own number of it.</param>
/// <param name="ParcelName">The name of the parcel it stands on.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Kind">What kind of building, by the name of the kind; null for another kind.</param>
/// <param name="Bedrooms">Bedrooms, or null.</param>
/// <param name="YearBuilt">The year it was built, or null.</param>
public sealed record HomeToEnter(
    HomeId Id, string Number, string ParcelName, string Address, string? Kind, int? Bedrooms, int? YearBuilt);
