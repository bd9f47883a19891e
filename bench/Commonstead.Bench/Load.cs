using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Commonstead.Bench;

/// <summary>What a load came to.</summary>
/// <param name="Answers">How many answers came.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="Times">How long each took, in milliseconds.</param>
internal sealed record Loaded(int Answers, double Seconds, IReadOnlyList<double> Times)
{
    /// <summary>Answers a second.</summary>
    public double Rate => Answers / Seconds;
}

/// <summary>
/// Sixteen connections that each ask for one address again as soon as it was answered. Plain sockets, which take far
/// less of the machine than a whole HTTP client, since the server has to share it.
/// </summary>
internal static class Load
{
    public const int Connections = 16;

    /// <summary>Asks for a while.</summary>
    public static Task<Loaded> On(int port, string path, string? cookie, TimeSpan time) =>
        Of(port, $"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n"
            + (cookie is null ? "" : $"Cookie: {cookie}\r\n") + "\r\n", time);

    /// <summary>Sends one form for a while.</summary>
    public static Task<Loaded> Posting(int port, string path, string cookie, string form, TimeSpan time) =>
        Of(port, $"POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {form.Length}\r\n\r\n{form}", time);

    private static async Task<Loaded> Of(int port, string text, TimeSpan time)
    {
        var request = Encoding.ASCII.GetBytes(text);
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var connection = await Connection.Open(port);
            var own = new List<double>();
            while (watch.Elapsed < time)
            {
                var begun = Stopwatch.GetTimestamp();
                await connection.Ask(request);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return own;
        }));
        return new Loaded(times.Sum(t => t.Count), watch.Elapsed.TotalSeconds, [.. times.SelectMany(t => t)]);
    }

    /// <summary>The value below which 99 of 100 lie.</summary>
    public static double P99(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)(sorted.Count * 0.99)];
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        private byte[] _buffer = new byte[64 * 1024];

        public static async Task<Connection> Open(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Connection(socket);
        }

        public async Task Ask(byte[] request)
        {
            await socket.SendAsync(request);
            var (filled, body, end) = (0, -1, -1);
            while (body < 0 || !IsWhole(filled, end))
            {
                if (filled == _buffer.Length) Array.Resize(ref _buffer, filled * 2);
                var count = await socket.ReceiveAsync(_buffer.AsMemory(filled));
                if (count == 0) throw new IOException("The server closed the connection.");
                filled += count;
                if (body < 0) (body, end) = Head(_buffer.AsSpan(0, filled));
            }
        }

        public void Dispose() => socket.Dispose();

        // Without a length the body comes in chunks, of which the last is empty.
        private bool IsWhole(int filled, int end) =>
            end >= 0 ? filled >= end : _buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8);

        private static (int Body, int End) Head(ReadOnlySpan<byte> answer)
        {
            var body = answer.IndexOf("\r\n\r\n"u8) + 4;
            if (body < 4) return (-1, -1);
            if (!answer.StartsWith("HTTP/1.1 200 "u8))
                throw new IOException("Answered " + Encoding.ASCII.GetString(answer[..answer.IndexOf((byte)'\r')]));
            var length = answer[..body].IndexOf("Content-Length: "u8);
            if (length < 0) return (body, -1);
            var digits = answer[(length + 16)..body];
            return (body, body + int.Parse(digits[..digits.IndexOf((byte)'\r')], null));
        }
    }
}
