using System.Collections.Immutable;

namespace Commonstead.Platform.Trusts;

/// <summary>The trusts this process serves, found by host name.</summary>
public sealed class TrustRegistry(IEnumerable<OpenTrust> trusts) : IAsyncDisposable
{
    /// <summary>All of them.</summary>
    public ImmutableArray<OpenTrust> All { get; } = [.. trusts];

    /// <summary>The trust that answers to a host name: by its own name, else the one that answers to any.</summary>
    public OpenTrust? ByHost(string host) =>
        All.FirstOrDefault(t => string.Equals(t.Location.Host, host, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(t => t.Location.Host is null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var trust in All) await trust.DisposeAsync();
    }
}
