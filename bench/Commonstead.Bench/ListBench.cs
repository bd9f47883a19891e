using System.Globalization;

namespace Commonstead.Bench;

/// <summary>Every list page, in turn on a small trust and on a large one.</summary>
internal static class ListBench
{
    private const int Rounds = 3;
    private const double Target = 0.8;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(0.7);

    private static readonly string[] _pages =
    [
        "/leases", "/leases?sort=-ends", "/leases?page=40", "/leases?state=in-force&sort=number", "/land",
        "/land?sort=address", "/land/homes", "/land/homes?sort=-address", "/people", "/people/households",
        "/people/organisations", "/members", "/resales", "/resales?state=Open", "/rules", "/series", "/series/areas",
        "/accounts",
    ];

    // Words that nobody has, that a few have, and that every row has.
    private static readonly string[] _searches =
    [
        "/leases?q=nobody", "/people?q=nobody", "/people?q=abara+413-555-0100-33", "/members?q=nobody",
        "/members?q=abara-33", "/leases?q=springfield", "/land/homes?q=springfield",
    ];

    public static async Task<IReadOnlyList<Row>> Run(string small, int fewer, string large, int more)
    {
        using var little = await Serving.WithHandWritten(small);
        using var much = await Serving.WithHandWritten(large);
        await little.SignIn();
        await much.SignIn();
        var rows = new List<Row>();
        foreach (var page in _pages.Concat(_searches)) rows.Add(await Compare(page, little, fewer, much, more));
        return rows;
    }

    private static async Task<Row> Compare(string page, Serving little, int fewer, Serving much, int more)
    {
        var rates = (Little: new List<double>(), Much: new List<double>());
        var times = (Little: new List<double>(), Much: new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (server, rate, time) in new[]
                { (little, rates.Little, times.Little), (much, rates.Much, times.Much) })
            {
                var loaded = await Load.On(server.Port, page, server.Cookie, round == 0 ? _warmUp : _round);
                if (round == 0) continue;
                rate.Add(loaded.Rate);
                time.AddRange(loaded.Times);
            }
        }

        var share = Timing.Median(rates.Much) / Timing.Median(rates.Little);
        return new Row($"{page} of {Count(more)} leases", Shown(rates.Much, times.Much),
            $"{Count(fewer)} leases: {Shown(rates.Little, times.Little)}", Timing.Share(share),
            $"≥ {Timing.Share(Target)}", share >= Target);
    }

    private static string Shown(List<double> rates, List<double> times) => string.Create(
        CultureInfo.InvariantCulture, $"{Timing.Rate(Timing.Median(rates))}, p99 {Load.P99(times):0.0} ms");

    private static string Count(int leases) => leases.ToString("#,0", CultureInfo.InvariantCulture);
}
