using System.Diagnostics;
using Commonstead.Platform.Cli;

namespace Commonstead.Tests.CommandLine;

/// <summary>The program started as its users start it: a process of its own, with what it printed and how it ended.
/// </summary>
internal static class ProgramProcess
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<Ended> Run(params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(_longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill();
            throw new TimeoutException(
                $"{string.Join(' ', args)} did not end.\n{await output}\n{await errors}", e);
        }

        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it; whoever asked for it ends it.</summary>
    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(ServeCommand).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed to the error output.</param>
internal sealed record Ended(int Code, string Output, string Errors);
