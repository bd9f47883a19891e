namespace Commonstead.Land;

/// <summary>A place on the WGS 84 ellipsoid, in degrees.</summary>
/// <param name="Longitude">East of Greenwich, from -180 to 180.</param>
/// <param name="Latitude">North of the equator, from -90 to 90.</param>
public readonly record struct GeoPosition(double Longitude, double Latitude)
{
    /// <summary>True when both are numbers within their range.</summary>
    public bool IsInRange =>
        Math.Abs(Longitude) <= 180 && Math.Abs(Latitude) <= 90;

    /// <summary>The place with its numbers exchanged: what was meant when a file gives latitude first.</summary>
    public GeoPosition Swapped => new(Latitude, Longitude);
}

/// <summary>A box of longitudes and latitudes, in degrees.</summary>
public readonly record struct GeoBounds(double West, double South, double East, double North)
{
    /// <summary>True when a place lies in the box or on its edge.</summary>
    public bool Contains(GeoPosition place) =>
        place.Longitude >= West && place.Longitude <= East && place.Latitude >= South && place.Latitude <= North;

    /// <summary>The box made larger by so many degrees on every side.</summary>
    public GeoBounds Widened(double degrees) =>
        new(West - degrees, South - degrees, East + degrees, North + degrees);
}
