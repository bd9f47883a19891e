using System.CommandLine;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary><c>commonstead parcels import FILE</c>: enters the parcels of a GeoJSON file, all or none.</summary>
internal static class ImportParcelsCommand
{
    private static readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "The GeoJSON file; docs/guides/land.md describes its properties.",
    };

    private static readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Say what the file would bring, or what is wrong with it, and write nothing.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("import", "Enter the parcels of a GeoJSON file, all or none.")
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
        await using var work = await CommandWork.Open(parsed);
        var said = await CommandProgress.Show("Importing parcels", async progress =>
        {
            progress.Say("Reading " + file.Name);
            var read = await Look(work, file, progress.Checked, cancellation);
            if (read.TroubleCount > 0) throw new CommandRefusedException(Lines(read), ExitCode.Refused);
            if (parsed.GetValue(_dryRun)) return Sentence("Would bring", read.Parcels.Count);
            await using var stream = file.OpenRead();
            var stored = await work.Get<Acting>().Trust.Documents.Store(stream, cancellation);
            progress.Say("Writing");
            var imported = await work.Run(work.Get<ImportParcels>(), new ImportParcelsInput { File = stored.Hash });
            return Sentence("Imported", imported.Count);
        });
        await Console.Out.WriteLineAsync(said);
        return ExitCode.Done;
    }

    private static async Task<ParcelFile> Look(
        CommandWork work, FileInfo file, Action<int, int> told, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        return await work.Get<LandRegister>().ParcelsIn(stream, share => told((int)(share * 100), 100), cancellation);
    }

    private static string Lines(ParcelFile read)
    {
        var lines = read.Troubles.Select(t => $"{t.Where}: {t.What}");
        if (read.TroubleCount > read.Troubles.Count)
            lines = lines.Append($"… and {read.TroubleCount - read.Troubles.Count} more.");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Sentence(string verb, int parcels) =>
        $"{verb} {Counted.Of(parcels, "parcel")}.";
}
