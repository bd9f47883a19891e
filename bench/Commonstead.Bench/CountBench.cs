using System.Diagnostics;
using System.Globalization;
using System.Text;
using Commonstead.Core;

namespace Commonstead.Bench;

/// <summary>Counting: a real ward with its transcript, and a million papers with the reading of their file.</summary>
internal static class CountBench
{
    private const int Times = 200;
    private const int Papers = 1_000_000;
    private const int Candidates = 12;
    private const int Seats = 6;
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        var ward = BltReader.Read(await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "dundee-2022-coldside.blt"))).Contest;
        var (scottish, meek) = await Timing.InTurn(
            Times, () => Count(new ScottishStv(), ward), () => Count(new MeekStv(), ward));
        return [Coldside(scottish, meek), .. Million()];
    }

    private static Row Coldside(double scottish, double meek) => new(
        "the Coldside count with its transcript, scottish, one core", $"{1000 / scottish:0.00} ms",
        $"the same papers by meek, {1000 / meek:0.0} ms", Timing.Share(scottish / meek), "< 2 ms", scottish > 500);

    private static IEnumerable<Row> Million()
    {
        var file = MadeUp(Papers);
        var tenth = MadeUp(Papers / 10);
        var (all, lines, less) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var times = (Seconds(() => Whole(file)), Seconds(() => Lines(file)), Seconds(() => Whole(tenth)));
            if (round == 0) continue;
            all.Add(times.Item1);
            lines.Add(times.Item2);
            less.Add(times.Item3);
        }

        var (seconds, plain, small) = (Timing.Median(all), Timing.Median(lines), Timing.Median(less));
        var distinct = BltReader.Read(file).Contest.Papers.Count;
        yield return new Row(
            $"{Papers:N0} papers ({distinct:N0} different) for {Candidates} candidates and {Seats} seats, scottish, "
                + "with the reading of the file, one core",
            $"{seconds:0.00} s",
            $"only splitting the file into lines and numbers, {plain:0.00} s; a tenth of the papers, {small:0.000} s",
            $"{seconds / plain:0.0}×", "< 1 s", seconds < 1);
    }

    private static Task Count(CountingRule rule, Contest contest)
    {
        Counted(rule, contest);
        return Task.CompletedTask;
    }

    private static void Counted(CountingRule rule, Contest contest) =>
        GC.KeepAlive(rule.Count(contest).Transcript ?? throw new InvalidOperationException("There is no result."));

    private static void Whole(byte[] file) => Counted(new ScottishStv(), BltReader.Read(file).Contest);

    private static void Lines(byte[] file)
    {
        var sum = 0L;
        foreach (var line in Encoding.UTF8.GetString(file).AsSpan().EnumerateLines())
        {
            foreach (var part in line.Split(' '))
            {
                if (int.TryParse(line[part], CultureInfo.InvariantCulture, out var number)) sum += number;
            }
        }

        GC.KeepAlive(sum);
    }

    private static double Seconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalSeconds;
    }

    // Voters rank some candidates, the ones further up the list more often first.
    private static byte[] MadeUp(int papers)
    {
        var random = new Random(1);
        var file = new StringBuilder().Append(Candidates).Append(' ').Append(Seats).Append('\n');
        var order = Enumerable.Range(1, Candidates).ToArray();
        for (var paper = 0; paper < papers; paper++)
        {
            random.Shuffle(order);
            file.Append('1');
            foreach (var candidate in order.AsSpan(0, random.Next(1, Candidates + 1))
                .ToArray().OrderBy(c => random.Next(c * 10)))
            {
                file.Append(' ').Append(candidate);
            }

            file.Append(" 0\n");
        }

        file.Append("0\n");
        for (var candidate = 1; candidate <= Candidates; candidate++)
            file.Append("\"Candidate ").Append(candidate).Append("\"\n");
        return Encoding.UTF8.GetBytes(file.Append("\"Made up\"\n").ToString());
    }
}
