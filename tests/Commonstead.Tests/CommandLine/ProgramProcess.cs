using System.Diagnostics;
using Commonstead.Platform.Cli;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.CommandLine;

/// <summary>The program started as its users start it: a process of its own, with what it printed and how it ended.
/// </summary>
internal static class ProgramProcess
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    // What ./test has published, as users run it, starts in half the time; else the one built beside the tests.
    private static readonly string _program =
        Environment.GetEnvironmentVariable("COMMONSTEAD_PROGRAM") ?? typeof(ServeCommand).Assembly.Location;

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
        start.ArgumentList.Add(_program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    /// <summary>Serves a host's trust on whatever port is free.</summary>
    public static Process Serve(TrustHost host) => Start(["serve", "--urls", "http://127.0.0.1:0", .. Naming(host)]);

    /// <summary>The arguments that name a host's trust.</summary>
    public static string[] Naming(TrustHost host) => host.Trust.Location switch
    {
        { Database: { } database, Folder: var folder } => ["--data", folder, "--database", database],
        { Folder: var folder } => ["--data", folder],
    };

    /// <summary>
    /// Lets a child serve the trust: no connection of this process keeps the record open, so that the next start
    /// recovers it by itself.
    /// </summary>
    public static void LetGo(TrustHost host)
    {
        host.Trust.StepAside();
        if (TrustHost.OnPostgres) return;
        using var db = host.Trust.NewDb();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    /// <summary>A browser of somebody who signs in to a child.</summary>
    public static async Task<Visitor> SignIn(string address, string email)
    {
        var visitor = new Visitor(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address);
        var desk = await (await visitor.Open("/sign-in")).Submit(new Dictionary<string, string>
        {
            ["Input.Email"] = email,
            ["Input.Password"] = Intent.Password,
        });
        Assert.Empty(desk.Errors);
        return visitor;
    }

    /// <summary>Where a child listens: "Commonstead is at http://127.0.0.1:41234".</summary>
    public static async Task<string> AddressOf(Process child)
    {
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("http://", StringComparison.Ordinal)) return new Uri(line.Split(' ')[^1]).Authority;
        }

        throw new InvalidOperationException(await child.StandardError.ReadToEndAsync());
    }

    /// <summary>SIGKILL: the process gets no chance to put anything in order.</summary>
    public static async Task<int?> Kill(Process process)
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed to the error output.</param>
internal sealed record Ended(int Code, string Output, string Errors);
