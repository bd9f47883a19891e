using System.Diagnostics;

namespace Commonstead.Bench;

/// <summary>A load of so many connections on one address, from this process.</summary>
internal static class Load
{
    private const int Connections = 16;

    /// <summary>Reads an address over and over for a while.</summary>
    /// <returns>Answers a second, and the 99th percentile of their times in milliseconds.</returns>
    public static async Task<(double Rate, double P99)> On(HttpClient http, string address, TimeSpan time)
    {
        var times = new List<double>[Connections];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async n =>
        {
            var own = times[n] = [];
            while (watch.Elapsed < time)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }));
        var all = times.SelectMany(t => t).Order().ToList();
        return (all.Count / watch.Elapsed.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }
}
