using System.Text.Encodings.Web;
using System.Text.Json;
using Commonstead.Platform.Access;

namespace Commonstead.People;

/// <summary>The register of people over HTTP.</summary>
public static class PeopleApi
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Maps a person's file, which they may ask for by law (GDPR and UK GDPR, articles 15 and 20).</summary>
    public static void MapPeople(this WebApplication app) => app
        .MapGet("/api/v1/people/{id}/file", File)
        .RequireAuthorization(PeoplePermission.See + "|" + PeoplePermission.SeeOwn)
        .WithSummary("All that the trust holds about a person, as a JSON file.");

    private static async Task<IResult> File(PersonId id, PersonFiles files, AccessLog log, HttpContext context)
    {
        if (await files.Of(id) is not { } file) return Results.NotFound();
        await log.Note(id.Value, "Their file");
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"person-{id}.json\"";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(file, _json);
    }
}
