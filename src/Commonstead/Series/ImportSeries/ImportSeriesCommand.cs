using System.CommandLine;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Series;

/// <summary>
/// <c>commonstead series import hud|ons|csv FILE</c>: takes a file of published figures into the record.
/// </summary>
internal static class ImportSeriesCommand
{
    private static readonly Argument<FileInfo> _file =
        new("FILE") { Description = "The file as the publisher offers it." };

    private static readonly Option<string[]> _publication = new("--publication")
    {
        Description = "When one year was published and took effect, YEAR:PUBLISHED:EFFECTIVE; once for each year. "
            + "A corrected year takes a word after it: 2024-corrected:2024-07-01:2024-05-01.",
    };

    private static readonly Option<string?> _release = new("--release")
    {
        Description = "The release's name; by default the day it was published.",
    };

    private static readonly Option<string?> _published = Day("--published",
        "The day it was published, such as 2026-05-12; look it up at the publisher.");

    private static readonly Option<string?> _effective = Day("--effective",
        "The first figure date it may answer; by default the first day of its figures.");

    private static readonly Option<string?> _publisher =
        new("--publisher") { Description = "Who published the figures." };

    private static readonly Option<string?> _title = new("--title") { Description = "What the series is, in words." };

    private static readonly Option<string?> _base = new("--base")
    {
        Description = "The base of an index, such as 1982-84=100.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Make() => new("import", "Import a file of published figures; each release is kept apart.")
    {
        Kind("hud", "HUD's income limits by county.", SeriesFileKind.Hud, [_publication]),
        Kind("ons", "Table 5b or 5c of the Office for National Statistics.", SeriesFileKind.Ons,
            [_release, _published, _effective]),
        Kind("csv", "Any CSV file (docs/reference/series-csv.md).", SeriesFileKind.Csv,
            [_publication, _release, _published, _effective, _publisher, _title, _base, .. CsvColumnOptions.All]),
    };

    private static Command Kind(string name, string description, SeriesFileKind kind, Option[] options)
    {
        var command = new Command(name, description) { _file, TrustOptions.Data, TrustOptions.Database };
        foreach (var option in options) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Run(parsed, kind, name, cancellation));
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed, SeriesFileKind kind, string name, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        CommandFile.MustBeThere(file.FullName);
        var options = kind == SeriesFileKind.Csv ? CsvColumnOptions.Read(parsed) : null;
        var publications = Publications(parsed, kind);
        await using var work = await CommandWork.Open(parsed);
        var imported = await CommandProgress.Show("Importing figures", async progress =>
        {
            progress.Say("Reading " + file.Name);
            await using var content = file.OpenRead();
            var input = SeriesFileSource.Read(content, file.Name, kind, options, cancellation: cancellation);
            if (input.ReleaseEachYear && publications.Count == 0 && input.File.IsRead)
                throw NoPublication(parsed, name, input.File.Years);
            input.Publications = publications;
            var isOneRelease = !input.ReleaseEachYear && publications.Count == 0;
            if (isOneRelease && parsed.GetValue(_published) is null && input.File.IsRead) throw NoDay(parsed, name);
            if (kind != SeriesFileKind.Hud) Describe(parsed, kind, input);
            input.Progress = written => progress.Written(written, input.File.Figures.Count);
            return await work.Run(work.Get<ImportSeries>(), input);
        });
        Print(imported.Plan);
        return ExitCode.Done;
    }

    private static void Describe(ParseResult parsed, SeriesFileKind kind, ImportSeriesInput input)
    {
        input.Release = parsed.GetValue(_release);
        input.Published = Read(parsed, _published);
        input.Effective = Read(parsed, _effective);
        if (kind != SeriesFileKind.Csv) return;
        input.Publisher = parsed.GetValue(_publisher);
        input.Title = parsed.GetValue(_title);
        input.Base = parsed.GetValue(_base);
    }

    private static List<Publication> Publications(ParseResult parsed, SeriesFileKind kind)
    {
        if (kind == SeriesFileKind.Ons) return [];
        var all = new List<Publication>();
        foreach (var text in parsed.GetValue(_publication) ?? [])
        {
            all.Add(Publication.Parse(text) ?? throw new CommandRefusedException(
                $"--publication {text} is not understood. Write YEAR:PUBLISHED:EFFECTIVE, such as "
                + $"--publication {ReleasesOfFile.Example(2026)}.", ExitCode.BadInput));
        }

        return all;
    }

    private static CommandRefusedException NoDay(ParseResult parsed, string name) => new(
        "The file does not say when its figures were published. Look the day up at the publisher and add it. "
        + $"For example:\n  {Command(parsed, name)} --published 2026-05-12", ExitCode.BadInput);

    private static string Command(ParseResult parsed, string name)
    {
        var database = parsed.GetValue(TrustOptions.Database) is { } text ? $" --database \"{text}\"" : "";
        return $"commonstead series import {name} \"{parsed.GetRequiredValue(_file)}\" "
            + $"--data \"{parsed.GetRequiredValue(TrustOptions.Data)}\"{database}";
    }

    private static CommandRefusedException NoPublication(ParseResult parsed, string name, IReadOnlyList<int> years)
    {
        var dates = string.Join(' ', years.Select(year => "--publication " + ReleasesOfFile.Example(year)));
        return new CommandRefusedException(
            $"The file has figures for {string.Join(", ", years)}, but does not say when they were published and took "
            + "effect. Add that as YEAR:PUBLISHED:EFFECTIVE; look the dates up at the publisher. For example:\n"
            + $"  {Command(parsed, name)} {dates}", ExitCode.BadInput);
    }

    private static void Print(ImportPlan plan)
    {
        foreach (var release in plan.Releases.GroupBy(r => (r.Name, r.Published, r.Effective, r.IsThere)))
        {
            var (name, published, effective, isThere) = release.Key;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(isThere ? "already there" : "imported     ")}  release {name}, published {published:yyyy-MM-dd}, "
                + $"in effect from {effective:yyyy-MM-dd}: "
                + $"{Counted.Of(release.Sum(r => r.FigureCount), "figure")} of {release.Count():N0} series"));
        }

        Console.WriteLine(plan.New.Any()
            ? $"Imported {Counted.Of(plan.NewFigures, "figure")}."
            : "Nothing was imported: every release of the file is already there.");
    }

    private static DateOnly? Read(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            ? day
            : throw new CommandRefusedException(
                $"{option.Name} {text} is not a date; write it as 2026-05-12.", ExitCode.BadInput);
    }

    private static Option<string?> Day(string name, string description) => new(name) { Description = description };
}
