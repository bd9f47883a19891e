using System.CommandLine;
using System.CommandLine.Parsing;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Lab;

/// <summary>
/// <c>commonstead lab backtest|futures|run</c>: what resale rules would have done and may do, and a finished study
/// computed again.
/// </summary>
public static class LabCommand
{
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly Option<int?> _from = new("--from") { Description = "The first year of purchase." };

    private static readonly Option<int?> _to = new("--to") { Description = "The last year of resale." };

    private static readonly Option<string?> _preset = new("--preset")
    {
        Description = "A hard time found in the series instead of --from and --to: crash (2006 to 2012), "
            + "high-inflation or "
            + "falling-incomes.",
        Validators = { MustBeAPreset },
    };

    private static readonly FuturesQuestion _usual = new();

    private static readonly Option<int> _years = Whole("--years", _usual.Years, "How many years ahead, 10 to 99.");

    private static readonly Option<int> _paths = Whole("--paths", _usual.Paths, "How many futures, up to 1,000,000.");

    private static readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The seed; the same seed gives the same figures on every machine.",
        DefaultValueFactory = _ => _usual.Seed,
    };

    private static readonly Option<int> _block = Whole("--block", _usual.BlockYears,
        "How many years of history stay together.");

    private static readonly Option<int?> _historyFrom = new("--history-from")
    {
        Description = "The first year drawn from; the first that all series have unless told.",
    };

    private static readonly Option<int?> _historyTo = new("--history-to")
    {
        Description = "The last year drawn from, where the futures begin; the last that all series have unless told.",
    };

    private static readonly Option<string> _stay = new("--stay")
    {
        Description = "How long owners stay: “8 % a year” leave, “7 years”, “3 to 12 years”, or the percentages that "
            + "stay 1, 2, … years, “5,10,20,30,35”.",
        DefaultValueFactory = _ => _usual.Stay,
    };

    private static readonly Option<string?> _growth = new("--growth")
    {
        Description = "Instead of history: yearly growth of market prices, incomes and consumer prices and the mean "
            + "mortgage rate, in percent, such as 4,3,2,6. Goes with --volatility.",
    };

    private static readonly Option<string?> _volatility = new("--volatility")
    {
        Description = "Their standard deviations in percent, such as 8,2,1.5,1.",
    };

    private static readonly Option<string?> _correlations = new("--correlations")
    {
        Description = "Their correlations: market-incomes, market-cpi, market-rate, incomes-cpi, incomes-rate, "
            + "cpi-rate; none unless told.",
    };

    private static readonly Option<bool> _json = new("--json")
    {
        Description = "Print the whole study as JSON, which lab run computes again.",
    };

    private static readonly Argument<string> _file = new("FILE") { Description = "A study as --json prints it." };

    /// <summary>Makes the command.</summary>
    public static Command Make() => new("lab", "See what a resale rule does before it is signed for 99 years.")
    {
        Command("backtest", "Replay the published past under one to six rules.", [_from, _to, _preset], Replay),
        Command("futures", "Draw thousands of futures under one to six rules.",
            [
                _years, _paths, _seed, _block, _historyFrom, _historyTo, _stay, _growth, _volatility, _correlations,
            ], Draw),
        RunCommand(),
    };

    private static Command Command(
        string name, string description, Option[] own, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var option in LabSources.All.Concat(LabPlaceOptions.All).Concat(own).Concat(LabHouseholdOptions.All))
            command.Options.Add(option);
        command.Options.Add(_json);
        command.SetAction(run);
        return command;
    }

    private static Command RunCommand()
    {
        var command = new Command("run", "Compute a finished study again from its file, and say whether it comes out "
            + "the same.")
        {
            _file, _json,
        };
        command.SetAction(Again);
        return command;
    }

    private static async Task<int> Replay(ParseResult parsed, CancellationToken cancellation)
    {
        var rules = LabSources.Rules(parsed);
        var study = new BacktestStudy
        {
            Rules = rules,
            Place = LabPlaceOptions.Read(parsed),
            Household = LabHouseholdOptions.Household(parsed),
            Seller = LabHouseholdOptions.Seller(parsed),
            FirstYear = parsed.GetValue(_from),
            LastYear = parsed.GetValue(_to),
            Givens = LabSources.Givens(parsed, rules),
            KnownBy = LabSources.Today,
        };
        var figures = await LabSources.Figures(parsed, study.Place, rules);
        study = Preset(parsed, study, figures);
        var result = Value(Backtest.Run(study, figures, cancellation));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json)) await output.WriteLineAsync(LabFile.Of(study, result, figures).ToJson());
        else LabText.Write(result, output);
        return ExitCode.Done;
    }

    private static BacktestStudy Preset(ParseResult parsed, BacktestStudy study, IFigures figures)
    {
        if (parsed.GetValue(_preset) is not { } name) return study;
        if (study.FirstYear is not null || study.LastYear is not null)
        {
            throw new CommandRefusedException(
                "--preset names the years itself; leave --from and --to away.", ExitCode.BadInput);
        }

        var presets = LabPreset.Of(Value(Backtest.Years(study with { FirstYear = null, LastYear = null }, figures)));
        var named = presets.FirstOrDefault(preset =>
            NameOf(preset.Kind).Equals(name, StringComparison.OrdinalIgnoreCase));
        return named is null
            ? throw new CommandRefusedException($"--preset: the series hold no {name}. They hold "
                + string.Join(", ", presets.Select(
                    one => $"{NameOf(one.Kind)} ({one.FirstYear} to {one.LastYear})")) + ".",
                ExitCode.Refused)
            : study with { FirstYear = named.FirstYear, LastYear = named.LastYear };
    }

    private static void MustBeAPreset(OptionResult result)
    {
        var names = Enum.GetValues<LabPresetKind>().Select(NameOf).ToList();
        if (result.Tokens.SingleOrDefault()?.Value is not { } typed
            || names.Contains(typed, StringComparer.OrdinalIgnoreCase)) return;
        result.AddError($"--preset is one of {string.Join(", ", names)}, not “{typed}”.");
    }

    private static string NameOf(LabPresetKind kind) => kind switch
    {
        LabPresetKind.Crash => "crash",
        LabPresetKind.HighInflation => "high-inflation",
        _ => "falling-incomes",
    };

    private static async Task<int> Draw(ParseResult parsed, CancellationToken cancellation)
    {
        var rules = LabSources.Rules(parsed);
        var study = new FuturesStudy
        {
            Rules = rules,
            Place = LabPlaceOptions.Read(parsed),
            Household = LabHouseholdOptions.Household(parsed),
            Seller = LabHouseholdOptions.Seller(parsed),
            Years = parsed.GetValue(_years),
            Paths = parsed.GetValue(_paths),
            Seed = parsed.GetValue(_seed),
            BlockYears = parsed.GetValue(_block),
            HistoryFrom = parsed.GetValue(_historyFrom),
            HistoryTo = parsed.GetValue(_historyTo),
            Movements = Movements(parsed),
            Stay = LengthOfStay.Parse(parsed.GetRequiredValue(_stay)) ?? throw new CommandRefusedException(
                $"--stay “{parsed.GetValue(_stay)}” is not understood; write “8 % a year”, “7 years”, “3 to 12 "
                + "years” or percentages that add up to 100.", ExitCode.BadInput),
            Givens = LabSources.Givens(parsed, rules),
            KnownBy = LabSources.Today,
        };
        var figures = await LabSources.Figures(parsed, study.Place, rules);
        var result = await Compute(study, figures, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json)) await output.WriteLineAsync(LabFile.Of(study, result, figures).ToJson());
        else LabText.Write(result, output);
        return ExitCode.Done;
    }

    private static async Task<int> Again(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_file);
        CommandFile.MustBeThere(path);
        if (new FileInfo(path).Length > MostBytes)
            throw new CommandRefusedException($"{path} is larger than a study can be.", ExitCode.BadInput);
        LabFile file;
        try
        {
            file = LabFile.Read(await File.ReadAllTextAsync(path, cancellation));
        }
        catch (FormatException wrong)
        {
            throw new CommandRefusedException($"{path}: {wrong.Message}", ExitCode.BadInput);
        }

        var figures = new RecordedFigures(new FigureSet(file.Figures));
        var output = parsed.InvocationConfiguration.Output;
        if (file.Backtest is { } past)
        {
            var result = Value(Backtest.Run(past, figures, cancellation));
            MustBeSame(file, result);
            if (parsed.GetValue(_json)) await output.WriteLineAsync(LabFile.Of(past, result, figures).ToJson());
            else LabText.Write(result, output);
        }
        else
        {
            var result = await Compute(file.Futures!, figures, cancellation);
            MustBeSame(file, result);
            if (parsed.GetValue(_json))
                await output.WriteLineAsync(LabFile.Of(file.Futures!, result, figures).ToJson());
            else LabText.Write(result, output);
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync("It comes out the same, figure for figure.");
        return ExitCode.Done;
    }

    private static void MustBeSame(LabFile file, object result)
    {
        if (file.DifferenceTo(result) is { } difference)
        {
            throw new CommandRefusedException(
                $"DIFFERS  The study does not come out as the file says: {difference}.", ExitCode.Broken);
        }
    }

    private static Task<FuturesResult> Compute(FuturesStudy study, IFigures figures, CancellationToken cancellation) =>
        CommandProgress.Show("Drawing futures", progress =>
        {
            var told = new Told(share => progress.Drawn((int)(share * study.Paths), study.Paths));
            return Task.Run(() => Value(Futures.Run(study, figures, told, cancellation: cancellation)), cancellation);
        });

    private static LabMovements? Movements(ParseResult parsed)
    {
        var (growth, volatility) = (parsed.GetValue(_growth), parsed.GetValue(_volatility));
        if (growth is null && volatility is null && parsed.GetValue(_correlations) is null) return null;
        if (growth is null || volatility is null)
        {
            throw new CommandRefusedException(
                "--growth and --volatility go together, four numbers each.", ExitCode.BadInput);
        }

        return LabMovements.OfPairs(
            [.. LabSources.Numbers("--growth", growth, LabMovements.Count).Select(one => one / 100)],
            [.. LabSources.Numbers("--volatility", volatility, LabMovements.Count).Select(one => one / 100)],
            LabSources.Numbers("--correlations", parsed.GetValue(_correlations) ?? "0,0,0,0,0,0", LabMovements.Pairs));
    }

    private static T Value<T>(LabOutcome<T> outcome)
        where T : class =>
        outcome.Value ?? throw new CommandRefusedException(
            string.Join('\n', outcome.Faults.Select(fault => fault.Message)), ExitCode.Refused);

    private static Option<int> Whole(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private sealed class Told(Action<decimal> told) : IProgress<decimal>
    {
        public void Report(decimal value) => told(value);
    }
}
