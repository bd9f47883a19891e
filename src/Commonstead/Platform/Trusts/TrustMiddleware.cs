using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Platform.Trusts;

/// <summary>
/// Chooses the trust a request is for by its host name, and sends everything to the first run until that is done.
/// </summary>
internal sealed class TrustMiddleware(RequestDelegate next, TrustRegistry trusts)
{
    /// <summary>Where a new trust is made.</summary>
    public const string FirstRun = "/first-run";

    public async Task Invoke(HttpContext context, Acting acting, PageFrame frame)
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
            Show(profile, frame, acting);
        }
        else if (!IsUnder(context, FirstRun) && !Path.HasExtension(context.Request.Path))
        {
            context.Response.Redirect(FirstRun);
            return;
        }

        await next(context);
    }

    private static void Show(TrustProfile profile, PageFrame frame, Acting acting)
    {
        frame.TrustName = profile.Name;
        frame.Culture = profile.Culture;
        frame.Currency = profile.Currency;
        frame.TimeZone = profile.Zone;
        frame.Notice = profile.IsDemonstration
            ? "Demonstration: this trust, its people and its homes are made up. Nothing here is binding. "
                + $"Its calendar says {acting.Today.ToString("D", profile.Culture)}."
            : null;
        frame.Allows = permission => acting.Actor.May(permission);
    }

    private static bool IsUnder(HttpContext context, string path) =>
        context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal);
}
