using System.Text.Json;

namespace Commonstead.Land;

/// <summary>Reads one GeoJSON Feature object (RFC 7946, section 3.2).</summary>
internal static class FeatureObject
{
    /// <summary>Reads the object; what is wrong stands with the feature.</summary>
    public static LandFeature Read(JsonElement element, int number, LandFeatureLimits limits)
    {
        var type = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var name)
            ? name
            : element;
        if (!IsText(type, "Feature"))
        {
            var text = type.ValueKind == JsonValueKind.String ? type.GetString()! : element.ValueKind.ToString();
            return Faulty(text);
        }
        var shape = new GeoJsonShape(limits, number);
        if (!element.TryGetProperty("geometry", out var geometry)) return Faulty("geometry");
        if (geometry.ValueKind != JsonValueKind.Null) shape.Read(geometry);
        var id = element.TryGetProperty("id", out var given) ? Text(given) : null;
        return new LandFeature(number, id, shape.Outline, shape.Point, Properties(element), shape.Errors);

        LandFeature Faulty(string detail) => new(
            number, null, null, null, new Dictionary<string, string>(StringComparer.Ordinal),
            [new GeometryError(GeometryErrorKind.NotAFeature, number, 0, 0, detail)]);
    }

    private static Dictionary<string, string> Properties(JsonElement element)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!element.TryGetProperty("properties", out var given) || given.ValueKind != JsonValueKind.Object)
            return properties;
        foreach (var property in given.EnumerateObject())
            if (Text(property.Value) is { } text) properties[property.Name] = text;
        return properties;
    }

    private static bool IsText(JsonElement element, string text) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
