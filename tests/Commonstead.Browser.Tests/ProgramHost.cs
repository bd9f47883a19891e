using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Commonstead.Browser.Tests.ProgramHost))]

namespace Commonstead.Browser.Tests;

/// <summary>
/// The program itself as a process of its own, on a data folder that is gone afterwards. The first test that needs a
/// trust makes it, by the first-run page.
/// </summary>
public sealed class ProgramHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commonstead-browser-").FullName;
    private readonly List<string> _said = [];
    private Process? _process;

    /// <summary>Where it listens. A name, not a number: an IP address cannot be a passkey's relying party.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Address = $"http://localhost:{FreePort()}";
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "commonstead.dll"),
                "serve", "--data", _folder, "--urls", Address,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        });
        var ready = new TaskCompletionSource();
        _process!.OutputDataReceived += (_, line) => Heard(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var first = await Task.WhenAny(ready.Task, _process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        if (first != ready.Task) throw new InvalidOperationException("The program did not start:\n" + Said);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
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
