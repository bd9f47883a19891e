namespace Commonstead.Land;

/// <summary>An area of land, in square metres, with the units people measure land in.</summary>
/// <param name="SquareMetres">Square metres on the ellipsoid, zero or more.</param>
public readonly record struct LandArea(double SquareMetres)
{
    /// <summary>
    /// The international acre: 4,840 square yards of 0.9144 m, exactly 4,046.8564224 m² (the US survey acre, retired at
    /// the end of 2022, is 0.0004 % larger).
    /// </summary>
    public const double SquareMetresPerAcre = 4046.8564224;

    /// <summary>The hectare: 10,000 m².</summary>
    public const double SquareMetresPerHectare = 10_000;

    /// <summary>International acres.</summary>
    public double Acres => SquareMetres / SquareMetresPerAcre;

    /// <summary>Hectares.</summary>
    public double Hectares => SquareMetres / SquareMetresPerHectare;
}
