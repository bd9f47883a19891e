using System.Collections.Concurrent;
using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>
/// Computes long studies beside the pages, one after the other so that pages keep answering, and keeps the last few.
/// </summary>
public sealed class LabRuns : IDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<string, LabRun> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>Begins a run, or finds the one of the same study; one that was stopped is begun anew.</summary>
    internal LabRun<T> Begin<T>(string key, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
    {
        if (_runs.TryGetValue(key, out var known) && known is LabRun<T> { IsStopped: false } same) return same;
        var run = new LabRun<T>(_lane, compute);
        _runs[key] = run;
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

/// <summary>A study that is being computed, or was.</summary>
public abstract class LabRun : IProgress<decimal>
{
    private readonly CancellationTokenSource _stop = new();
    private decimal _share;

    /// <summary>When it was begun, in ticks of the machine.</summary>
    internal long BegunAt { get; } = Environment.TickCount64;

    /// <summary>How much of it is done, 0 to 1.</summary>
    public decimal Share => _share;

    /// <summary>True when there is an answer, or there never will be one.</summary>
    public abstract bool IsOver { get; }

    /// <summary>True when somebody stopped it.</summary>
    public bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>Told when it is to stop.</summary>
    protected CancellationToken Stopping => _stop.Token;

    /// <summary>Stops it.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Report(decimal value) => _share = value;
}

/// <summary>A run with its answer.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
public sealed class LabRun<T> : LabRun
{
    internal LabRun(SemaphoreSlim lane, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute) =>
        Work = Task.Run(async () =>
        {
            await lane.WaitAsync(Stopping);
            try
            {
                return compute(this, Stopping);
            }
            finally
            {
                lane.Release();
            }
        }, Stopping);

    /// <summary>Its answer.</summary>
    internal Task<Outcome<T>> Work { get; }

    /// <inheritdoc/>
    public override bool IsOver => Work.IsCompleted;

    /// <summary>Waits for the answer, but not for long.</summary>
    /// <returns>Whether it is over; a run that failed throws when its answer is read.</returns>
    internal async Task<bool> IsOverWithin(TimeSpan wait, CancellationToken cancellation)
    {
        await Task.WhenAny(Work, Task.Delay(wait, cancellation));
        return Work.IsCompleted;
    }
}
