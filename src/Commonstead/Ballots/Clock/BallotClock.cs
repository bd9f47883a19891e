using Commonstead.Platform.Trusts;

namespace Commonstead.Ballots;

/// <summary>Looks every few seconds whether a ballot's hour has come, in every trust.</summary>
internal sealed class BallotClock(
    TrustRegistry trusts, BallotHours hours, ServerOptions options, ILogger<BallotClock> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.KeepsHours) return;
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var trust in trusts.All.Where(t => t.Profile is not null)) await Look(trust);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What has become due meanwhile is done after the next start.
        }
    }

    private async Task Look(OpenTrust trust)
    {
        try
        {
            await hours.Look(trust);
        }
        catch (Exception e)
        {
            log.LogError(e, "The ballots in {Folder} were not looked at; it is tried again", trust.Location.Folder);
        }
    }
}
