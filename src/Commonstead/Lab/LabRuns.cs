using System.Collections.Concurrent;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>
/// Computes studies of futures beside the pages, one after the other so that pages keep answering, and keeps the last
/// few.
/// </summary>
public sealed class LabRuns : IDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<string, LabRun> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>Begins a run, or finds the one of the same study; one that was stopped is begun anew.</summary>
    internal LabRun Begin(
        string key, Func<IProgress<decimal>, CancellationToken, Outcome<Computed<FuturesResult>>> compute)
    {
        if (_runs.TryGetValue(key, out var known) && !known.IsStopped) return known;
        var run = new LabRun();
        _runs[key] = run;
        run.Start(_lane, compute);
        foreach (var old in _runs.Where(r => r.Value.IsOver).OrderByDescending(r => r.Value.BegunAt).Skip(MostKept))
            _runs.TryRemove(old.Key, out _);
        return run;
    }

    /// <summary>The run of a study; null when it was never begun, or is kept no longer.</summary>
    internal LabRun? Find(string key) => _runs.GetValueOrDefault(key);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _runs.Values) run.Stop();
        _lane.Dispose();
    }
}

/// <summary>A study of futures that is being computed, or was.</summary>
public sealed class LabRun : IProgress<decimal>
{
    private readonly CancellationTokenSource _stop = new();
    private Task<Outcome<Computed<FuturesResult>>> _work = null!;
    private decimal _share;

    /// <summary>When it was begun, in ticks of the machine.</summary>
    internal long BegunAt { get; } = Environment.TickCount64;

    /// <summary>How much of it is done, 0 to 1.</summary>
    public decimal Share => _share;

    /// <summary>True when there is an answer, or there never will be one.</summary>
    public bool IsOver => _work.IsCompleted;

    /// <summary>True when somebody stopped it.</summary>
    public bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>Its answer.</summary>
    internal Task<Outcome<Computed<FuturesResult>>> Work => _work;

    /// <summary>Stops it.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Report(decimal value) => _share = value;

    /// <summary>Waits for the answer, but not for long.</summary>
    /// <returns>Whether there is an answer.</returns>
    internal async Task<bool> IsOverWithin(TimeSpan wait, CancellationToken cancellation)
    {
        await Task.WhenAny(_work, Task.Delay(wait, cancellation));
        return _work.IsCompletedSuccessfully;
    }

    internal void Start(
        SemaphoreSlim lane, Func<IProgress<decimal>, CancellationToken, Outcome<Computed<FuturesResult>>> compute) =>
        _work = Task.Run(async () =>
        {
            await lane.WaitAsync(_stop.Token);
            try
            {
                return compute(this, _stop.Token);
            }
            finally
            {
                lane.Release();
            }
        }, _stop.Token);
}
