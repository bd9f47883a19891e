using System.Globalization;
using Commonstead.Platform.Trusts;

namespace Commonstead.Land;

/// <summary>Writes and reads areas in the trust's own measure; they are kept in square metres.</summary>
public static class Areas
{
    // The international foot is exactly 0.3048 m.
    private const decimal SquareMetresPerSquareFoot = 0.3048m * 0.3048m;

    /// <summary>Land in acres or hectares, in the reader's number format.</summary>
    public static string ToReader(this LandArea area, Measurement measurement) => measurement == Measurement.Metric
        ? Amount(area.Hectares) + " ha"
        : Amount(area.Acres) + (Amount(area.Acres) == Amount(1) ? " acre" : " acres");

    /// <summary>Land in acres or hectares as a number for files.</summary>
    public static decimal In(this LandArea area, Measurement measurement) =>
        decimal.Round((decimal)(measurement == Measurement.Metric ? area.Hectares : area.Acres), 4);

    /// <summary>A floor area in whole square feet, or square metres to one decimal.</summary>
    public static string FloorToReader(decimal squareMetres, Measurement measurement) =>
        FloorIn(squareMetres, measurement).ToString("#,0.#", CultureInfo.CurrentCulture) + " " + FloorUnit(measurement);

    /// <summary>The unit floor areas are written in.</summary>
    public static string FloorUnit(Measurement measurement) => measurement == Measurement.Metric ? "m²" : "sq ft";

    /// <summary>A floor area as the trust measures it.</summary>
    public static decimal FloorIn(decimal squareMetres, Measurement measurement) => measurement == Measurement.Metric
        ? decimal.Round(squareMetres, 1)
        : decimal.Round(squareMetres / SquareMetresPerSquareFoot, 0);

    /// <summary>Square metres, to four decimals, of a floor area as the trust measures it.</summary>
    public static decimal FloorFrom(decimal area, Measurement measurement) =>
        decimal.Round(measurement == Measurement.Metric ? area : area * SquareMetresPerSquareFoot, 4);

    // A garden plot shows four decimals' worth, a farm one: always about three figures that mean something.
    private static string Amount(double area) => area.ToString(
        area switch { < 0.1 => "0.000", < 100 => "#,0.00", _ => "#,0.0" }, CultureInfo.CurrentCulture);
}
