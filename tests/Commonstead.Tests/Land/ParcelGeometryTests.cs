using Commonstead.Land;

namespace Commonstead.Tests.Land;

public class ParcelGeometryTests
{
    private const string WithHole =
        """
        {"type":"Polygon","coordinates":[[[0,0],[0,0.01],[0.01,0.01],[0.01,0],[0,0]],
        [[0.002,0.002],[0.004,0.002],[0.004,0.004],[0.002,0.004],[0.002,0.002]]]}
        """;

    [Fact]
    public void Area_LeavesHolesOutAndThePerimeterCountsThem()
    {
        var (whole, holed) = (Parcel(Box(0, 0, 0.01)), Parcel(WithHole));
        var hole = Parcel(Box(0.002, 0.002, 0.002));
        Assert.Equal(whole.Area.SquareMetres - hole.Area.SquareMetres, holed.Area.SquareMetres, 1e-6);
        Assert.Equal(whole.PerimeterMetres + hole.PerimeterMetres, holed.PerimeterMetres, 1e-6);
        // A hundredth of a degree at the equator: 1,113.195 m by 1,105.743 m.
        Assert.Equal(123.09, whole.Area.Hectares, 0.005);
    }

    [Fact]
    public void ToGeoJson_TurnsRingsTheRightWayAndReadsBackTheSame()
    {
        var parcel = Parcel(WithHole);
        Assert.Equal(
            """{"type":"Polygon","coordinates":[[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]],"""
            + """[[0.002,0.002],[0.002,0.004],[0.004,0.004],[0.004,0.002],[0.002,0.002]]]}""",
            parcel.ToGeoJson());
        Assert.Equal(parcel.ToGeoJson(), Parcel(parcel.ToGeoJson()).ToGeoJson());
        Assert.Equal(parcel.Area, Parcel(parcel.ToGeoJson()).Area);
    }

    [Fact]
    public void ToGeoJson_KeepsAMultiPolygon()
    {
        const string two = """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],"""
            + "[[[2,0],[3,0],[3,1],[2,0]]]]}";
        Assert.Equal(two, Parcel(two).ToGeoJson());
    }

    [Fact]
    public void BoundsAndPlaces_AreOnTheParcel()
    {
        var parcel = Parcel(Box(-72.6, 42.1, 0.01));
        Assert.Equal((-72.6, 42.1), (parcel.Bounds.West, parcel.Bounds.South));
        Assert.Equal(-72.59, parcel.Bounds.East, 1e-9);
        Assert.Equal(42.11, parcel.Bounds.North, 1e-9);
        Assert.Equal(-72.595, parcel.Centroid.Longitude, 1e-9);
        Assert.True(parcel.Contains(parcel.LabelPlace));
        Assert.True(parcel.Contains(new GeoPosition(-72.6, 42.105)));
        Assert.False(parcel.Contains(new GeoPosition(-72.61, 42.105)));
    }

    [Theory]
    // Neighbours with a common edge, 1 % into each other, half, one in the other, far away.
    [InlineData(0.01, 0, 0)]
    [InlineData(0.0099, 0, 0.01)]
    [InlineData(0.005, 0, 0.5)]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 0)]
    public void OverlapShare_IsOfTheSmallerParcel(double x, double y, double expected)
    {
        var (one, other) = (Parcel(Box(0, 0, 0.01)), Parcel(Box(x, y, 0.01)));
        Assert.Equal(expected, one.OverlapShare(other), 1e-6);
        Assert.Equal(one.OverlapShare(other), other.OverlapShare(one), 1e-12);
    }

    [Fact]
    public void OverlapShare_OfOnePercentIsTolerated() =>
        Assert.InRange(
            Parcel(Box(0, 0, 0.01)).OverlapShare(Parcel(Box(0.0099, 0, 0.01))), 0, ParcelGeometry.ToleratedOverlap);

    [Fact]
    public void OverlapShare_OfASmallParcelWithinALargeOneIsWhole() =>
        Assert.Equal(1, Parcel(Box(0, 0, 0.01)).OverlapShare(Parcel(Box(0.004, 0.004, 0.001))), 1e-9);

    [Fact]
    public void TryParse_TakesAGeometryOrAFeature()
    {
        var feature = """{"type":"Feature","properties":{},"geometry":""" + Box(0, 0, 1) + "}";
        Assert.Equal(Parcel(Box(0, 0, 1)).Area, Parcel(feature).Area);
    }

    [Theory]
    [InlineData("", GeometryErrorKind.NotJson)]
    [InlineData("{", GeometryErrorKind.NotJson)]
    [InlineData("[]", GeometryErrorKind.NotAGeometry)]
    [InlineData("""{"type":"Point","coordinates":[0,0]}""", GeometryErrorKind.NotAGeometry)]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}""",
        GeometryErrorKind.SelfCrossing)]
    public void TryParse_NamesWhatIsWrong(string text, GeometryErrorKind expected)
    {
        Assert.False(ParcelGeometryText.TryParse(text, LandFeatureLimits.Usual, out var outline, out var errors));
        Assert.Null(outline);
        Assert.Equal(expected, Assert.Single(errors).Kind);
    }

    [Fact]
    public void TryParse_RefusesTextThatIsTooLarge()
    {
        var limits = LandFeatureLimits.Usual with { FeatureBytes = 10 };
        Assert.False(ParcelGeometryText.TryParse(Box(0, 0, 1), limits, out _, out var errors));
        Assert.Equal(GeometryErrorKind.FeatureTooLarge, Assert.Single(errors).Kind);
    }

    [Fact]
    public void Errors_HaveASentenceEach()
    {
        foreach (var kind in Enum.GetValues<GeometryErrorKind>())
            Assert.Contains("7", new GeometryError(kind, 7, 0, 0, "x").ToString(), StringComparison.Ordinal);
    }

    private static ParcelGeometry Parcel(string geoJson)
    {
        Assert.True(
            ParcelGeometryText.TryParse(geoJson, LandFeatureLimits.Usual, out var outline, out var errors),
            string.Join(' ', errors));
        return outline;
    }

    private static string Box(double x, double y, double side)
    {
        var (east, north) = (x + side, y + side);
        var ring = FormattableString.Invariant(
            $"[[{x},{y}],[{east},{y}],[{east},{north}],[{x},{north}],[{x},{y}]]");
        return $$"""{"type":"Polygon","coordinates":[{{ring}}]}""";
    }
}
