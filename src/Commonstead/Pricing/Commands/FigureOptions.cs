using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>Where a price computed on the command line takes its published figures from.</summary>
internal static class FigureOptions
{
    /// <summary>A trust's data folder.</summary>
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "A trust's data folder, whose published figures are used.",
    };

    /// <summary>CSV files.</summary>
    public static Option<string[]> Files { get; } = new("--figures")
    {
        Description = "A CSV file of published figures (docs/reference/series-csv.md), written FILE or FILE=YYYY-MM-DD "
            + "with the day it was published; may be repeated.",
    };

    /// <summary>The figures for a rule.</summary>
    /// <param name="parsed">The command as typed.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="knownBy">Only figures published by this day.</param>
    /// <param name="isKnownByStated">True when the command named that day.</param>
    public static async Task<IFigures> Read(
        ParseResult parsed, RuleDocument rule, DateOnly knownBy, bool isKnownByStated)
    {
        var files = parsed.GetValue(Files) ?? [];
        var folder = parsed.GetValue(Data);
        if (folder is null && parsed.GetValue(TrustOptions.Database) is not null)
            throw new CommandRefusedException("--database goes together with --data.", ExitCode.BadInput);
        if (folder is not null && files.Length > 0)
            throw new CommandRefusedException("Take figures from --data or from --figures, not both.",
                ExitCode.BadInput);
        if (folder is not null)
        {
            await using var work = await CommandWork.Open(folder, parsed.GetValue(TrustOptions.Database));
            return await work.Get<IFigureBook>().For(rule, knownBy);
        }

        return new FigureSet(files.SelectMany(file => Releases(file, isKnownByStated)));
    }

    /// <summary>What to add when a rule reads published figures and the command named none; else nothing.</summary>
    public static string Hint(ParseResult parsed, RuleDocument rule) =>
        rule.Series.Count > 0 && parsed.GetValue(Data) is null && parsed.GetValue(Files) is null or []
            ? $"{Environment.NewLine}This rule reads published figures. Add --data FOLDER, a trust’s data folder that "
                + "holds them, or --figures FILE, a file of them (docs/reference/series-csv.md)."
            : "";

    private static IReadOnlyList<SeriesRelease> Releases(string option, bool isKnownByStated)
    {
        var (path, published) = Split(option);
        CommandFile.MustBeThere(path);
        if (published is null && isKnownByStated)
        {
            throw new CommandRefusedException(
                $"With --known-by, say when {path} was published: --figures {path}=YYYY-MM-DD.", ExitCode.BadInput);
        }

        var (releases, errors) = FiguresFromFiles.Read(path, published);
        return errors.Count == 0
            ? releases : throw new CommandRefusedException(string.Join('\n', errors), ExitCode.BadInput);
    }

    private static (string Path, DateOnly? Published) Split(string option)
    {
        var equals = option.LastIndexOf('=');
        if (equals < 1 || File.Exists(option)) return (option, null);
        return DateOnly.TryParseExact(option[(equals + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)
            ? (option[..equals], day)
            : throw new CommandRefusedException(
                $"“{option[(equals + 1)..]}” is not a day; write --figures FILE=YYYY-MM-DD.", ExitCode.BadInput);
    }
}
