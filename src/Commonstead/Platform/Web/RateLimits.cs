using System.Threading.RateLimiting;

namespace Commonstead.Platform.Web;

/// <summary>How often one address may use what is open to anyone.</summary>
public static class RateLimits
{
    /// <summary>Signing in, and other forms open to anyone.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Pages open to anyone.</summary>
    public const string Public = "public";

    /// <summary>Having the whole record checked, which reads all of it.</summary>
    public const string Check = "check";

    /// <summary>Adds the limits; what is refused answers 429.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services) =>
        services.AddSingleton<WrongCodes>().AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignIn, c => PerMinute(c, Options(c).SignInsPerMinute));
        limits.AddPolicy(Check, c => HttpMethods.IsPost(c.Request.Method)
            ? PerMinute(c, Options(c).ChecksPerMinute)
            : RateLimitPartition.GetNoLimiter("look"));
        limits.AddPolicy(Public, c => PerMinute(c, Options(c).PublicPagesPerMinute));
    });

    private static ServerOptions Options(HttpContext context) =>
        context.RequestServices.GetRequiredService<ServerOptions>();

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Request.Method} {context.Request.Host.Host} {context.Connection.RemoteIpAddress}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
