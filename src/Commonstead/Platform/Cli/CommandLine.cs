using System.CommandLine;

namespace Commonstead.Platform.Cli;

/// <summary>The exit codes of every command, documented in docs/reference/command-line.md.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The program failed; the message says how.</summary>
    public const int Failed = 1;

    /// <summary>The command or its input is not as asked.</summary>
    public const int BadInput = 2;

    /// <summary>A rule refused it.</summary>
    public const int Refused = 3;

    /// <summary>No such record or file.</summary>
    public const int NotFound = 4;

    /// <summary>Not permitted.</summary>
    public const int NotAllowed = 5;

    /// <summary>Somebody else changed it first.</summary>
    public const int Conflict = 6;

    /// <summary>Verification found something broken.</summary>
    public const int Broken = 7;
}

/// <summary>Runs a command and turns what can go wrong into one clear line and an exit code.</summary>
public static class CommandLine
{
    /// <summary>Parses the arguments and runs the command they name.</summary>
    public static async Task<int> Run(RootCommand program, string[] args)
    {
        var parsed = program.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help to see how the command is used.");
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CommandRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.Code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}

/// <summary>A command stops, with a line for its user and an exit code.</summary>
public sealed class CommandRefusedException(string message, int code) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int Code { get; } = code;
}
