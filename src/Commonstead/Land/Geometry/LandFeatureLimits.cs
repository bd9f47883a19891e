namespace Commonstead.Land;

/// <summary>The bounds within which GeoJSON is read, and where a trust's land is expected.</summary>
public sealed record LandFeatureLimits
{
    /// <summary>The bounds used unless a caller has its own; no region.</summary>
    public static LandFeatureLimits Usual { get; } = new();

    /// <summary>The most bytes of a file.</summary>
    public long Bytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most features.</summary>
    public int Features { get; init; } = 20_000;

    /// <summary>The most bytes of one feature.</summary>
    public int FeatureBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The most corners of one feature.</summary>
    public int Corners { get; init; } = 50_000;

    /// <summary>
    /// Where the trust works, or null. A position further than <see cref="FarDegrees"/> outside is refused, as
    /// exchanged when exchanging its numbers brings it there.
    /// </summary>
    public GeoBounds? Region { get; init; }

    /// <summary>How many degrees outside its region a trust's land may lie.</summary>
    public const double FarDegrees = 2;
}
