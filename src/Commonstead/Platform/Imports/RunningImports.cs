using System.Collections.Concurrent;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Imports;

/// <summary>How far the imports that are under way have come, for the page that waits for one.</summary>
public sealed class RunningImports
{
    private readonly ConcurrentDictionary<string, double> _shares = new(StringComparer.Ordinal);

    /// <summary>
    /// Maps the address that a waiting page's script reads. It tells a share and nothing else, to whoever is signed in
    /// and knows the SHA-256 of the file.
    /// </summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/imports/{file}/progress", Told).RequireAuthorization();

    /// <summary>Begins to tell of an import; disposing ends it.</summary>
    internal RunningImport Begin(OpenTrust trust, string file) => new(_shares, KeyOf(trust, file));

    /// <summary>The share done, from 0 to 1, or null when none is under way.</summary>
    internal double? Share(OpenTrust trust, string file) =>
        _shares.TryGetValue(KeyOf(trust, file), out var share) ? share : null;

    private static IResult Told(HttpResponse response, string file, RunningImports running, Acting acting)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Json(new { share = running.Share(acting.Trust, file) });
    }

    private static string KeyOf(OpenTrust trust, string file) => trust.CookieSuffix + file;
}

/// <summary>An import under way.</summary>
internal sealed class RunningImport : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _shares;
    private readonly string _key;

    public RunningImport(ConcurrentDictionary<string, double> shares, string key)
    {
        (_shares, _key) = (shares, key);
        Tell(0);
    }

    /// <summary>Says how far it has come, from 0 to 1.</summary>
    public void Tell(double share) => _shares[_key] = share;

    public void Dispose() => _shares.TryRemove(_key, out _);
}
