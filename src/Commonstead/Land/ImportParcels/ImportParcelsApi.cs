using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>How far an import has come, for the page that waits for it.</summary>
internal static class ImportParcelsApi
{
    /// <summary>Maps the address the page's script reads.</summary>
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/land/import/{file}/progress", Share).RequireAuthorization(LandPermission.Edit);

    private static IResult Share(HttpResponse response, string file, RunningImports running, Acting acting)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Json(new { share = running.Share(acting.Trust, file) });
    }
}
