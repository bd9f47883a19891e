using System.Globalization;
using Commonstead.Platform.Operations;

namespace Commonstead.Platform.Trusts;

/// <summary>Chooses the trust a request is for by its host name, and sends everything to the first run until that is done.</summary>
internal sealed class TrustMiddleware(RequestDelegate next, TrustRegistry trusts)
{
    /// <summary>Where a new trust is made.</summary>
    public const string FirstRun = "/first-run";

    public async Task Invoke(HttpContext context, Acting acting)
    {
        if (trusts.ByHost(context.Request.Host.Host) is not { } trust)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("No trust answers to this name here.");
            return;
        }

        context.Features.Set(trust);
        acting.Trust = trust;
        if (trust.Profile is { } profile)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = profile.Culture;
        }
        else if (!IsUnder(context, FirstRun) && !IsUnder(context, "/assets"))
        {
            context.Response.Redirect(FirstRun);
            return;
        }

        await next(context);
    }

    private static bool IsUnder(HttpContext context, string path) =>
        context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal);
}
