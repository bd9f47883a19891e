using System.Globalization;

namespace Commonstead.Bench;

/// <summary>Two pages of the program, each in turn with one written by hand in the same server.</summary>
internal static class PageBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(2.5);

    public static async Task<IReadOnlyList<Row>> Run(string folder, int leases, string code)
    {
        using var server = await Serving.WithHandWritten(folder);
        await server.SignIn();
        var count = leases.ToString("#,0", CultureInfo.InvariantCulture);
        return
        [
            .. await Compare(server, $"lease register page, 25 rows of {count} leases", "/leases", HandWritten.Leases,
                server.Cookie, 0.6),
            .. await Compare(server, "public price page", "/p/" + code, HandWritten.Price + code, null, 0.7),
        ];
    }

    private static async Task<Row[]> Compare(
        Serving server, string what, string path, string byHand, string? cookie, double target)
    {
        var page = await server.Read(path);
        await server.Send(byHand, page);
        MustBeAlike(path, page, byHand, await server.Read(byHand));
        await Load.On(server.Port, path, cookie, _warmUp);
        await Load.On(server.Port, byHand, cookie, _warmUp);
        var (own, hand) = (new Side(server, path, cookie), new Side(server, byHand, cookie));
        for (var round = 0; round < Rounds; round++)
        {
            await own.Round(_round);
            await hand.Round(_round);
        }

        var (share, p99) = (own.Rate / hand.Rate, Load.P99(own.Times));
        var work = string.Create(CultureInfo.InvariantCulture,
            $"{Timing.Rate(hand.Rate)}, p99 {Load.P99(hand.Times):0.0} ms");
        return
        [
            new Row($"{what}, {Load.Connections} connections",
                string.Create(CultureInfo.InvariantCulture,
                    $"{Timing.Rate(own.Rate)} ({own.Microseconds:0} µs of processor)"),
                string.Create(CultureInfo.InvariantCulture,
                    $"the same page by hand, {work} ({hand.Microseconds:0} µs)"),
                Timing.Share(share), $"≥ {Timing.Share(target)}", share >= target),
            new Row($"{what}, 99th percentile", string.Create(CultureInfo.InvariantCulture, $"{p99:0.0} ms"),
                "50 ms", string.Create(CultureInfo.InvariantCulture, $"{p99 / 50:0.00}×"), "< 50 ms", p99 < 50),
        ];
    }

    private static void MustBeAlike(string path, string page, string byHand, string other)
    {
        if (other == page) return;
        var from = page.AsSpan().CommonPrefixLength(other);
        throw new InvalidOperationException($"{byHand} does not write what {path} writes: "
            + $"“{Around(other, from)}” instead of “{Around(page, from)}”.");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];

    private sealed class Side(Serving server, string path, string? cookie)
    {
        private readonly List<double> _rates = [];
        private readonly List<double> _work = [];

        public List<double> Times { get; } = [];

        public double Rate => Timing.Median(_rates);

        /// <summary>Processor time of the server for one answer.</summary>
        public double Microseconds => Timing.Median(_work);

        public async Task Round(TimeSpan time)
        {
            var before = server.Worked;
            var loaded = await Load.On(server.Port, path, cookie, time);
            _rates.Add(loaded.Rate);
            _work.Add((server.Worked - before).TotalMicroseconds / loaded.Answers);
            Times.AddRange(loaded.Times);
        }
    }
}
