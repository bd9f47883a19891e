using System.Buffers;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Commonstead.Land;

/// <summary>
/// The outline of a parcel: one or more polygons, perhaps with holes, in WGS 84. Always valid: it is made by reading
/// GeoJSON (<see cref="LandFeatureReader"/>, <see cref="ParcelGeometryText"/>), which refuses what is not.
/// </summary>
public sealed class ParcelGeometry
{
    /// <summary>The overlap share that is put down to survey differences unless a trust says otherwise: 2 %.</summary>
    public const double ToleratedOverlap = 0.02;

    private readonly Geometry _shape;

    internal ParcelGeometry(Geometry shape)
    {
        _shape = shape;
        Area = new LandArea(Wgs84.Area(shape));
        PerimeterMetres = Wgs84.Perimeter(shape);
    }

    /// <summary>The area on the ellipsoid, holes left out.</summary>
    public LandArea Area { get; }

    /// <summary>The length of all outlines on the ellipsoid, holes' among them, in metres.</summary>
    public double PerimeterMetres { get; }

    /// <summary>The smallest box around the parcel.</summary>
    public GeoBounds Bounds
    {
        get
        {
            var box = _shape.EnvelopeInternal;
            return new GeoBounds(box.MinX, box.MinY, box.MaxX, box.MaxY);
        }
    }

    /// <summary>The centre of gravity; of a bent parcel it may lie outside.</summary>
    public GeoPosition Centroid => Place(_shape.Centroid);

    /// <summary>A place that is certainly on the parcel, for its label.</summary>
    public GeoPosition LabelPlace => Place(_shape.InteriorPoint);

    /// <summary>How many corners the outlines have, the closing ones counted.</summary>
    public int CornerCount => _shape.NumPoints;

    /// <summary>How many outlines there are, holes' among them.</summary>
    public int RingCount => Enumerable.Range(0, _shape.NumGeometries)
        .Sum(n => 1 + ((Polygon)_shape.GetGeometryN(n)).NumInteriorRings);

    /// <summary>True when a place is on the parcel or its edge.</summary>
    public bool Contains(GeoPosition place) =>
        _shape.Covers(_shape.Factory.CreatePoint(new Coordinate(place.Longitude, place.Latitude)));

    /// <summary>
    /// The share of the smaller of two parcels that both cover, from 0 to 1. Surveys of neighbours rarely agree to the
    /// centimetre, so a small share is no error (<see cref="ToleratedOverlap"/>).
    /// </summary>
    public double OverlapShare(ParcelGeometry other)
    {
        if (!_shape.EnvelopeInternal.Intersects(other._shape.EnvelopeInternal)) return 0;
        var common = OverlayNGRobust.Overlay(_shape, other._shape, SpatialFunction.Intersection);
        var smaller = Math.Min(Area.SquareMetres, other.Area.SquareMetres);
        return Math.Min(1, Wgs84.Area(common) / smaller);
    }

    /// <summary>The geometry as GeoJSON (RFC 7946): outer rings counter-clockwise, holes clockwise.</summary>
    public string ToGeoJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", _shape is Polygon ? "Polygon" : "MultiPolygon");
            json.WritePropertyName("coordinates");
            if (_shape is Polygon only) WritePolygon(json, only);
            else WritePolygons(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static GeoPosition Place(Point point) => new(point.X, point.Y);

    private void WritePolygons(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        for (var index = 0; index < _shape.NumGeometries; index++)
            WritePolygon(json, (Polygon)_shape.GetGeometryN(index));
        json.WriteEndArray();
    }

    private static void WritePolygon(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        WriteRing(json, (LinearRing)polygon.ExteriorRing, isCounterClockwise: true);
        foreach (var hole in polygon.InteriorRings) WriteRing(json, (LinearRing)hole, isCounterClockwise: false);
        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, bool isCounterClockwise)
    {
        json.WriteStartArray();
        var corners = ring.Coordinates;
        if (ring.IsCCW != isCounterClockwise) corners = [.. corners.Reverse()];
        foreach (var corner in corners)
        {
            json.WriteStartArray();
            json.WriteNumberValue(corner.X);
            json.WriteNumberValue(corner.Y);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
