using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>The options of the command line that say which rules are compared, on which figures and facts.</summary>
internal static class LabSources
{
    private static readonly Option<string[]> _rules = new("--rules")
    {
        Description = "A rule document, or a shipped rule's name such as us/cpi-index; one to six.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> _given = new("--given")
    {
        Description = "A fact that the lab does not know, as name=value, such as bedrooms=2; may be repeated.",
    };

    private static readonly Option<string?> _data = new("--data")
    {
        Description = "A trust's data folder, whose published figures are used.",
    };

    private static readonly Option<string[]> _files = new("--figures")
    {
        Description = "A CSV file of published figures (docs/reference/series-csv.md); may be repeated.",
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [_rules, _given, _data, TrustOptions.Database, _files];

    /// <summary>Figures are used as known on this day.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    /// <summary>The rules as the command names them.</summary>
    public static IReadOnlyList<RuleDocument> Rules(ParseResult parsed) =>
        [.. parsed.GetRequiredValue(_rules).Select(RuleFiles.Open)];

    /// <summary>The facts stated for the study.</summary>
    /// <exception cref="CommandRefusedException">One is not understood.</exception>
    public static Dictionary<string, RuleValue> Givens(ParseResult parsed, IReadOnlyList<RuleDocument> rules)
    {
        var givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_given) ?? [])
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            var asked = rules.SelectMany(rule => rule.Givens).FirstOrDefault(given => given.Name == parts[0]);
            if (parts.Length != 2 || asked is null)
            {
                throw new CommandRefusedException(
                    $"--given “{text}”: write name=value with a name that one of the rules asks "
                        + "for.", ExitCode.BadInput);
            }

            if (LabFacts.Knows(asked))
            {
                throw new CommandRefusedException(
                    $"--given “{text}”: the lab answers {asked.Name} itself, for each purchase and sale. What the "
                        + "first buyer pays is set by --first-price.", ExitCode.BadInput);
            }

            var read = GivenValue.ParseText(asked.Type, parts[1], "given on the command line");
            if (read.Value is not { } value || !givens.TryAdd(asked.Name, value.Value))
            {
                throw new CommandRefusedException(
                    $"{asked.Name}: {read.Error ?? "it is given twice"}.", ExitCode.BadInput);
            }
        }

        return givens;
    }

    /// <summary>The published figures of a study.</summary>
    public static async Task<RecordedFigures> Figures(
        ParseResult parsed, LabPlace place, IReadOnlyList<RuleDocument> rules)
    {
        var files = parsed.GetValue(_files) ?? [];
        var folder = parsed.GetValue(_data);
        if (folder is null == (files.Length == 0))
        {
            throw new CommandRefusedException(
                "Name the published figures: --data FOLDER, a trust’s data folder, or --figures FILE "
                + "(docs/reference/series-csv.md).", ExitCode.BadInput);
        }

        if (folder is not null)
        {
            await using var work = await CommandWork.Open(folder, parsed.GetValue(TrustOptions.Database));
            return new RecordedFigures(await work.Get<IFigureBook>().OfStudy(place, rules, Today));
        }

        return new RecordedFigures(new FigureSet(files.SelectMany(Releases)));
    }

    /// <summary>Four figures in percent, such as <c>4,3,2,6</c>.</summary>
    /// <exception cref="CommandRefusedException">They are not understood.</exception>
    public static IReadOnlyList<decimal> Numbers(string option, string text, int count)
    {
        var numbers = text.Split(',').Select(one => decimal.TryParse(
            one.Trim().TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).ToList();
        return numbers.Count == count && numbers.All(one => one is not null)
            ? [.. numbers.Select(one => one!.Value)]
            : throw new CommandRefusedException(
                $"{option} “{text}” is not understood; write {count} numbers with commas between.", ExitCode.BadInput);
    }

    private static IReadOnlyList<SeriesRelease> Releases(string path)
    {
        CommandFile.MustBeThere(path);
        var (releases, errors) = FiguresFromFiles.Read(path, null);
        return errors.Count == 0
            ? releases : throw new CommandRefusedException(string.Join('\n', errors), ExitCode.BadInput);
    }
}
