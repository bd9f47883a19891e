using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Commonstead.Pricing;

/// <summary>Rules and prices over HTTP.</summary>
public static class PricingApi
{
    private const string _seers = LeasePermission.SeeAll + "|" + LeasePermission.SeeOwn;

    /// <summary>Maps them.</summary>
    public static void MapPricing(this WebApplication app)
    {
        app.MapGet("/api/v1/rules", Rules).RequireAuthorization(PricingPermission.SeeRules)
            .WithSummary("The rules that new leases may be signed under.");
        app.MapGet("/api/v1/prices/{id}", Price).RequireAuthorization(_seers)
            .WithSummary("A maximum price as it was frozen, with every step.");
        app.MapPost("/api/v1/prices/estimate", Estimate).RequireAuthorization(_seers)
            .WithSummary("What the maximum price of a lease would come to. Nothing is recorded and it binds nobody.");
        app.MapGet("/prices/{id}/file", SignedFile).RequireAuthorization(_seers).ExcludeFromDescription();
        app.MapGet("/p/{code}/determination.json", PublicFile).AllowAnonymous()
            .RequireRateLimiting(RateLimits.Public).ExcludeFromDescription();
    }

    private static async Task<IResult> Rules(IRuleBook book) =>
        Results.Json(await book.Selectable(), DeterminationFile.Json);

    private static async Task<IResult> Price(DeterminationId id, Determinations determinations, HttpContext context)
    {
        if (await determinations.Whole(id) is not { } whole) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text(whole.Content, "application/json");
    }

    private static async Task<IResult> Estimate(
        EstimateRequest request, ILeases leases, Working working, Acting acting, IStringLocalizer<Words> words)
    {
        if (!LeaseId.TryParse(request.Lease, null, out var id) || await leases.Terms(id) is not { } terms)
            return Results.NotFound();
        if (request.Givens is { Count: > 100 }) return Results.BadRequest();
        var worked = await working.Compute(
            terms, request.Givens ?? [], request.AsOf ?? acting.Today, request.KnownBy ?? acting.Today);
        return worked.IsDone
            ? Results.Text(DeterminationFile.Of(worked.Value, terms.Number).ToJson(), "application/json")
            : worked.Refusals.Problem(words);
    }

    private static async Task<IResult> SignedFile(
        DeterminationId id, Determinations determinations, HttpContext context)
    {
        if (await determinations.Whole(id) is not { } whole) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        return Download(await determinations.Signed(whole), $"price-{id}.json", context);
    }

    private static async Task<IResult> PublicFile(
        string code, Certificates certificates, WrongCodes wrong, HttpContext context)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (wrong.AreTooMany(context)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (await certificates.FileOf(code) is { } file) return Download(file, "determination.json", context);
        wrong.Count(context);
        return Results.NotFound();
    }

    private static IResult Download(SignedDetermination file, string name, HttpContext context)
    {
        context.Response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        return Results.Text(file.ToJson(), "application/json");
    }
}

/// <summary>What an estimate is asked for.</summary>
/// <param name="Lease">The lease's id.</param>
/// <param name="AsOf">The day to compute for; today unless told.</param>
/// <param name="KnownBy">Only figures published by this day; today unless told.</param>
/// <param name="Givens">The facts the lease does not state.</param>
public sealed record EstimateRequest(
    string Lease, DateOnly? AsOf, DateOnly? KnownBy, IReadOnlyList<EnteredGiven>? Givens);
