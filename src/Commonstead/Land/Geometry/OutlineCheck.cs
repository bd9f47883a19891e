using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Commonstead.Land;

/// <summary>
/// Checks outlines for validity (OGC Simple Features): each ring by itself first, so that the fault names its ring,
/// then rings against each other.
/// </summary>
internal static class OutlineCheck
{
    /// <summary>A fault with the polygon and ring it is in, counted from 1, and a place near it.</summary>
    internal readonly record struct Fault(GeometryErrorKind Kind, int Polygon, int Ring, Coordinate At);

    /// <summary>Every faulty ring; when all are good by themselves, the first fault between them.</summary>
    public static IReadOnlyList<Fault> Run(IReadOnlyList<Polygon> polygons, Geometry whole)
    {
        var faults = new List<Fault>();
        for (var polygon = 0; polygon < polygons.Count; polygon++)
        {
            var rings = polygons[polygon].InteriorRings.Prepend(polygons[polygon].ExteriorRing).ToList();
            for (var ring = 0; ring < rings.Count; ring++)
                if (Check(new Polygon((LinearRing)rings[ring])) is { } wrong)
                    faults.Add(new Fault(wrong.Kind, polygon + 1, ring + 1, wrong.At));
        }
        if (faults.Count > 0) return faults;
        for (var polygon = 0; polygon < polygons.Count; polygon++)
            if (polygons[polygon].NumInteriorRings > 0 && CheckBetween(polygons[polygon]) is { } wrong)
                faults.Add(new Fault(wrong.Kind, polygon + 1, 0, wrong.At));
        if (faults.Count == 0 && polygons.Count > 1 && CheckBetween(whole) is { } between)
            faults.Add(new Fault(between.Kind, 0, 0, between.At));
        return faults;
    }

    // Rings that are good by themselves can cross only each other.
    private static (GeometryErrorKind Kind, Coordinate At)? CheckBetween(Geometry geometry) => Check(geometry) switch
    {
        { Kind: GeometryErrorKind.SelfCrossing } crossing => (GeometryErrorKind.RingsOverlap, crossing.At),
        var other => other,
    };

    private static (GeometryErrorKind Kind, Coordinate At)? Check(Geometry geometry)
    {
        if (new IsValidOp(geometry).ValidationError is { } error) return (Kind(error.ErrorType), error.Coordinate);
        if (geometry is Polygon { NumInteriorRings: 0 } && Wgs84.Area(geometry) <= 0)
            return (GeometryErrorKind.NoArea, geometry.Coordinate);
        return null;
    }

    private static GeometryErrorKind Kind(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection =>
            GeometryErrorKind.SelfCrossing,
        TopologyValidationErrors.TooFewPoints => GeometryErrorKind.NoArea,
        TopologyValidationErrors.HoleOutsideShell => GeometryErrorKind.HoleOutside,
        _ => GeometryErrorKind.RingsOverlap,
    };
}
