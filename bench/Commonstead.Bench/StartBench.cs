using System.Globalization;

namespace Commonstead.Bench;

/// <summary>The published program as a trust runs it: how soon its first page comes, and the memory it holds.</summary>
internal static class StartBench
{
    private const int Runs = 5;
    private const double FirstPage = 1.5;
    private const long Resident = 200_000_000;

    private static readonly string[] _pages = ["/leases", "/land", "/land/homes", "/people", "/resales", "/"];

    public static async Task<IReadOnlyList<Row>> Run(string program, string folder, int leases)
    {
        var starts = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            using var server = await Serving.Published(program, folder);
            starts.Add(server.FirstPage.TotalSeconds);
        }

        using var loaded = await Serving.Published(program, folder);
        await loaded.SignIn();
        var atFirst = loaded.Resident.Now;
        foreach (var page in _pages) await Load.On(loaded.Port, page, loaded.Cookie, TimeSpan.FromSeconds(4));
        var (now, most) = loaded.Resident;
        var (median, slowest) = (Timing.Median(starts), starts.Max());
        return
        [
            new Row("first page of the published build", Seconds(median),
                $"the slowest of {Runs} starts: {Seconds(slowest)}", Times(median / FirstPage), "< 1.5 s",
                median < FirstPage),
            new Row(string.Create(CultureInfo.InvariantCulture,
                    $"memory after load ({leases:#,0} leases, {Load.Connections} connections, {_pages.Length} pages)"),
                Megabytes(now), $"after signing in {Megabytes(atFirst)}, at most {Megabytes(most)}",
                Times((double)now / Resident), "< 200 MB", now < Resident),
        ];
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");

    private static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}×");

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0} MB");
}
