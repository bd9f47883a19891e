using System.Threading.RateLimiting;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform;

/// <summary>The order of things a request passes through.</summary>
public static class WebModule
{
    /// <summary>The rate limit on signing in and other forms open to anyone.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>The rate limit on pages open to anyone.</summary>
    public const string PublicLimit = "public";

    /// <summary>Adds pages, antiforgery, limits and problem details.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/");
        services.AddLocalization();
        services.AddProblemDetails();
        services.AddAntiforgery(o => o.Cookie.Name = "commonstead.form");
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, c => PerMinute(c, Options(c).SignInsPerMinute));
            limits.AddPolicy(PublicLimit, c => PerMinute(c, Options(c).PublicPagesPerMinute));
        });
        return services;
    }

    /// <summary>Puts the parts of a request's way in order.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseMiddleware<TrustMiddleware>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    private static ServerOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<ServerOptions>();

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Request.Host.Host} {context.Connection.RemoteIpAddress}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
