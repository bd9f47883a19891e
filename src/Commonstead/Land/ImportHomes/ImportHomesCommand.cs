using System.CommandLine;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary><c>commonstead homes import FILE</c>: enters the homes of a CSV file, all or none.</summary>
internal static class ImportHomesCommand
{
    private static readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "The CSV file; docs/reference/import-homes.md describes its columns.",
    };

    private static readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Say what the file would bring, or what is wrong with it, and write nothing.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("import", "Enter the homes of a CSV file, all or none.")
        {
            _file, TrustOptions.Data, TrustOptions.Database, _dryRun,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!file.Exists) throw new CommandRefusedException($"There is no file {file.FullName}.", ExitCode.NotFound);
        if (file.Length > CsvTable.LargestBytes)
            throw new CommandRefusedException("A file of homes is at most 20 MB.", ExitCode.BadInput);
        await using var work = await CommandWork.Open(parsed);
        var content = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var said = await CommandProgress.Show("Importing homes", async progress =>
        {
            progress.Say("Reading " + file.Name);
            var read = await work.Get<HomeFileCheck>().Check(content, progress.Checked);
            if (read.Problems.Count > 0)
                throw new CommandRefusedException(ImportProblems.Lines(read.Problems), ExitCode.Refused);
            if (parsed.GetValue(_dryRun)) return Sentence("Would bring", read.Homes.Count);
            using var stream = new MemoryStream(content);
            var stored = await work.Get<Acting>().Trust.Documents.Store(stream, cancellation);
            progress.Say("Writing");
            var imported = await work.Run(work.Get<ImportHomes>(), new ImportHomesInput { Hash = stored.Hash });
            progress.Written(imported.Homes, imported.Homes);
            return Sentence("Imported", imported.Homes);
        });
        await Console.Out.WriteLineAsync(said);
        return ExitCode.Done;
    }

    private static string Sentence(string verb, int homes) =>
        $"{verb} {Counted.Of(homes, "home")}.";
}
