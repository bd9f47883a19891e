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

    /// <summary>
    /// Begins a run, or finds the one of the same study; one that was stopped is begun anew, and so is one of figures
    /// that were others.
    /// </summary>
    /// <param name="address">The study, as <see cref="AddressOf"/> has it.</param>
    /// <param name="basis">What it is computed from that its address does not say.</param>
    /// <param name="compute">Computes it.</param>
    internal LabRun<T> Begin<T>(
        string address, string basis, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
    {
        if (_runs.TryGetValue(address, out var known))
        {
            if (known is LabRun<T> { IsStopped: false } same && known.Basis == basis) return same;
            known.Stop();
        }

        var run = new LabRun<T>(_lane, basis, compute);
        _runs[address] = run;
        foreach (var old in _runs.Where(r => r.Value.IsOver).OrderByDescending(r => r.Value.BegunAt).Skip(MostKept))
            _runs.TryRemove(old.Key, out _);
        return run;
    }

    /// <summary>The run of a study; null when it was never begun, or is kept no longer.</summary>
    internal LabRun? Find(string address) => _runs.GetValueOrDefault(address);

    /// <summary>Names a study of a trust's page by all that the page's address says, on a day.</summary>
    internal static string AddressOf(Acting acting, string page, LabQuestion question) => string.Join('|',
        acting.Trust.Location.Folder, acting.Today.DayNumber, page + QueryString.Create(LabAddress.Of(question)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var run in _runs.Values) run.Stop();
        _lane.Dispose();
    }
}

/// <summary>A study that is being computed, or was.</summary>
public abstract class LabRun(string basis) : IProgress<decimal>
{
    private readonly CancellationTokenSource _stop = new();
    private decimal _share;

    /// <summary>When it was begun, in ticks of the machine.</summary>
    internal long BegunAt { get; } = Environment.TickCount64;

    /// <summary>What it is computed from that its address does not say.</summary>
    internal string Basis => basis;

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
    internal LabRun(
        SemaphoreSlim lane, string basis, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
        : base(basis) =>
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
