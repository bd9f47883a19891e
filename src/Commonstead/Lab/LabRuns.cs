using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>
/// Where long studies of every trust are computed beside the pages: one after the other, so that pages keep answering.
/// </summary>
public sealed class LabLane : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LabRuns> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The runs of one trust.</summary>
    /// <param name="trust">Names the trust in this process.</param>
    internal LabRuns Of(string trust)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(trust, out var runs)) _runs[trust] = runs = new LabRuns(_turn);
            return runs;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var runs in _runs.Values) runs.Stop();
        }

        _turn.Dispose();
    }
}

/// <summary>
/// The long studies of one trust that are being computed, or wait for their turn, and the last few that were.
/// </summary>
public sealed class LabRuns
{
    /// <summary>The most that wait or are under way.</summary>
    internal const int MostWaiting = 4;

    private const int MostKept = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LabRun> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn;

    internal LabRuns(SemaphoreSlim turn) => _turn = turn;

    /// <summary>
    /// Begins a run, or finds the one of the same study; one that was stopped is begun anew, and so is one of figures
    /// that were others. Refused while too many wait.
    /// </summary>
    /// <param name="address">The study, as <see cref="AddressOf"/> has it.</param>
    /// <param name="basis">What it is computed from that its address does not say.</param>
    /// <param name="compute">Computes it.</param>
    internal Outcome<LabRun<T>> Begin<T>(
        string address, string basis, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
    {
        lock (_gate)
        {
            var known = _runs.GetValueOrDefault(address);
            if (known is LabRun<T> { IsStopped: false } same && known.Basis == basis) return same;
            if (_runs.Values.Count(r => r != known && r is { IsOver: false, IsStopped: false }) >= MostWaiting)
                return new Refusal(StudyRefusal.TooManyWaiting, MostWaiting);
            known?.Stop();
            var run = new LabRun<T>(_turn, basis, compute);
            _runs[address] = run;
            var old = _runs.Where(r => r.Value.IsOver).OrderByDescending(r => r.Value.BegunAt).Skip(MostKept);
            foreach (var one in old.ToList()) _runs.Remove(one.Key);
            return run;
        }
    }

    /// <summary>The run of a study; null when it was never begun, or is kept no longer.</summary>
    internal LabRun? Find(string address)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(address);
        }
    }

    /// <summary>Stops all.</summary>
    internal void Stop()
    {
        lock (_gate)
        {
            foreach (var run in _runs.Values) run.Stop();
        }
    }

    /// <summary>Names a study of a page by all that the page's address says, on a day.</summary>
    internal static string AddressOf(Acting acting, string page, LabQuestion question) =>
        $"{acting.Today.DayNumber} {page}{QueryString.Create(LabAddress.Of(question))}";
}
