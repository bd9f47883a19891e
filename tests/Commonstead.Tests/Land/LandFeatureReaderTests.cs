using System.Text;
using Commonstead.Land;

namespace Commonstead.Tests.Land;

public class LandFeatureReaderTests
{
    private const string Square = "[[-72.60,42.10],[-72.59,42.10],[-72.59,42.11],[-72.60,42.11],[-72.60,42.10]]";

    private static readonly LandFeatureLimits _springfield =
        LandFeatureLimits.Usual with { Region = new GeoBounds(-73, 42, -72, 43) };

    [Fact]
    public void Read_GivesParcelsHomesAndFeaturesWithoutGeometry()
    {
        var features = ReadAll(Collection(
            Feature(Polygon(Square), """{"name":"Mill Lot","lots":3,"leased":true,"note":null,"more":{"a":1}}"""),
            Feature("""{"type":"Point","coordinates":[-72.595,42.105,12.5]}"""),
            Feature("null"),
            Feature($$"""{"type":"MultiPolygon","coordinates":[[{{Square}}]]}""")));
        Assert.All(features, feature => Assert.Empty(feature.Errors));
        Assert.Equal([1, 2, 3, 4], features.Select(feature => feature.Number));
        Assert.Equal("Mill Lot", features[0].Properties["name"]);
        Assert.Equal(["leased", "lots", "name"], features[0].Properties.Keys.Order());
        Assert.InRange(features[0].Outline!.Area.Hectares, 91, 92);
        Assert.Equal(new GeoPosition(-72.595, 42.105), features[1].Point);
        Assert.Null(features[2].Outline);
        Assert.Null(features[2].Point);
        Assert.Equal(features[0].Outline!.Area.SquareMetres, features[3].Outline!.Area.SquareMetres, 1e-6);
    }

