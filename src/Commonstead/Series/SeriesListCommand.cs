using System.CommandLine;
using System.Text.Json;
using Commonstead.Platform.Cli;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary><c>commonstead series list</c>: the series the trust holds, with their latest release.</summary>
internal static class SeriesListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "List the series with their latest release.")
        {
            TrustOptions.Data, TrustOptions.Database, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var work = await CommandWork.Open(parsed);
            var all = await work.Get<SeriesShelf>().Series.OrderBy(s => s.Code).ToListAsync(cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(all.Select(SeriesShown.Of), JsonSerializerOptions.Web));
            else Print(all);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(List<PublishedSeries> all)
    {
        if (all.Count == 0) Console.WriteLine("No series yet. Import one: commonstead series import --help");
        var width = all.Select(s => s.Code.Length).DefaultIfEmpty().Max();
        foreach (var series in all)
        {
            Console.WriteLine($"{series.Code.PadRight(width)}  {series.ReleaseCount,3} releases, the latest "
                + $"{series.LatestRelease} of {series.LatestPublished:yyyy-MM-dd}  {series.Title}");
        }
    }
}
