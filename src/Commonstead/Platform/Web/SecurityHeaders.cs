namespace Commonstead.Platform.Web;

/// <summary>
/// Sends the headers that keep a browser from loading, framing or leaking anything a page did not mean to.
/// </summary>
public static class SecurityHeaders
{
    // Everything comes from the trust's own address; images may be inlined in style sheets. No inline script or style.
    private const string _policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:{0}; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string _permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), " +
        "microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), " +
        "publickey-credentials-get=(self)";

    /// <summary>Adds the headers to every response.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var tiles = TileOrigin(app.Configuration["Map:Tiles"]);
        var policy = string.Format(null, _policy, tiles is null ? "" : " " + tiles);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = _permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        });
    }

    // A base map is the one thing an operator may let pages load from elsewhere, and then only its pictures.
    private static string? TileOrigin(string? template) =>
        Uri.TryCreate(template?.Replace("{s}", "*", StringComparison.Ordinal), UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Authority)
            : null;
}