    [Theory]
    // A bow tie.
    [InlineData("[[[0,0],[1,1],[1,0],[0,1],[0,0]]]", GeometryErrorKind.SelfCrossing, 1, 1)]
    // A spike that goes out and comes back.
    [InlineData("[[[0,0],[1,0],[1,1],[1,2],[1,1],[0,1],[0,0]]]", GeometryErrorKind.SelfCrossing, 1, 1)]
    [InlineData("[[[0,0],[1,0],[1,1],[0,1]]]", GeometryErrorKind.RingNotClosed, 1, 1)]
    [InlineData("[[[0,0],[1,0],[0,0]]]", GeometryErrorKind.TooFewPoints, 1, 1)]
    [InlineData("[[]]", GeometryErrorKind.TooFewPoints, 1, 1)]
    [InlineData("[[[0,0],[1,1],[2,2],[0,0]]]", GeometryErrorKind.SelfCrossing, 1, 1)]
    [InlineData("[[[0,0],[0,0],[0,0],[0,0]]]", GeometryErrorKind.NoArea, 1, 1)]
    [InlineData("[[[0,0],[181,0],[1,91],[0,0]]]", GeometryErrorKind.OutOfRange, 1, 1)]
    [InlineData("[[[0,0],[1e999,0],[1,1],[0,0]]]", GeometryErrorKind.OutOfRange, 1, 1)]
    [InlineData("[[[0,0],[0,-1e308],[1,1],[0,0]]]", GeometryErrorKind.OutOfRange, 1, 1)]
    [InlineData("[[[0,0],[99999999999999999999999999999999,0],[1,1],[0,0]]]", GeometryErrorKind.OutOfRange, 1, 1)]
    [InlineData("[[[42,-100],[43,-100],[43,-99],[42,-100]]]", GeometryErrorKind.AxisOrder, 1, 1)]
    [InlineData("[]", GeometryErrorKind.BadCoordinates, 1, 0)]
    [InlineData("7", GeometryErrorKind.BadCoordinates, 1, 0)]
    [InlineData("[[[0,0],[1],[1,1],[0,0]]]", GeometryErrorKind.BadCoordinates, 1, 1)]
    [InlineData("[[[0,0],[\"1\",0],[1,1],[0,0]]]", GeometryErrorKind.BadCoordinates, 1, 1)]
    [InlineData("[[0,0],[1,0],[1,1],[0,0]]", GeometryErrorKind.BadCoordinates, 1, 1)]
    // Holes: one that crosses itself, one outside, two that overlap.
    [InlineData("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,2],[2,1],[1,2],[1,1]]]",
        GeometryErrorKind.SelfCrossing, 1, 2)]
    [InlineData("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[20,1],[21,1],[21,2],[20,1]]]",
        GeometryErrorKind.HoleOutside, 1, 0)]
    [InlineData("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[4,1],[4,4],[1,1]],[[1,1],[4,1],[4,4],[1,1]]]",
        GeometryErrorKind.RingsOverlap, 1, 0)]
    public void Read_NamesWhatIsWrongWithARing(string coordinates, GeometryErrorKind kind, int polygon, int ring)
    {
        var feature = ReadAll(Collection(Feature("null"), Feature(Polygon(coordinates, isWhole: true))))[1];
        Assert.Null(feature.Outline);
        var error = feature.Errors[0];
        Assert.Equal((kind, 2, polygon, ring), (error.Kind, error.Feature, error.Polygon, error.Ring));
        Assert.StartsWith("feature 2, polygon 1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamesEveryRingAndThePlace()
    {
        const string bowTie = "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]";
        var feature = Assert.Single(ReadAll(Collection(Feature(
            $$"""{"type":"MultiPolygon","coordinates":[[{{Square}}],{{bowTie}},{{bowTie}}]}"""))));
        Assert.Equal(
            [
                "feature 1, polygon 2, ring 1: The outline crosses or touches itself near 1, 1.",
                "feature 1, polygon 3, ring 1: The outline crosses or touches itself near 1, 1.",
            ],
            feature.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Read_RefusesPolygonsOfOneParcelThatOverlap()
    {
        var feature = Assert.Single(ReadAll(Collection(Feature(
            $$"""{"type":"MultiPolygon","coordinates":[[{{Square}}],[{{Square}}]]}"""))));
        Assert.Equal(GeometryErrorKind.RingsOverlap, Assert.Single(feature.Errors).Kind);
    }

    [Fact]
    public void Read_SuspectsExchangedAxesFromTheTrustsRegion()
    {
        var swapped = "[[42.10,-72.60],[42.10,-72.59],[42.11,-72.59],[42.10,-72.60]]";
        var error = Assert.Single(ReadAll(Collection(Feature(Polygon(swapped))), _springfield)[0].Errors);
        Assert.Equal(
            "feature 1, polygon 1, ring 1: Longitude and latitude seem exchanged: 42.1, -72.6.", error.ToString());
        Assert.Empty(ReadAll(Collection(Feature(Polygon(Square))), _springfield)[0].Errors);
        var far = ReadAll(Collection(Feature("""{"type":"Point","coordinates":[10,50]}""")), _springfield)[0];
        Assert.Equal(GeometryErrorKind.FarFromRegion, Assert.Single(far.Errors).Kind);
        Assert.Null(far.Point);
    }

    [Theory]
    [InlineData("""{"type":"LineString","coordinates":[[0,0],[1,1]]}""", GeometryErrorKind.NotAGeometry)]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", GeometryErrorKind.NotAGeometry)]
    [InlineData("""{"coordinates":[0,0]}""", GeometryErrorKind.NotAGeometry)]
    [InlineData("""{"type":"Point","coordinates":["a",0]}""", GeometryErrorKind.BadCoordinates)]
    [InlineData("""{"type":"Point"}""", GeometryErrorKind.BadCoordinates)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", GeometryErrorKind.BadCoordinates)]
    [InlineData("""{"type":"Point","coordinates":[42,172]}""", GeometryErrorKind.AxisOrder)]
    [InlineData("5", GeometryErrorKind.NotAGeometry)]
    public void Read_NamesWhatIsWrongWithAGeometry(string geometry, GeometryErrorKind expected) =>
        Assert.Equal(expected, Assert.Single(ReadAll(Collection(Feature(geometry)))[0].Errors).Kind);

    [Theory]
    [InlineData("""{"type":"Polygon"}""")]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("7")]
    public void Read_NamesAMemberThatIsNoFeatureAndReadsOn(string member)
    {
        var features = ReadAll(Collection(member, Feature("null")));
        Assert.Equal(GeometryErrorKind.NotAFeature, Assert.Single(features[0].Errors).Kind);
        Assert.Empty(features[1].Errors);
    }

    [Theory]
    [InlineData("", GeometryErrorKind.NotJson)]
    [InlineData("not json", GeometryErrorKind.NotJson)]
    [InlineData("[]", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("{}", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"type":"FeatureCollection"}""", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"type":"Feature","geometry":null}""", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"type":1,"features":[]}""", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"features":[]}""", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"type":"FeatureCollection","features":{}}""", GeometryErrorKind.NotAFeatureCollection)]
    [InlineData("""{"type":"FeatureCollection","features":[]""", GeometryErrorKind.NotJson)]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":""", GeometryErrorKind.NotJson)]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""", GeometryErrorKind.NotJson)]
    [InlineData(
        """{"type":"FeatureCollection","features":[],"features":[]}""", GeometryErrorKind.NotAFeatureCollection)]
    public void Read_RefusesAFileThatIsNoFeatureCollection(string text, GeometryErrorKind expected) =>
        Assert.Equal(expected, FileErrorOf(text)!.Kind);

    [Theory]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}}""", true)]
    [InlineData("""{"type":"name","properties":{"name":"EPSG:3857"}}""", true)]
    [InlineData("""{"type":"link"}""", true)]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}""", false)]
    [InlineData("null", false)]
    public void Read_RefusesAnotherReferenceSystemWhereverItStands(string crs, bool isRefused)
    {
        GeometryErrorKind? expected = isRefused ? GeometryErrorKind.NotWgs84 : null;
        Assert.Equal(expected, FileErrorOf($$"""{"type":"FeatureCollection","crs":{{crs}},"features":[]}""")?.Kind);
        Assert.Equal(expected, FileErrorOf($$"""{"features":[],"type":"FeatureCollection","crs":{{crs}}}""")?.Kind);
    }

    [Fact]
    public void Read_RefusesWhatIsBeyondItsLimits()
    {
        var text = Collection(Feature(Polygon(Square)), Feature("null"), Feature("null"));
        Assert.Equal(GeometryErrorKind.TooLarge, FileErrorOf(text, LandFeatureLimits.Usual with { Bytes = 200 })!.Kind);
        Assert.Equal(
            GeometryErrorKind.TooManyFeatures, FileErrorOf(text, LandFeatureLimits.Usual with { Features = 2 })!.Kind);
        Assert.Equal(
            GeometryErrorKind.FeatureTooLarge,
            FileErrorOf(text, LandFeatureLimits.Usual with { FeatureBytes = 99 })!.Kind);
        var error = Assert.Single(ReadAll(text, LandFeatureLimits.Usual with { Corners = 4 })[0].Errors);
        Assert.Equal(GeometryErrorKind.TooManyCorners, error.Kind);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("1e")]
    public void Read_RefusesWhatIsNoNumberOfJson(string number)
    {
        var wrong = Collection(Feature("null"), Feature(Polygon($"[0,0],[{number},0],[1,1],[0,0]")));
        Assert.Equal((GeometryErrorKind.NotJson, 2), (FileErrorOf(wrong)!.Kind, FileErrorOf(wrong)!.Feature));
    }

    [Fact]
    public void Read_RefusesFiftyMegabytesBeforeReadingThem()
    {
        var stream = new MemoryStream(new byte[50 * 1024 * 1024]);
        var reader = new LandFeatureReader(stream);
        Assert.Empty(reader.Read());
        Assert.Equal(GeometryErrorKind.TooLarge, reader.FileError!.Kind);
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public void Read_StopsAtTheLimitOfAStreamOfUnknownLength()
    {
        var reader = new LandFeatureReader(new EndlessFeatures(), LandFeatureLimits.Usual with { Bytes = 1_000_000 });
        Assert.NotEmpty(reader.Read().ToList());
        Assert.Equal(GeometryErrorKind.TooLarge, reader.FileError!.Kind);
        Assert.InRange(reader.BytesRead, 1_000_000, 1_200_000);
    }

    [Fact]
    public void Read_RefusesDeepNestingAndTextThatIsNotUtf8()
    {
        Assert.Equal(GeometryErrorKind.NotJson, FileErrorOf(
            """{"type":"FeatureCollection","features":[""" + new string('[', 10_000))!.Kind);
        byte[] bytes =
        [
            .. """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"id":" """u8,
            0xE9,
            .. "\"}]}"u8,
        ];
        var reader = new LandFeatureReader(new MemoryStream(bytes));
        Assert.Empty(reader.Read());
        Assert.Equal(GeometryErrorKind.NotJson, reader.FileError!.Kind);
    }

