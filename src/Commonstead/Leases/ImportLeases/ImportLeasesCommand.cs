using System.CommandLine;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary><c>commonstead leases import FILE</c>: enters the homes and leases of a CSV file, all or none.</summary>
internal static class ImportLeasesCommand
{
    private static readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "The CSV file; docs/reference/import-leases.md describes its columns.",
    };

    private static readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Say what the file would bring, or what is wrong with it, and write nothing.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("import", "Enter the homes and leases of a CSV file, all or none.")
        {
            _file, TrustOptions.Data, TrustOptions.Database, _dryRun,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetRequiredValue(_file);
        CommandFile.MustBeThere(file.FullName);
        if (file.Length > CsvTable.LargestBytes)
            throw new CommandRefusedException("A file of leases is at most 20 MB.", ExitCode.BadInput);
        await using var work = await CommandWork.Open(parsed);
        var content = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var said = await CommandProgress.Show("Importing leases", async progress =>
        {
            progress.Say("Reading " + file.Name);
            var plan = await work.Get<LeaseFileCheck>().Check(content, progress.Checked);
            if (plan.Problems.Count > 0)
                throw new CommandRefusedException(ImportProblems.Lines(plan.Problems), ExitCode.Refused);
            if (parsed.GetValue(_dryRun)) return Sentence("Would bring", plan.Leases.Count, plan.Homes.Count);
            using var stream = new MemoryStream(content);
            var stored = await work.Get<Acting>().Trust.Documents.Store(stream, cancellation);
            progress.Say("Writing");
            var imported = await work.Run(work.Get<ImportLeases>(), new ImportLeasesInput { Hash = stored.Hash });
            progress.Written(imported.Leases, imported.Leases);
            return Sentence("Imported", imported.Leases, imported.Homes);
        });
        await Console.Out.WriteLineAsync(said);
        return ExitCode.Done;
    }

    private static string Sentence(string verb, int leases, int homes) =>
        $"{verb} {Counted.Of(leases, "lease")} and {Counted.Of(homes, "new home")}.";
}
