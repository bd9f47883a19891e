using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Net.Sockets;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.Data.Sqlite;

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

    /// <summary>Somebody else changed it first, or another program holds the port or the trust.</summary>
    public const int Conflict = 6;

    /// <summary>Verification found something broken.</summary>
    public const int Broken = 7;

    /// <summary>The record was written by another version of the program.</summary>
    public const int OtherShape = 8;

    /// <summary>Stopped from the keyboard: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Told to end by SIGTERM.</summary>
    public const int Terminated = 143;
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
            // What is unknown is named before what is missing because of it.
            foreach (var error in parsed.Errors.OrderBy(e => IsUnknown(e, parsed) ? 0 : 1))
                await errors.WriteLineAsync(TypedErrors.Of(error) ?? OneLine(error.Message));
            await errors.WriteLineAsync("Add --help to see how the command is used.");
            return ExitCode.BadInput;
        }

        using var signal = new StopSignal();
        try
        {
            var work = Task.Run(() => parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = output,
                    Error = errors,
                },
                signal.Token));
            if (await Task.WhenAny(work, signal.PatienceEnded) == work) return await work;
            throw new OperationCanceledException(signal.Token);
        }
        catch (CommandRefusedException e)
        {
            await errors.WriteLineAsync(e.Message);
            return e.Code;
        }
        catch (Exception e)
        {
            var (line, code) = Told(e);
            await errors.WriteLineAsync(line);
            if (Environment.GetEnvironmentVariable("COMMONSTEAD_TRACE") == "1") await errors.WriteLineAsync($"{e}");
            return e is OperationCanceledException ? signal.Code ?? code : code;
        }
    }

    private static bool IsUnknown(ParseError error, ParseResult parsed) =>
        parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));

    /// <summary>What went wrong, in one line, with its exit code.</summary>
    internal static (string Line, int Code) Told(Exception failure)
    {
        // The database's own layers wrap what happened beneath.
        var e = failure is InvalidOperationException ? failure.GetBaseException() : failure;
        return e switch
        {
            OtherShapeException => (e.Message, ExitCode.OtherShape),
            TrustInUseException => (e.Message, ExitCode.Conflict),
            OperationCanceledException => ("Stopped.", ExitCode.Failed),
            SqliteException { SqliteErrorCode: 5 or 6 } => (
                "The record is in use by another program, which does not let go of it. Try again when that has ended.",
                ExitCode.Conflict),
            SqliteException { SqliteErrorCode: 11 or 26 } => (
                "The file trust.db is not a record, or it is damaged. Put back the last copy of the data folder.",
                ExitCode.Failed),
            SqliteException { SqliteErrorCode: 8 or 14 } => (
                "The file trust.db cannot be opened or written: look at who may read and write the data folder.",
                ExitCode.Failed),
            IOException or UnauthorizedAccessException or DbException or SocketException
                => (OneLine(e.Message), ExitCode.Failed),
            _ => ($"The program failed, which it should not: {e.GetType().Name}: {OneLine(e.Message)} "
                + "(COMMONSTEAD_TRACE=1 shows where.)", ExitCode.Failed),
        };
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <summary>A command stops, with a line for its user and an exit code.</summary>
public sealed class CommandRefusedException(string message, int code) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int Code { get; } = code;
}
