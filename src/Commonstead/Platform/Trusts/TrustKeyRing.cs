using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Commonstead.Platform.Trusts;

/// <summary>
/// Protects cookies and tokens with the key ring of the trust the request is for, so that none is good for another.
/// </summary>
internal sealed class TrustKeyRing(IHttpContextAccessor http) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(http, [purpose]);

    private sealed class Protector(IHttpContextAccessor http, string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(http, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => Own().Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Own().Unprotect(protectedData);

        private IDataProtector Own() => http.HttpContext?.Features.Get<OpenTrust>() is { } trust
            ? trust.Keys.CreateProtector(purposes)
            : throw new InvalidOperationException("Keys are a trust's; this request is for none.");
    }
}

/// <summary>Names each trust's cookies apart, since one host name may serve several on different ports.</summary>
internal sealed class TrustCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        _cookies.GetRequestCookie(context, Own(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Own(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Own(context, key), options);

    private static string Own(HttpContext context, string key) =>
        $"{key}.{context.Features.GetRequiredFeature<OpenTrust>().CookieSuffix}";
}
