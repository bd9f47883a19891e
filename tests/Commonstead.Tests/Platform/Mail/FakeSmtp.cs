using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Commonstead.Tests.Platform.Mail;

/// <summary>A mail server on this machine that takes messages, or refuses them, as a test wants.</summary>
internal sealed class FakeSmtp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public FakeSmtp()
    {
        _listener.Start();
        _ = Listen();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it took, headers and text.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>What it answers a recipient; null to take it.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true) _ = Talk(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var closing = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n" };
        writer.AutoFlush = true;
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".") text.AppendLine(part);
                Taken.Enqueue(text.ToString());
            }
            else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Answer(line) is { } refused)
            {
                await writer.WriteLineAsync(refused);
                continue;
            }

            await writer.WriteLineAsync("250 ok");
        }
    }
}
