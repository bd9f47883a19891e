using System.CommandLine;
using System.Globalization;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Spectre.Console;

namespace Commonstead.Demonstration;

/// <summary><c>commonstead demo</c>: makes a demonstration trust once, and opens it.</summary>
public static class DemoCommand
{
    private const string BegunFile = "demonstration.txt";

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var data = new Option<DirectoryInfo?>("--data")
        {
            Description =
            "Where the demonstration lies; by default among your own files."
        };
        var country = new Option<string>("--country") { Description = "us or gb.", DefaultValueFactory = _ => "us" };
        country.AcceptOnlyFromAmong("us", "gb");
        var fresh = new Option<bool>("--fresh")
        {
            Description =
            "Throw the demonstration away and make it anew, after asking."
        };
        var yes = new Option<bool>("--yes") { Description = "With --fresh: do not ask." };
        var command = new Command("demo", "Open a demonstration trust: homes, leases, resales under way.")
        {
            data, country, ServeCommand.Port, fresh, yes,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var place = parsed.GetRequiredValue(country) == "gb" ? DemoPlace.London : DemoPlace.Springfield;
            var folder = TrustOptions.Folder(parsed.GetValue(data)?.FullName ?? UsualFolder(place));
            if (parsed.GetValue(fresh)) ThrowAway(folder, parsed.GetValue(yes));
            if (!IsOne(folder)) await MakeAnew(folder, place);
            await Serve(folder, place, ServeCommand.AddressOn(parsed.GetValue(ServeCommand.Port)), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>True when a demonstration lies in a folder.</summary>
    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, BegunFile));

    /// <summary>The clock of a demonstration that was made earlier.</summary>
    public static DemoClock ClockOf(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, BegunFile));
        if (lines.Length >= 2
            && DateTimeOffset.TryParseExact(
                lines[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var begun)
            && DateOnly.TryParseExact(lines[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var firstDay))
        {
            return DemoClock.RunningSince(begun, firstDay);
        }

        throw new CommandRefusedException(
            $"{BegunFile} in {folder} does not say when the demonstration began. Make it anew with --fresh.",
            ExitCode.BadInput);
    }

    /// <summary>Makes a demonstration in a folder: whole, or not at all.</summary>
    public static async Task MakeAnew(string folder, DemoPlace place)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CommandRefusedException(
                $"{folder} holds something else than a finished demonstration; it is left alone. "
                + "Choose another folder with --data.",
                ExitCode.BadInput);
        }

        var making = folder.TrimEnd(Path.DirectorySeparatorChar) + ".making";
        if (Directory.Exists(making)) Directory.Delete(making, recursive: true);
        Console.WriteLine("Making the demonstration, once…");
        var clock = DemoClock.Standing();
        clock.Set(place.Founded);
        await using (var trust = await OpenTrust.Open(new TrustLocation(making), clock))
        {
            await using var work = new DemoWork(trust, clock);
            await new DemoTrust(work, place).Make();
        }

        var begun = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var firstDay = place.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(Path.Combine(making, BegunFile), [begun, firstDay]);
        if (Directory.Exists(folder)) Directory.Delete(folder);
        Directory.Move(making, folder);
    }

    private static async Task Serve(string folder, DemoPlace place, string address, CancellationToken cancellation)
    {
        var options = new ServerOptions([new TrustLocation(folder)], address, ClockOf(folder));
        await using var server = await Started(options, cancellation);
        Console.WriteLine($"The demonstration is at {string.Join(' ', server.Urls)} (data in {folder})");
        Console.WriteLine("Everything in it is made up, but the published figures. You can sign in as:");
        foreach (var account in place.Accounts)
            Console.WriteLine($"  {account.Email,-34} {account.Does}");
        Console.WriteLine($"with the password: {DemoTrust.Password}");
        Console.WriteLine("Stop it with Ctrl+C.");
        await server.WaitForShutdownAsync(cancellation);
    }

    private static async Task<WebApplication> Started(ServerOptions options, CancellationToken cancellation)
    {
        try
        {
            return await ServeCommand.Start(options, cancellation);
        }
        catch (OtherShapeException)
        {
            throw new CommandRefusedException(
                "This demonstration was made by another version of the program, and until the first release the shape "
                + "of the record may change. Make it anew with --fresh.",
                ExitCode.OtherShape);
        }
    }

    private static void ThrowAway(string folder, bool isSure)
    {
        if (!Directory.Exists(folder)) return;
        if (!File.Exists(Path.Combine(folder, BegunFile)))
            throw new CommandRefusedException($"{folder} holds no demonstration; it is left alone.", ExitCode.BadInput);
        if (!isSure && Console.IsInputRedirected)
            throw new CommandRefusedException("Add --yes to start over without being asked.", ExitCode.BadInput);
        if (!isSure && !AnsiConsole.Confirm($"Throw away the demonstration in {folder}?", defaultValue: false))
            throw new CommandRefusedException("Nothing was thrown away.", ExitCode.Done);
        Directory.Delete(folder, recursive: true);
    }

    private static string UsualFolder(DemoPlace place) => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.Create),
        "commonstead", "demo-" + place.Code);
}
