using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>Reads the outline of one parcel from GeoJSON text, as a form or an API call brings it.</summary>
public static class ParcelGeometryText
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 32 };

    /// <summary>Reads a Polygon or MultiPolygon, or a Feature that has one.</summary>
    /// <returns>True with the outline; false with what is wrong.</returns>
    public static bool TryParse(
        string text,
        LandFeatureLimits limits,
        [NotNullWhen(true)] out ParcelGeometry? outline,
        out IReadOnlyList<GeometryError> errors)
    {
        outline = null;
        if (text.Length > limits.FeatureBytes)
        {
            var most = FileSize.ToReader(limits.FeatureBytes);
            errors = [new GeometryError(GeometryErrorKind.FeatureTooLarge, 0, 0, 0, most)];
            return false;
        }
        try
        {
            using var document = JsonDocument.Parse(text, _options);
            var shape = new GeoJsonShape(limits, 0);
            shape.Read(Geometry(document.RootElement));
            outline = shape.Outline;
            errors = shape.Point is null
                ? shape.Errors
                : [new GeometryError(GeometryErrorKind.NotAGeometry, 0, 0, 0, "Point")];
        }
        catch (JsonException wrong)
        {
            errors = [new GeometryError(GeometryErrorKind.NotJson, 0, 0, 0, JsonPieces.WhereWrong(wrong))];
        }
        return outline is not null;
    }

    private static JsonElement Geometry(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("geometry", out var geometry) ? geometry : root;
}
