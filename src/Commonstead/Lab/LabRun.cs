using System.Diagnostics;
using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>A study that is being computed, or was.</summary>
public abstract class LabRun(string basis) : IProgress<decimal>
{
    private const int Whole = 1000;

    private readonly CancellationTokenSource _stop = new();
    private int _permille;

    /// <summary>When it was begun, in ticks of the machine.</summary>
    internal long BegunAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>What it is computed from that its address does not say.</summary>
    internal string Basis => basis;

    /// <summary>How much of it is done, 0 to 1; it never falls.</summary>
    public decimal Share => (decimal)Volatile.Read(ref _permille) / Whole;

    /// <summary>True when there is an answer, or there never will be one.</summary>
    public abstract bool IsOver { get; }

    /// <summary>True when somebody stopped it.</summary>
    public bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>Told when it is to stop.</summary>
    protected CancellationToken Stopping => _stop.Token;

    /// <summary>Stops it.</summary>
    public void Stop() => _stop.Cancel();

    // Several threads compute, and who was first need not tell first.
    /// <inheritdoc/>
    public void Report(decimal value)
    {
        var done = (int)(value * Whole);
        var told = Volatile.Read(ref _permille);
        while (done > told)
        {
            var before = Interlocked.CompareExchange(ref _permille, done, told);
            if (before == told) return;
            told = before;
        }
    }
}

/// <summary>A run with its answer.</summary>
/// <typeparam name="T">What it comes to.</typeparam>
public sealed class LabRun<T> : LabRun
{
    internal LabRun(
        SemaphoreSlim turn, string basis, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
        : base(basis) => Work = Compute(turn, compute);

    /// <summary>Its answer; whoever waits for a run that is stopped is told so.</summary>
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

    // The pool's few threads answer pages: a study takes one of its own.
    private async Task<Outcome<T>> Compute(
        SemaphoreSlim turn, Func<IProgress<decimal>, CancellationToken, Outcome<T>> compute)
    {
        try
        {
            await turn.WaitAsync(Stopping);
            try
            {
                return await Task.Factory.StartNew(
                    () => compute(this, Stopping), Stopping, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (IsStopped)
        {
            return StudyRefusal.Stopped;
        }
    }
}
