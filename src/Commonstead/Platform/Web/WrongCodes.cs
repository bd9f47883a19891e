using System.Threading.RateLimiting;

namespace Commonstead.Platform.Web;

/// <summary>
/// Counts codes that open nothing, by address, where a code alone is the key: after a few in a minute nothing more is
/// looked up for that address until the minute is over. Whoever mistypes a certificate's code needs a few tries;
/// whoever guesses needs many.
/// </summary>
public sealed class WrongCodes(ServerOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tries = PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Request.Host.Host} {context.Connection.RemoteIpAddress}",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = options.WrongCodesPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));

    /// <summary>True once the reader's address has tried too many; the answer is then 429.</summary>
    public bool AreTooMany(HttpContext context)
    {
        using var looked = _tries.AttemptAcquire(context, 0);
        return !looked.IsAcquired;
    }

    /// <summary>Counts one.</summary>
    public void Count(HttpContext context) => _tries.AttemptAcquire(context).Dispose();

    /// <inheritdoc/>
    public void Dispose() => _tries.Dispose();
}
