using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Commonstead.Browser.Tests;

/// <summary>The program itself as a process of its own, on a data folder that is gone afterwards.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    // What ./test has published, as users run it, starts in half the time; else the one built beside the tests.
    private static readonly string _program = Environment.GetEnvironmentVariable("COMMONSTEAD_PROGRAM")
        ?? Path.Combine(AppContext.BaseDirectory, "commonstead.dll");

    private readonly string _top = Directory.CreateTempSubdirectory("commonstead-browser-").FullName;
    private readonly List<string> _said = [];
    private Process? _process;

    private ProgramProcess()
    {
        // A name, not a number: an IP address cannot be a passkey's relying party.
        Address = $"http://localhost:{FreePort()}";
        Folder = Path.Combine(_top, "trust");
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The trust's data folder.</summary>
    public string Folder { get; }

    /// <summary>Serves a trust that is not made yet, on SQLite or on the PostgreSQL database that is named.</summary>
    public static Task<ProgramProcess> Serve(string? database = null)
    {
        var program = new ProgramProcess();
        string[] engine = database is null ? [] : ["--database", database];
        return program.Start(["serve", "--data", program.Folder, "--urls", program.Address, .. engine]);
    }

    /// <summary>Makes a demonstration and serves it.</summary>
    public static Task<ProgramProcess> Demonstrate(string country)
    {
        var program = new ProgramProcess();
        var port = new Uri(program.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return program.Start(["demo", "--data", program.Folder, "--country", country, "--port", port]);
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<CommandRun> Run(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await said + await complained);
    }

    /// <summary>Ends the process, and leaves its folder for a look at what is in it.</summary>
    public async Task Stop()
    {
        if (_process is not { HasExited: false }) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process?.Dispose();
        Directory.Delete(_top, recursive: true);
    }

    private static ProcessStartInfo Command(string[] arguments) => new("dotnet", [_program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private async Task<ProgramProcess> Start(string[] arguments)
    {
        _process = Process.Start(Command(arguments));
        var ready = new TaskCompletionSource();
        _process!.OutputDataReceived += (_, line) => Heard(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var first = await Task.WhenAny(ready.Task, _process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        if (first == ready.Task) return this;
        var said = Said;
        await DisposeAsync();
        throw new InvalidOperationException("The program did not start:\n" + said);
    }

    private string Said
    {
        get
        {
            lock (_said) return string.Join('\n', _said);
        }
    }

    private void Heard(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
        if (line.Contains(Address, StringComparison.Ordinal)) ready.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What a command came to.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Said">What it wrote.</param>
public sealed record CommandRun(int Code, string Said);
