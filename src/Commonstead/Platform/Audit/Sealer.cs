using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Audit;

/// <summary>Seals new audit entries at start and at most a second after they are written.</summary>
internal sealed class Sealer(TrustRegistry trusts, ILogger<Sealer> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(900);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        do
        {
            foreach (var trust in trusts.All.Where(t => t.TakeUnsealed()))
            {
                await Seal(trust, stoppingToken);
            }
        }
        while (!stoppingToken.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None));
    }

    private async Task Seal(OpenTrust trust, CancellationToken stopping)
    {
        try
        {
            await Sealing.SealNew(trust, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
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
