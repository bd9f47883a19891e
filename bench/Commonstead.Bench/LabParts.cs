using System.Diagnostics;
using System.Numerics;
using Commonstead.Core;

namespace Commonstead.Bench;

/// <summary>Where the time of the lab's standard study goes: its parts one by one on one core, each beside its
/// limit.</summary>
internal static class LabParts
{
    private const int Times = 60;

    /// <summary>The parts' rows.</summary>
    /// <param name="study">The standard study.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="seconds">What the whole took on all cores.</param>
    public static IEnumerable<Row> Measure(FuturesStudy study, IFigures figures, double seconds)
    {
        var run = new FuturesRun(study, figures);
        var paths = new FuturePaths(run.Plan);
        var cells = (double)Lanes.Count * study.Years;
        var draw = PerCell(() => paths.Draw(0), cells);
        var words = PerCell(() => Words(study.Years), cells);
        var owners = Enumerable.Range(0, study.Rules.Count).Select(rule => run.Owners(rule, paths)).ToList();
        var rules = owners.Select((one, at) => PerCell(() => Chain(run, paths, one, at, study.Years), cells)).Average();
        var histogram = new LogHistogram();
        var count = PerCell(() => Count(paths, histogram, study.Years), cells);
        var copy = PerCell(() => Copy(paths, study.Years), cells);
        var cores = Environment.ProcessorCount;
        var whole = seconds * cores * 1e9 / ((double)study.Paths * study.Years);
        var all = draw + 2 * count + study.Rules.Count * rules;
        yield return new Row("lab: one year of one future under five rules, all counted", $"{whole:0.0} ns of a core",
            $"its parts one by one on one core: {all:0.0} ns", "", "", IsMet: true);
        yield return new Row("lab: of it, drawing a year of a future", $"{draw:0.0} ns",
            $"its random words alone {words:0.0} ns", $"{draw / all * 100:0} % of the parts", "", IsMet: true);
        yield return new Row("lab: of it, a price, its owner and seller, counted", $"{rules:0.0} ns",
            $"counting alone {count:0.0} ns; writing a column once {copy:0.00} ns",
            $"{study.Rules.Count * rules / all * 100:0} % of the parts", "", IsMet: true);
    }

    private static void Chain(FuturesRun run, FuturePaths paths, OwnerLanes owners, int rule, int years)
    {
        var tally = new RuleTally(years);
        owners.Begin(paths, run.FirstPrices[rule], run.Plan.Day(0));
        for (var year = 1; year <= years; year++)
            owners.Step(paths, year, run.Plan.Day(year - 1), run.Plan.Day(year), Lanes.Count, tally);
    }

    // A word a year decides who leaves, and a block of five years begins with one.
    private static void Words(int years)
    {
        var sum = 0u;
        for (uint draw = 0; draw < Lanes.Count * years / 4 + Lanes.Count * years / 5; draw++)
            sum ^= Philox.Words(7, draw, 1, 2, 3).A;
        GC.KeepAlive(sum);
    }

    private static void Count(FuturePaths paths, LogHistogram histogram, int years)
    {
        for (var year = 1; year <= years; year++) histogram.Add(paths.Value[year], null, Lanes.Count);
    }

    private static void Copy(FuturePaths paths, int years)
    {
        for (var year = 1; year <= years; year++)
        {
            foreach (ref var vector in Lanes.Of(paths.Value[year])) vector *= new Vector<double>(1.0);
        }
    }

    private static double PerCell(Action act, double cells)
    {
        var times = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var watch = Stopwatch.StartNew();
            act();
            if (time >= Times / 2) times.Add(watch.Elapsed.TotalNanoseconds / cells);
        }

        return Timing.Median(times);
    }
}
