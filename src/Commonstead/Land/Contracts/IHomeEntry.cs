using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>
/// Enters homes for a file that brings homes and leases together, inside the caller's transaction: expected together,
/// checked one by one, entered once all are right.
/// </summary>
public interface IHomeEntry
{
    /// <summary>Looks up for many homes at once what each is checked against.</summary>
    Task Expect(IReadOnlyCollection<HomeToEnter> homes);

    /// <summary>Checks an expected home by the rules of every home; nothing is written.</summary>
    /// <returns>The home as others name it, or why it cannot be entered.</returns>
    /// <exception cref="InvalidOperationException">Its parcel was not looked up.</exception>
    Outcome<HomeSummary> Check(HomeToEnter home);

    /// <summary>Enters a home that was checked and found right.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    void Enter(HomeToEnter home);
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
