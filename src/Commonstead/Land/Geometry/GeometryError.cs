using System.Globalization;

namespace Commonstead.Land;

/// <summary>One thing that is wrong with a GeoJSON file or geometry, with where it stands.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Feature">The feature, the first being 1; 0 when it is about the file or a single geometry.</param>
/// <param name="Polygon">The polygon of the feature, the first being 1; 0 when it is about none.</param>
/// <param name="Ring">The ring of the polygon: 1 the outer, from 2 the holes; 0 when it is about none.</param>
/// <param name="Detail">The place, text or limit concerned; shortened when long.</param>
public sealed record GeometryError(GeometryErrorKind Kind, int Feature, int Polygon, int Ring, string Detail)
{
    private const int LongestDetail = 80;

    /// <summary>The place, text or limit concerned.</summary>
    public string Detail { get; } = Detail.Length <= LongestDetail ? Detail : Detail[..(LongestDetail - 1)] + "…";

    /// <summary>The error in one sentence; {0} stands for <see cref="Detail"/>.</summary>
    public string Sentence => Kind switch
    {
        GeometryErrorKind.NotJson => "This is not JSON: {0}",
        GeometryErrorKind.TooLarge => "The file is larger than {0}.",
        GeometryErrorKind.TooManyFeatures => "The file has more than {0} features.",
        GeometryErrorKind.FeatureTooLarge => "A feature is larger than {0}.",
        GeometryErrorKind.NotAFeatureCollection => "This is not a GeoJSON FeatureCollection: “{0}”.",
        GeometryErrorKind.NotWgs84 => "The coordinates are not in WGS 84 but in “{0}”.",
        GeometryErrorKind.NotAFeature => "This is not a GeoJSON feature: “{0}”.",
        GeometryErrorKind.NotAGeometry => "“{0}” is not a polygon, multipolygon or point.",
        GeometryErrorKind.BadCoordinates => "The coordinates are not lists of positions in degrees: {0}",
        GeometryErrorKind.TooManyCorners => "The feature has more than {0} corners.",
        GeometryErrorKind.TooFewPoints => "The ring has {0} positions, fewer than the four it needs.",
        GeometryErrorKind.RingNotClosed => "The ring does not end where it starts: {0}.",
        GeometryErrorKind.OutOfRange => "There is no such place: {0}.",
        GeometryErrorKind.AxisOrder => "Longitude and latitude seem exchanged: {0}.",
        GeometryErrorKind.FarFromRegion => "The place is far from the trust's region: {0}.",
        GeometryErrorKind.SelfCrossing => "The outline crosses or touches itself near {0}.",
        GeometryErrorKind.NoArea => "The ring encloses no area near {0}.",
        GeometryErrorKind.HoleOutside => "A hole lies outside its polygon near {0}.",
        GeometryErrorKind.RingsOverlap => "Two rings of the feature overlap near {0}.",
        _ => throw new InvalidOperationException($"No sentence for {Kind}."),
    };

    /// <summary>The error as the command line shows it.</summary>
    public override string ToString()
    {
        var place = (Feature > 0 ? $"feature {Feature}, " : "")
            + (Polygon > 0 ? $"polygon {Polygon}, " : "")
            + (Ring > 0 ? $"ring {Ring}, " : "");
        var sentence = string.Format(CultureInfo.InvariantCulture, Sentence, Detail);
        return place.Length == 0 ? sentence : $"{place[..^2]}: {sentence}";
    }
}

/// <summary>What can be wrong with a GeoJSON file or geometry.</summary>
public enum GeometryErrorKind
{
    /// <summary>Not JSON, or cut off, or nested too deep.</summary>
    NotJson,

    /// <summary>More bytes than the limit.</summary>
    TooLarge,

    /// <summary>More features than the limit.</summary>
    TooManyFeatures,

    /// <summary>One feature with more bytes than the limit.</summary>
    FeatureTooLarge,

    /// <summary>JSON, but not a FeatureCollection.</summary>
    NotAFeatureCollection,

    /// <summary>A crs member that names another reference system.</summary>
    NotWgs84,

    /// <summary>A member of the features that is no Feature.</summary>
    NotAFeature,

    /// <summary>A geometry of a type no parcel or home has.</summary>
    NotAGeometry,

    /// <summary>Coordinates that are not nested lists of numbers of the right depth.</summary>
    BadCoordinates,

    /// <summary>More corners in one feature than the limit.</summary>
    TooManyCorners,

    /// <summary>A ring of fewer than four positions.</summary>
    TooFewPoints,

    /// <summary>A ring whose last position is not its first.</summary>
    RingNotClosed,

    /// <summary>A longitude or latitude that does not exist.</summary>
    OutOfRange,

    /// <summary>Positions that make sense only with longitude and latitude exchanged.</summary>
    AxisOrder,

    /// <summary>A place far from where the trust works.</summary>
    FarFromRegion,

    /// <summary>A ring that crosses or touches itself.</summary>
    SelfCrossing,

    /// <summary>A ring without an inside.</summary>
    NoArea,

    /// <summary>A hole that is not within its polygon.</summary>
    HoleOutside,

    /// <summary>Rings that cross, lie in each other or are the same.</summary>
    RingsOverlap,
}
