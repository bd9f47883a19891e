using System.Runtime.InteropServices;

namespace Commonstead.Platform.Cli;

/// <summary>
/// Tells a command to stop when the program is told to by a signal, and remembers which. A command that goes on all the
/// same is not waited for, and a second signal ends the program at once.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _patienceEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _listening;
    private int _code;

    /// <summary>Listens from now on.</summary>
    public StopSignal() => _listening =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Hear(context, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Hear(context, ExitCode.Terminated)),
    ];

    /// <summary>What the command watches.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Ends a while after a signal.</summary>
    public Task PatienceEnded => _patienceEnded.Task;

    /// <summary>The exit code of a command that a signal ended; null when none came.</summary>
    public int? Code => Volatile.Read(ref _code) is var code and not 0 ? code : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in _listening) one.Dispose();
        _stop.Dispose();
    }

    private void Hear(PosixSignalContext context, int code)
    {
        if (Interlocked.CompareExchange(ref _code, code, 0) != 0) return;
        context.Cancel = true;
        _ = Stop();
    }

    private async Task Stop()
    {
        await _stop.CancelAsync();
        await Task.Delay(_patience);
        _patienceEnded.TrySetResult();
    }
}
