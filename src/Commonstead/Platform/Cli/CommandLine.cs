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
    /// <param name="program">All commands.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where commands print to; the console unless told.</param>
    /// <param name="errors">Where errors are printed to; the console unless told.</param>
    public static async Task<int> Run(
        RootCommand program, string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        output ??= Console.Out;
        errors ??= Console.Error;
        var parsed = program.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("Add --help to see how the command is used.");
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = errors,
            });
        }
        catch (CommandRefusedException e)
        {
            await errors.WriteLineAsync(e.Message);
            return e.Code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await errors.WriteLineAsync(e.Message);
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
