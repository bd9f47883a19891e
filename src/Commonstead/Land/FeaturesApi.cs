using System.Globalization;
using System.Text.Json;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>
/// Parcels as OGC API – Features (OGC 17-069r4, part 1: core), so that QGIS and other map programs open them.
/// </summary>
internal static class FeaturesApi
{
    private const string Root = "/api/v1";
    private const int UsualLimit = 100;
    private const int MostLimit = 1_000;
    private const string Json = "application/json";
    private const string GeoJson = "application/geo+json";
    private const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    // Part 1 asks that a parameter the server does not know is refused (requirement 8, /req/core/query-param-unknown).
    private static readonly HashSet<string> _known = ["bbox", "limit", "after", "datetime", "f"];

    /// <summary>Maps landing page, conformance, collections and items.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).RequireAuthorization(LandPermission.See).WithTags("Parcels");
        api.MapGet("/", Landing).WithSummary("Where the parts of the interface are.");
        api.MapGet("/conformance", Conformance).WithSummary("The parts of OGC API – Features that are kept to.");
        api.MapGet("/collections", Collections).WithSummary("The collections of features.");
        api.MapGet("/collections/parcels", ParcelsCollection).WithSummary("The parcels as a collection.");
        api.MapGet("/collections/parcels/items", Items).WithSummary("The parcels as GeoJSON, in pages.");
        api.MapGet("/collections/parcels/items/{id}", Item).WithSummary("One parcel as GeoJSON.");
    }

    private static IResult Landing(HttpRequest request, Acting acting) => Results.Json(new
    {
        title = acting.Profile.Name,
        description = "The parcels of land that the trust holds.",
        links = new[]
        {
            Link(request, "", "self", Json, "This document"),
            Link(request, "/openapi/v1.json", "service-desc", OpenApi, "The API"),
            Link(request, $"{Root}/conformance", "conformance", Json, "Conformance"),
            Link(request, $"{Root}/collections", "data", Json, "Collections"),
        },
    });

    private static IResult Conformance() => Results.Json(new
    {
        conformsTo = new[]
        {
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        },
    });

    private static async Task<IResult> Collections(HttpRequest request, LandRegister land) => Results.Json(new
    {
        links = new[] { Link(request, $"{Root}/collections", "self", Json, "This document") },
        collections = new[] { await Described(request, land) },
    });

    private static async Task<IResult> ParcelsCollection(HttpRequest request, LandRegister land) =>
        Results.Json(await Described(request, land));

    private static async Task<object> Described(HttpRequest request, LandRegister land)
    {
        const string crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
        var box = await land.Extent();
        return new
        {
            id = "parcels",
            title = "Parcels",
            description = "The parcels of land that the trust holds, with their outlines.",
            itemType = "feature",
            crs = new[] { crs84 },
            extent = box is { } b
                ? new { spatial = new { bbox = new[] { new[] { b.West, b.South, b.East, b.North } }, crs = crs84 } }
                : null,
            links = new[]
            {
                Link(request, $"{Root}/collections/parcels", "self", Json, "This collection"),
                Link(request, $"{Root}/collections/parcels/items", "items", GeoJson, "The parcels"),
            },
        };
    }

    private static async Task<IResult> Items(HttpContext http, LandRegister land, Acting acting)
    {
        var query = http.Request.Query;
        if (query.Keys.FirstOrDefault(key => !_known.Contains(key)) is { } unknown)
            return Bad($"There is no parameter “{unknown}”. Known are: {string.Join(", ", _known)}.");
        if (!TryLimit(query["limit"], out var limit)) return Bad("limit is a whole number from 1.");
        if (!TryBox(query["bbox"], out var box))
            return Bad("bbox is west,south,east,north in degrees, such as -72.6,42.0,-72.4,42.2.");
        var matched = land.Within(box);
        var after = query["after"].ToString();
        var rest = after.Length == 0 ? matched : matched.Where(p => p.Name.CompareTo(after) > 0);
        var page = await land.WithOutlines(rest).Take(limit + 1).ToListAsync(http.RequestAborted);
        var more = page.Count > limit;
        if (more) page.RemoveAt(limit);
        var links = new List<object> { Link(http.Request, Address(http, after), "self", GeoJson, "This page") };
        if (more) links.Add(Link(http.Request, Address(http, page[^1].Parcel.Name), "next", GeoJson, "The next page"));
        links.Add(Link(http.Request, $"{Root}/collections/parcels", "collection", Json, "The collection"));
        var total = await matched.CountAsync(http.RequestAborted);
        return new FeatureAnswer(async json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WritePropertyName("links");
            JsonSerializer.Serialize(json, links, JsonSerializerOptions.Web);
            json.WriteString("timeStamp", acting.Now);
            json.WriteNumber("numberMatched", total);
            json.WriteNumber("numberReturned", page.Count);
            json.WriteStartArray("features");
            foreach (var shape in page)
            {
                FeatureWriter.WriteParcel(json, shape, acting.Profile.Measurement);
                await json.FlushAsync(http.RequestAborted);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> Item(HttpResponse response, ParcelId id, LandRegister land, Acting acting)
    {
        var shape = await land.WithOutlines(land.Within(null).Where(p => p.Id == id)).FirstOrDefaultAsync();
        if (shape is null) return Problem("There is no such parcel.", StatusCodes.Status404NotFound);
        response.Headers.ETag = $"\"{shape.Parcel.Version}\"";
        return new FeatureAnswer(json =>
        {
            FeatureWriter.WriteParcel(json, shape, acting.Profile.Measurement);
            return Task.CompletedTask;
        });
    }

    private static bool TryLimit(string? text, out int limit)
    {
        limit = UsualLimit;
        if (string.IsNullOrEmpty(text)) return true;
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit > 0;
        limit = Math.Min(limit, MostLimit);
        return read;
    }

    // Four numbers, or six of which the heights are left aside (section 7.15.3).
    private static bool TryBox(string? text, out GeoBounds? box)
    {
        box = null;
        if (string.IsNullOrEmpty(text)) return true;
        var numbers = new List<double>();
        foreach (var part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
            if (!double.IsFinite(number)) return false;
            numbers.Add(number);
        }

        if (numbers.Count == 6) numbers = [numbers[0], numbers[1], numbers[3], numbers[4]];
        if (numbers.Count != 4 || numbers[1] > numbers[3]) return false;
        box = new GeoBounds(numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    private static string Address(HttpContext http, string after)
    {
        var kept = http.Request.Query.Where(pair => pair.Key != "after")
            .Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value.ToString()));
        if (after.Length > 0) kept = kept.Append(new KeyValuePair<string, string?>("after", after));
        return http.Request.Path + QueryString.Create(kept).ToString();
    }

    private static object Link(HttpRequest request, string path, string rel, string type, string title) => new
    {
        href = $"{request.Scheme}://{request.Host}{request.PathBase}{(path.Length == 0 ? Root : path)}",
        rel,
        type,
        title,
    };

    private static IResult Bad(string why) => Problem(why, StatusCodes.Status400BadRequest);

    private static IResult Problem(string why, int status) => Results.Problem(why, statusCode: status);

    private sealed class FeatureAnswer(Func<Utf8JsonWriter, Task> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = GeoJson;
            await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
            await write(json);
        }
    }
}
