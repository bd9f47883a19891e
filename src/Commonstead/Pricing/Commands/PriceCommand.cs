using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Pricing;

/// <summary>
/// <c>commonstead price</c>: computes a price under a rule, or checks a determination somebody else made.
/// </summary>
public static class PriceCommand
{
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly Argument<string?> _rule = new("RULE.md")
    {
        Description = "A rule document, or a shipped rule's name such as us/appraisal-share.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> _given = new("--given")
    {
        Description = "A fact the rule asks for, as name=value; may be repeated.",
    };

    private static readonly Option<string?> _asOf = new("--as-of")
    {
        Description = "The day the price is computed for, as year-month-day; today unless told. "
            + "It answers the rule's sale_date when that is not given.",
    };

    private static readonly Option<string?> _knownBy = new("--known-by")
    {
        Description = "Only figures published by this day are used; today unless told.",
    };

    private static readonly Option<string?> _determination = new("--determination")
    {
        Description = "Check a determination's file: its signature, its rule's hash and every step, offline.",
    };

    private static readonly Option<bool> _json = new("--json") { Description = "Print the result as JSON." };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("price", "Compute the most a home may be sold for under a rule, with every step.")
        {
            _rule, _given, _asOf, _knownBy, FigureOptions.Data, TrustOptions.Database, FigureOptions.Files, _json,
            _determination,
        };
        command.SetAction(async (parsed, _) => parsed.GetValue(_determination) is { } file
            ? Check(parsed, file) : await Compute(parsed));
        return command;
    }

    private static async Task<int> Compute(ParseResult parsed)
    {
        if (parsed.GetValue(_rule) is not { } name)
        {
            throw new CommandRefusedException(
                "Name a rule document, or a determination to check with --determination FILE.", ExitCode.BadInput);
        }

        var rule = RuleFiles.Open(name);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var asOf = Day(parsed, _asOf);
        var knownBy = Day(parsed, _knownBy);
        if (knownBy > today)
            throw new CommandRefusedException("--known-by: figures can be known by today at the latest.",
                ExitCode.BadInput);
        var inputs = new RuleInputs
        {
            Givens = GivenOptions.Read(rule, parsed.GetValue(_given) ?? [], asOf ?? today, asOf is not null),
            Figures = await FigureOptions.Read(parsed, rule, knownBy ?? today, knownBy is not null),
            AsOf = asOf ?? today,
            KnownBy = knownBy ?? today,
        };
        var outcome = rule.Evaluate(inputs);
        if (outcome.Error is { } error)
        {
            throw new CommandRefusedException(
                $"The price cannot be computed. {error}{FigureOptions.Hint(parsed, rule)}", ExitCode.Refused);
        }

        var file = DeterminationFile.Of(new Worked(rule, outcome.Result!, inputs.AsOf, inputs.KnownBy));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json)) await output.WriteLineAsync(file.ToIndentedJson());
        else new WorkingText(output).Write(rule.Title, file);
        return ExitCode.Done;
    }

    private static int Check(ParseResult parsed, string path)
    {
        if (parsed.GetValue(_rule) is not null || parsed.GetValue(_given) is { Length: > 0 })
        {
            throw new CommandRefusedException(
                "A determination brings its own rule and facts; name nothing beside --determination FILE.",
                ExitCode.BadInput);
        }

        CommandFile.MustBeThere(path);
        if (new FileInfo(path).Length > MostBytes)
            throw new CommandRefusedException($"{path} is larger than a determination can be.", ExitCode.BadInput);
        var proof = SignedDetermination.Check(File.ReadAllText(path));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json)) output.WriteLine(ProofText.Json(proof));
        else ProofText.Write(proof, output);
        return proof.Agrees ? ExitCode.Done : ExitCode.Broken;
    }

    private static DateOnly? Day(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            ? day
            : throw new CommandRefusedException(
                $"{option.Name}: “{text}” is not a day that exists; write year-month-day, such as 2026-06-01.",
                ExitCode.BadInput);
    }
}
