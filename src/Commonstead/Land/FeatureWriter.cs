using System.Text.Json;
using Commonstead.Platform.Trusts;

namespace Commonstead.Land;

/// <summary>A parcel with its outline, as a feature is made of it.</summary>
internal sealed record ParcelShape(Parcel Parcel, string? GeoJson);

/// <summary>Writes parcels and homes as GeoJSON features (RFC 7946).</summary>
internal static class FeatureWriter
{
    /// <summary>A parcel for programs, with every fact an outside map may want.</summary>
    public static void WriteParcel(Utf8JsonWriter json, ParcelShape shape, Measurement measurement)
    {
        var parcel = shape.Parcel;
        Begin(json, parcel.Id.ToString(), shape.GeoJson);
        json.WriteString("name", parcel.Name);
        json.WriteString("address", parcel.Address);
        json.WriteString("title_number", parcel.TitleNumber);
        json.WriteString("uprn", parcel.Uprn);
        json.WriteString("tenure", parcel.Tenure?.ToString());
        json.WriteString("land_use", parcel.Use.ToString());
        if (parcel.LandArea is { } area)
        {
            json.WriteNumber("area_square_metres", Math.Round(area.SquareMetres, 2));
            json.WriteNumber(measurement == Measurement.Metric ? "hectares" : "acres", area.In(measurement));
        }

        json.WriteNumber("version", parcel.Version);
        End(json);
    }

    /// <summary>A parcel for the program's own map.</summary>
    public static void WriteParcelPlace(Utf8JsonWriter json, ParcelShape shape)
    {
        Begin(json, shape.Parcel.Id.ToString(), shape.GeoJson);
        json.WriteString("name", shape.Parcel.Name);
        json.WriteString("href", $"/land/parcels/{shape.Parcel.Id}");
        json.WriteString("kind", "parcel");
        End(json);
    }

    /// <summary>A home for the program's own map.</summary>
    public static void WriteHomePlace(Utf8JsonWriter json, Home home)
    {
        Begin(json, home.Id.ToString(), FormattableString.Invariant(
            $$"""{"type":"Point","coordinates":[{{home.Longitude}},{{home.Latitude}}]}"""));
        json.WriteString("name", $"{home.Number}, {home.Address}");
        json.WriteString("href", $"/land/homes/{home.Id}");
        json.WriteString("kind", "home");
        End(json);
    }

    private static void Begin(Utf8JsonWriter json, string id, string? geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        json.WritePropertyName("geometry");
        if (geometry is null) json.WriteNullValue();
        else json.WriteRawValue(geometry);
        json.WriteStartObject("properties");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
