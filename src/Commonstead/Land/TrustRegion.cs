using Commonstead.Platform.Trusts;

namespace Commonstead.Land;

/// <summary>
/// Where a trust's land can lie, roughly: it tells a latitude from a longitude and a typing mistake from a place.
/// </summary>
internal static class TrustRegion
{
    // Samoa to Maine and the Virgin Islands to Alaska; the Channel to Shetland and Rockall to Lowestoft.
    private static readonly GeoBounds _unitedStates = new(-180, -15, -64, 72);
    private static readonly GeoBounds _greatBritain = new(-14, 49, 3, 62);

    /// <summary>The box around a country.</summary>
    public static GeoBounds Of(Country country) => country switch
    {
        Country.GreatBritain => _greatBritain,
        Country.UnitedStates => _unitedStates,
        _ => throw new ArgumentOutOfRangeException(nameof(country), country, null),
    };
}
