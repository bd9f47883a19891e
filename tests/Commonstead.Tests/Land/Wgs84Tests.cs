using Commonstead.Land;
using NetTopologySuite.Geometries;

namespace Commonstead.Tests.Land;

public class Wgs84Tests
{
    // GeographicLib's test of polygon areas (Karney, Algorithms for geodesics, 2013): the octant of the ellipsoid
    // between two meridians and the equator, 63,758,202,715,511 m².
    [Fact]
    public void Area_OfAnOctantIsThePublishedOne() =>
        Assert.Equal(63_758_202_715_511, Wgs84.Area(Shape(0, 0, 90, 0, 90, 90, 0, 90)), 1.0);

    // The same test's diamond around 0, 0 with corners one degree away: 24,619,419,146 m² between geodesics. Edges
    // straight in longitude and latitude, 157 km long, enclose less by d³·tan(latitude)/12R each.
    [Fact]
    public void Area_OfADiamondAtTheEquatorIsThePublishedOneLessWhatItsStraightEdgesLeaveOut()
    {
        const double edge = 627_598.2731 / 4;
        var leftOut = 4 * edge * edge * edge * Math.Tan(0.5 * Math.PI / 180) / 12 / 6_371_000;
        var area = Wgs84.Area(Shape(-1, 0, 0, -1, 1, 0, 0, 1));
        Assert.Equal(24_619_419_146 - leftOut, area, 0.1 * leftOut);
    }

    [Fact]
    public void Area_OfTheWholeEllipsoidIsThePublishedOne() =>
        // Karney 2013: 510,065,621.724 km².
        Assert.Equal(510_065_621_724_089, Wgs84.Area(Shape(-180, -90, 180, -90, 180, 90, -180, 90)), 10.0);

    // Lengths of a quarter meridian and a quarter of the equator of WGS 84 (Moritz, Geodetic Reference System 1980,
    // gives 10,001,965.7293 m for the meridian).
    [Theory]
    [InlineData(0, 0, 0, 90, 10_001_965.7293)]
    [InlineData(0, 0, 90, 0, 10_018_754.1714)]
    public void Length_OfAQuarterIsThePublishedOne(double x, double y, double toX, double toY, double expected) =>
        Assert.Equal(expected, Wgs84.Length(new LineString([new(x, y), new(toX, toY)])), 0.001);

    // Flinders Peak to Buninyong, 54,972.271 m (Geocentric Datum of Australia technical manual): over 55 km a line
    // straight in longitude and latitude is longer than the geodesic by two millionths.
    [Fact]
    public void Length_OfALongSightIsThePublishedOneToThreeMillionths()
    {
        var (flinders, buninyong) = (
            new Coordinate(144 + 25 / 60.0 + 29.52440 / 3600, -(37 + 57 / 60.0 + 3.72030 / 3600)),
            new Coordinate(143 + 55 / 60.0 + 35.38390 / 3600, -(37 + 39 / 60.0 + 10.15610 / 3600)));
        Assert.InRange(Wgs84.Length(new LineString([flinders, buninyong])) / 54_972.271, 1, 1 + 3e-6);
    }

    // A cell of a degree between parallels has its area in closed form; cells must add up to the zone.
    [Fact]
    public void Area_AddsUp()
    {
        var cells = Enumerable.Range(0, 10).Sum(x => Wgs84.Area(Shape(x, 42, x + 1, 42, x + 1, 43, x, 43)));
        Assert.Equal(Wgs84.Area(Shape(0, 42, 10, 42, 10, 43, 0, 43)), cells, 1e-3);
    }

    [Fact]
    public void Area_OfASmallParcelKeepsItsDigits()
    {
        // About 10 m by 10 m near Springfield, Massachusetts: the ellipsoid is flat there.
        const double side = 1e-4;
        var (x, y) = (-72.59, 42.10);
        var area = Wgs84.Area(Shape(x, y, x + side, y, x + side, y + side, x, y + side));
        var east = Wgs84.Length(new LineString([new(x, y + side / 2), new(x + side, y + side / 2)]));
        var north = Wgs84.Length(new LineString([new(x, y), new(x, y + side)]));
        Assert.Equal(1, area / (east * north), 1e-9);
    }

    [Fact]
    public void Acres_AreInternational()
    {
        Assert.Equal(1, new LandArea(4046.8564224).Acres, 1e-15);
        Assert.Equal(640, new LandArea(1609.344 * 1609.344).Acres, 1e-9);
        Assert.Equal(1.5, new LandArea(15_000).Hectares, 1e-15);
    }

    private static Polygon Shape(params double[] numbers)
    {
        var corners = numbers.Chunk(2).Select(pair => new Coordinate(pair[0], pair[1])).ToList();
        return new Polygon(new LinearRing([.. corners, corners[0]]));
    }
}
