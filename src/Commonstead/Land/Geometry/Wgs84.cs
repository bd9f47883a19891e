using NetTopologySuite.Geometries;

namespace Commonstead.Land;

/// <summary>
/// Areas and lengths on the WGS 84 ellipsoid, of outlines whose edges are straight in longitude and latitude, which is
/// how GeoJSON defines them (RFC 7946, section 3.1.1).
/// </summary>
/// <remarks>
/// The area between the equator and a latitude, per radian of longitude, has a closed form (the authalic latitude:
/// Snyder, Map Projections: A Working Manual, 1987, equation 3-12). Along an edge it is integrated by the five-point
/// Gauss-Legendre rule over pieces of at most one degree, with a relative error below 10⁻¹². Geodesic edges would
/// enclose about d³·tan(latitude)/12R more or less each: 0.01 m² for an edge of 100 m, and opposite edges cancel.
/// </remarks>
internal static class Wgs84
{
    private const double SemiMajorAxis = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double SquaredEccentricity = Flattening * (2 - Flattening);
    private const double LongestPiece = 1;

    private static readonly double _eccentricity = Math.Sqrt(SquaredEccentricity);

    // Abramowitz and Stegun, Handbook of Mathematical Functions, table 25.4, n = 5, on the interval from 0 to 1.
    private static readonly (double At, double Weight)[] _gauss =
    [
        (0.5, 128.0 / 450),
        (0.5 - 0.5 * 0.538469310105683091, 0.5 * 0.478628670499366468),
        (0.5 + 0.5 * 0.538469310105683091, 0.5 * 0.478628670499366468),
        (0.5 - 0.5 * 0.906179845938663993, 0.5 * 0.236926885056189088),
        (0.5 + 0.5 * 0.906179845938663993, 0.5 * 0.236926885056189088),
    ];

    /// <summary>The area of polygons less their holes, in square metres.</summary>
    public static double Area(Geometry geometry)
    {
        var area = 0.0;
        foreach (var polygon in Polygons(geometry))
        {
            area += Math.Abs(SignedArea(polygon.ExteriorRing));
            foreach (var hole in polygon.InteriorRings) area -= Math.Abs(SignedArea(hole));
        }
        return area;
    }

    /// <summary>The length of all outlines of polygons, those of holes among them, in metres.</summary>
    public static double Perimeter(Geometry geometry)
    {
        var length = 0.0;
        foreach (var polygon in Polygons(geometry))
        {
            length += Length(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings) length += Length(hole);
        }
        return length;
    }

    /// <summary>The length of a line, in metres.</summary>
    public static double Length(LineString line) => Integrate(line, (latitude, longitudes, latitudes) =>
    {
        var sine = Math.Sin(latitude);
        var shape = 1 - SquaredEccentricity * sine * sine;
        var east = SemiMajorAxis / Math.Sqrt(shape) * Math.Cos(latitude) * longitudes;
        var north = SemiMajorAxis * (1 - SquaredEccentricity) / (shape * Math.Sqrt(shape)) * latitudes;
        return Math.Sqrt(east * east + north * north);
    });

    private static double SignedArea(LineString ring)
    {
        // Measured from the first corner's latitude, so that small parcels keep all their digits.
        var start = FromEquator(Radians(ring.GetCoordinateN(0).Y));
        return Integrate(ring, (latitude, longitudes, _) => (start - FromEquator(latitude)) * longitudes);
    }

    private static double Integrate(LineString line, Func<double, double, double, double> piece)
    {
        var sum = 0.0;
        for (var corner = 1; corner < line.NumPoints; corner++)
        {
            var (from, to) = (line.GetCoordinateN(corner - 1), line.GetCoordinateN(corner));
            var span = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
            var pieces = Math.Max(1, (int)Math.Ceiling(span / LongestPiece));
            var (longitudes, latitudes) = (Radians(to.X - from.X) / pieces, Radians(to.Y - from.Y) / pieces);
            for (var index = 0; index < pieces; index++)
            {
                var start = Radians(from.Y) + index * latitudes;
                foreach (var (at, weight) in _gauss)
                    sum += weight * piece(start + at * latitudes, longitudes, latitudes);
            }
        }
        return sum;
    }

    // The area from the equator to a latitude, for one radian of longitude.
    private static double FromEquator(double latitude)
    {
        var sine = Math.Sin(latitude);
        return SemiMajorAxis * SemiMajorAxis * (1 - SquaredEccentricity) / 2
            * (sine / (1 - SquaredEccentricity * sine * sine) + Math.Atanh(_eccentricity * sine) / _eccentricity);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static IEnumerable<Polygon> Polygons(Geometry geometry)
    {
        for (var index = 0; index < geometry.NumGeometries; index++)
            if (geometry.GetGeometryN(index) is Polygon { IsEmpty: false } polygon) yield return polygon;
    }
}
