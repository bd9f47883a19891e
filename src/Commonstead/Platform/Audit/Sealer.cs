using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Seals new audit entries at start, at most a second after they are written, and once more when the program stops:
/// pages have stopped answering by then, so that nothing is left unsealed.
/// </summary>
internal sealed class Sealer(TrustRegistry trusts, ILogger<Sealer> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(900);

    // A stopping program is given this long; what it does not seal is sealed at the next start.
    private static readonly TimeSpan _lastRound = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        try
        {
            do await SealAll(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            using var end = new CancellationTokenSource(_lastRound);
            await SealAll(end.Token);
        }
    }

    private async Task SealAll(CancellationToken cancellation)
    {
        foreach (var trust in trusts.All.Where(t => t.TakeUnsealed())) await Seal(trust, cancellation);
    }

    private async Task Seal(OpenTrust trust, CancellationToken cancellation)
    {
        try
        {
            await Sealing.SealNew(trust, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            trust.MarkUnsealed();
        }
        catch (Exception e)
        {
            trust.MarkUnsealed();
            log.LogError(e, "Sealing the audit trail in {Folder} failed; it is tried again", trust.Location.Folder);
        }
    }
}
