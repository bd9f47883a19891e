using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Series;

namespace Commonstead.Bench;

/// <summary>
/// The resale lab's standard study (five rules, 40 years, 100,000 futures, quantiles of every year) beside the same
/// model written with numpy; how it grows; and where its time goes.
/// </summary>
internal static class LabBench
{
    /// <summary>Runs the standard study alone, in a process of its own, and prints its peak memory.</summary>
    public const string Command = "lab-alone";

    private const int Paths = 100_000;
    private const int Years = 40;
    private const int Rounds = 5;

    private static readonly string[] _rules =
    [
        "us/fixed-simple-years", "us/cpi-index", "us/ami-index", "us/appraisal-share",
        "us/lesser-of-cpi-and-ami-with-collar",
    ];

    private static string Figures => Path.Combine(AppContext.BaseDirectory, "fixtures", "boston.csv");

    public static async Task<IReadOnlyList<Row>> Run()
    {
        var figures = new FigureSet(FiguresFromFiles.Read(Figures, new DateOnly(2025, 1, 1)).Releases);
        var standard = Study(Paths, Years);
        var (ours, numpy, small, more, longer) = (
            new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (shown, megabytes, usual) = ("", 0.0, Array.Empty<double>());
        var worked = (Ours: new List<double>(), Numpy: new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var before = Worked();
            var time = Time(standard, figures);
            var work = Worked() - before;
            var times = new[]
            {
                time, Time(Study(10_000, Years), figures), Time(Study(2 * Paths, Years), figures),
                Time(Study(Paths, 2 * Years), figures),
            };
            var other = await Numpy();
            if (round == 0) continue;
            ours.Add(times[0]);
            small.Add(times[1]);
            more.Add(times[2]);
            longer.Add(times[3]);
            numpy.Add(other.GetProperty("seconds").GetDouble());
            worked.Ours.Add(work);
            worked.Numpy.Add(other.GetProperty("processor").GetDouble());
            megabytes = other.GetProperty("megabytes").GetDouble();
            usual = [.. other.GetProperty("median").EnumerateArray().Select(one => one.GetDouble())];
            shown = $"numpy {other.GetProperty("numpy").GetString()}";
        }

        var one = Timing.Median(ours);
        var ratio = Timing.Median(numpy) / one;
        var alone = await Alone();
        var result = Futures.Run(standard, figures).Value!;
        var apart = result.Rules.Zip(usual, (rule, theirs) =>
            Math.Abs((double)rule.At(Years)!.MaximumPrice.P50!.Value / theirs - 1)).Max();
        var exact = string.Join(", ", result.Rules.Select(rule =>
            rule.ComputedExactly.ToString("P2", CultureInfo.InvariantCulture)));
        return
        [
            new Row("lab: 5 rules, 40 years, 100,000 futures", $"{one:0.00} s",
                $"the same model with {shown}, {Timing.Median(numpy):0.00} s in {megabytes:0} MB",
                $"{ratio:0.0}×", "≥ 5×", ratio >= 5),
            new Row("lab: usual prices after 40 years", $"{result.Rules.Count} rules",
                "numpy's, drawn by random numbers of its own", string.Create(
                    CultureInfo.InvariantCulture, $"{apart:P2} apart at most"), "≤ 1 %", apart <= 0.01),
            new Row("lab: the same in processor time", $"{Timing.Median(worked.Ours):0.00} s on all cores",
                $"numpy, {Timing.Median(worked.Numpy):0.00} s on one",
                $"{Timing.Median(worked.Numpy) / Timing.Median(worked.Ours):0.0}×", "", IsMet: true),
            new Row("lab: memory of that study in a process of its own", $"{alone:0} MB", "an empty process of .NET, "
                + "about 50 MB",
                "", "< 200 MB", alone < 200),
            new Row("lab: 200,000 futures", $"{Timing.Median(more):0.00} s", $"100,000: {one:0.00} s",
                $"{Timing.Median(more) / one:0.0}×", "≤ 2.4×", Timing.Median(more) / one <= 2.4),
            new Row("lab: 80 years", $"{Timing.Median(longer):0.00} s", $"40 years: {one:0.00} s",
                $"{Timing.Median(longer) / one:0.0}×", "≤ 2.4×", Timing.Median(longer) / one <= 2.4),
            new Row("lab: 10,000 futures", $"{Timing.Median(small) * 1000:0} ms", "1 s",
                $"{Timing.Median(small):0.00}×", "< 1 s", Timing.Median(small) < 1),
            .. LabParts.Measure(standard, figures, one),
            new Row("lab: prices computed by the exact evaluator, by rule", exact, "all prices", "", "", IsMet: true),
        ];
    }

    /// <summary>The study alone.</summary>
    public static int RunAlone(string file)
    {
        var figures = new FigureSet(FiguresFromFiles.Read(file, new DateOnly(2025, 1, 1)).Releases);
        _ = Time(Study(Paths, Years), figures);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine((process.PeakWorkingSet64 / 1e6).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Worked()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double Time(FuturesStudy study, IFigures figures)
    {
        var watch = Stopwatch.StartNew();
        var outcome = Futures.Run(study, figures);
        if (outcome.Value is null) throw new InvalidOperationException(outcome.Faults[0].Message);
        return watch.Elapsed.TotalSeconds;
    }

    private static FuturesStudy Study(int paths, int years) => new()
    {
        Rules = [.. _rules.Select(name => RuleDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", name + ".md")), name).Document!)],
        Place = new LabPlace
        {
            Area = "us:metro:boston",
            Market = new LabSeries("us.case-shiller", "us:metro:boston"),
            Incomes = new LabSeries("hud.ami", "us:metro:boston", LabProxy.Parse("CPI + 0.5 %")),
            Cpi = new LabSeries("us.cpi-u", null),
            MortgageRate = new LabSeries("us.mortgage", null, LabProxy.Parse("6.5 %")),
            HomeValue = 650_000,
            HomeValueYear = 2024,
        },
        Years = years,
        Paths = paths,
        Seed = 7,
        KnownBy = new DateOnly(2026, 1, 1),
    };

    private static async Task<JsonElement> Numpy()
    {
        // Debian's own python has Debian's numpy.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var script = Path.Combine(Trusts.Root, "bench", "futures_numpy.py");
        var text = await Output(python, [script, Figures, $"{Paths}", $"{Years}", "7"]);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<double> Alone() => double.Parse(
        await Output(Environment.ProcessPath!, [Command, Figures]), CultureInfo.InvariantCulture);

    private static async Task<string> Output(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} does not start.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
