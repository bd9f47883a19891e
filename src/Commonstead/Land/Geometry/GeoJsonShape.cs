using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Commonstead.Land;

/// <summary>
/// Reads one GeoJSON geometry object (RFC 7946, section 3.1) strictly, noting every error with polygon and ring.
/// </summary>
internal sealed class GeoJsonShape(LandFeatureLimits limits, int feature)
{
    private const int LeastPositions = 4;

    private readonly List<GeometryError> _errors = [];
    private int _corners;

    /// <summary>What is wrong with the geometry.</summary>
    public IReadOnlyList<GeometryError> Errors => _errors;

    /// <summary>The outline, when it is a polygon or multipolygon without an error.</summary>
    public ParcelGeometry? Outline { get; private set; }

    /// <summary>The place, when it is a point without an error.</summary>
    public GeoPosition? Point { get; private set; }

    /// <summary>Reads the object.</summary>
    public void Read(JsonElement geometry)
    {
        var type = Member(geometry, "type") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;
        var coordinates = Member(geometry, "coordinates") ?? default;
        switch (type)
        {
            case "Point":
                ReadPoint(coordinates);
                break;
            case "Polygon":
                Finish([ReadPolygon(coordinates, 1)], isMulti: false);
                break;
            case "MultiPolygon" when coordinates.ValueKind == JsonValueKind.Array && coordinates.GetArrayLength() > 0:
                var polygons = coordinates.EnumerateArray().Select((rings, index) => ReadPolygon(rings, index + 1));
                Finish([.. polygons], isMulti: true);
                break;
            case "MultiPolygon":
                Fail(GeometryErrorKind.BadCoordinates, 0, 0, Raw(coordinates));
                break;
            default:
                Fail(GeometryErrorKind.NotAGeometry, 0, 0, type ?? Raw(geometry));
                break;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string Raw(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "there are none" : Shorten(element.GetRawText());

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100];

    private static GeoPosition? Position(JsonElement element)
    {
        // A third number, the height, is allowed and left aside (RFC 7946, section 3.1.1).
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is < 2 or > 3) return null;
        return element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number
            ? new GeoPosition(element[0].GetDouble(), element[1].GetDouble())
            : null;
    }

    private void ReadPoint(JsonElement position)
    {
        if (Position(position) is not { } point) Fail(GeometryErrorKind.BadCoordinates, 0, 0, Raw(position));
        else if (IsPlausible(point, 0, 0)) Point = point;
    }

    private Polygon? ReadPolygon(JsonElement rings, int polygon)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
        {
            Fail(GeometryErrorKind.BadCoordinates, polygon, 0, Raw(rings));
            return null;
        }
        var read = rings.EnumerateArray().Select((ring, index) => ReadRing(ring, polygon, index + 1)).ToList();
        return read.Contains(null) ? null : new Polygon(read[0], [.. read.Skip(1).Select(hole => hole!)]);
    }

    private LinearRing? ReadRing(JsonElement positions, int polygon, int ring)
    {
        if (positions.ValueKind != JsonValueKind.Array)
            return Fail(GeometryErrorKind.BadCoordinates, polygon, ring, Raw(positions));
        var count = positions.GetArrayLength();
        if (_corners + count > limits.Corners)
            return Fail(GeometryErrorKind.TooManyCorners, polygon, ring, Number(limits.Corners));
        _corners += count;
        var corners = new Coordinate[count];
        var index = 0;
        foreach (var element in positions.EnumerateArray())
        {
            if (Position(element) is not { } place)
                return Fail(GeometryErrorKind.BadCoordinates, polygon, ring, Raw(element));
            if (!IsPlausible(place, polygon, ring)) return null;
            corners[index++] = new Coordinate(place.Longitude, place.Latitude);
        }
        if (count < LeastPositions) return Fail(GeometryErrorKind.TooFewPoints, polygon, ring, Number(count));
        if (!corners[0].Equals2D(corners[^1]))
            return Fail(GeometryErrorKind.RingNotClosed, polygon, ring, $"{Text(corners[0])} … {Text(corners[^1])}");
        return new LinearRing(corners);
    }

    // The first wrong place of a ring is enough: the others are most often wrong alike.
    private bool IsPlausible(GeoPosition place, int polygon, int ring)
    {
        var kind = !place.IsInRange
            ? place.Swapped.IsInRange ? GeometryErrorKind.AxisOrder : GeometryErrorKind.OutOfRange
            : FarKind(place);
        if (kind is { } wrong) Fail(wrong, polygon, ring, Text(new Coordinate(place.Longitude, place.Latitude)));
        return kind is null;
    }

    private GeometryErrorKind? FarKind(GeoPosition place)
    {
        if (limits.Region is not { } region) return null;
        var expected = region.Widened(LandFeatureLimits.FarDegrees);
        if (expected.Contains(place)) return null;
        return expected.Contains(place.Swapped) ? GeometryErrorKind.AxisOrder : GeometryErrorKind.FarFromRegion;
    }

    private void Finish(IReadOnlyList<Polygon?> polygons, bool isMulti)
    {
        if (_errors.Count > 0) return;
        var valid = polygons.Select(polygon => polygon!).ToArray();
        Geometry shape = isMulti ? new MultiPolygon(valid) : valid[0];
        foreach (var fault in OutlineCheck.Run(valid, shape))
            Fail(fault.Kind, fault.Polygon, fault.Ring, Text(fault.At));
        if (_errors.Count == 0) Outline = new ParcelGeometry(shape);
    }

    private static string Text(Coordinate place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#######}, {place.Y:0.#######}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private LinearRing? Fail(GeometryErrorKind kind, int polygon, int ring, string detail)
    {
        _errors.Add(new GeometryError(kind, feature, polygon, ring, detail));
        return null;
    }
}