    [Fact]
    public void Read_TakesAByteOrderMarkAndAFeatureInManyBlocks()
    {
        var large = Feature("null", $$"""{"text":"{{new string('x', 300_000)}}"}""");
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Collection(large, large, Feature("null")))];
        var reader = new LandFeatureReader(new MemoryStream(bytes));
        Assert.Equal([300_000, 300_000, 0],
            reader.Read().Select(feature => feature.Properties.GetValueOrDefault("text", "").Length));
        Assert.Null(reader.FileError);
    }

    private static string Polygon(string ring, bool isWhole = false) =>
        $$"""{"type":"Polygon","coordinates":{{(isWhole ? ring : $"[{ring}]")}}}""";

    private static string Feature(string geometry, string properties = "{}") =>
        $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","name":"land","features":[{{string.Join(",\n", features)}}]}""";

    private static List<LandFeature> ReadAll(string text, LandFeatureLimits? limits = null)
    {
        var reader = new LandFeatureReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);
        var features = reader.Read().ToList();
        Assert.Null(reader.FileError);
        return features;
    }

    private static GeometryError? FileErrorOf(string text, LandFeatureLimits? limits = null)
    {
        var reader = new LandFeatureReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);
        foreach (var feature in reader.Read()) Assert.NotNull(feature.Properties);
        return reader.FileError;
    }

    /// <summary>A collection that never ends.</summary>
    private sealed class EndlessFeatures : MemoryStream
    {
        private static readonly byte[] _feature = Encoding.UTF8.GetBytes(Feature("null") + ",");
        private readonly Queue<byte> _ready = new("""{"type":"FeatureCollection","features":["""u8.ToArray());

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            for (var index = 0; index < buffer.Length; index++)
            {
                if (_ready.Count == 0)
                    foreach (var part in _feature) _ready.Enqueue(part);
                buffer[index] = _ready.Dequeue();
            }
            return buffer.Length;
        }
    }
}
