using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>The shapes that the program's own maps draw: all of them, one parcel's or one home's.</summary>
internal static class MapApi
{
    private const int FlushBytes = 64 * 1024;

    /// <summary>Maps the address the map script reads.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/land/map.geojson", Shapes).RequireAuthorization(LandPermission.See);

    private static async Task Shapes(HttpContext http, LandRegister land, ParcelId? parcel, HomeId? home)
    {
        var one = home is { } id ? await land.Home(id) : null;
        var on = one?.ParcelId ?? parcel;
        http.Response.ContentType = "application/geo+json";
        http.Response.Headers.CacheControl = "private, no-cache";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var shape in land.Shapes(on).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
        {
            FeatureWriter.WriteParcelPlace(json, shape);
            if (json.BytesPending > FlushBytes) await json.FlushAsync(http.RequestAborted);
        }

        await foreach (var place in land.Places(on, one?.Id).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
        {
            FeatureWriter.WriteHomePlace(json, place);
            if (json.BytesPending > FlushBytes) await json.FlushAsync(http.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
