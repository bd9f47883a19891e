using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Hours;

/// <summary>Looks every few seconds whether an hour has come, in every trust.</summary>
internal sealed class HourClock(
    TrustRegistry trusts, IEnumerable<IKeepsHours> hours, ServerOptions options, ILogger<HourClock> log)
    : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    /// <summary>Looks once; what goes wrong in one place keeps nothing else from being done.</summary>
    /// <returns>How much was done.</returns>
    internal async Task<int> Tick()
    {
        var done = 0;
        foreach (var trust in trusts.All.Where(t => t.Profile is not null))
        {
            foreach (var one in hours) done += await Look(one, trust);
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.KeepsHours) return;
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Tick();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What has become due meanwhile is done after the next start.
        }
    }

    private async Task<int> Look(IKeepsHours one, OpenTrust trust)
    {
        try
        {
            return await one.Look(trust);
        }
        catch (Exception e)
        {
            log.LogError(e, "{What} were not looked at in {Folder}; it is tried again", one.GetType().Name,
                trust.Location.Folder);
            return 0;
        }
    }
}
