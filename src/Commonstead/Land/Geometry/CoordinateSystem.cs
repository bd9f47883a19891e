using System.Text.Json;

namespace Commonstead.Land;

/// <summary>
/// The reference system a GeoJSON file names in its crs member, which today's standard no longer has (RFC 7946, section
/// 4) but older programs still write.
/// </summary>
internal static class CoordinateSystem
{
    // EPSG:4326 has latitude first by its definition; files that name it in GeoJSON write longitude first all the same.
    private static readonly HashSet<string> _wgs84 = new(StringComparer.OrdinalIgnoreCase)
    {
        "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "CRS84",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326",
    };

    /// <summary>True when the member is null or names WGS 84.</summary>
    public static bool IsWgs84(JsonElement crs) =>
        crs.ValueKind == JsonValueKind.Null || _wgs84.Contains(NameOf(crs));

    /// <summary>The name in the member, or the member itself.</summary>
    public static string NameOf(JsonElement crs)
    {
        var isNamed = crs.ValueKind == JsonValueKind.Object
            && crs.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name)
            && name.ValueKind == JsonValueKind.String;
        return isNamed ? crs.GetProperty("properties").GetProperty("name").GetString()! : crs.GetRawText();
    }
}
