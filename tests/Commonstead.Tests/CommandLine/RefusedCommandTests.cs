using System.Net;
using System.Net.Sockets;
using Commonstead.Platform.Cli;
using Microsoft.Data.Sqlite;

namespace Commonstead.Tests.CommandLine;

/// <summary>
/// Whatever is wrong with a command's input or surroundings, it ends with a line that says so and its documented code;
/// nobody is shown a stack trace, and nothing is left behind.
/// </summary>
public sealed class RefusedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commonstead-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Trait("Engine", "none")]
    [Theory]
    [InlineData(ExitCode.BadInput, "Required command was not provided")]
    [InlineData(ExitCode.BadInput, "Unrecognized command", "nonsense")]
    [InlineData(ExitCode.BadInput, "'--nonsense'", "verify", "--data", "DIR/none", "--nonsense")]
    [InlineData(ExitCode.BadInput, "Option '--data' is required", "serve")]
    [InlineData(ExitCode.BadInput, "is a file", "serve", "--data", "FILE")]
    [InlineData(ExitCode.BadInput, "is a file", "serve", "--data", "FILE/below")]
    [InlineData(ExitCode.BadInput, "--port is a number", "serve", "--data", "DIR/new", "--port", "70000")]
    [InlineData(ExitCode.BadInput, "not “many”", "serve", "--data", "DIR/new", "--port", "many")]
    [InlineData(ExitCode.BadInput, "Cannot listen", "serve", "--data", "DIR/new", "--urls", "nonsense")]
    [InlineData(ExitCode.BadInput, "--database", "serve", "--data", "DIR/new", "--database", "nonsense")]
    [InlineData(ExitCode.BadInput, "--database", "verify", "--data", "DIR/new", "--database", "Hots=here")]
    [InlineData(ExitCode.Failed, "Failed to connect", "serve", "--data", "DIR/new", "--database",
        "Host=127.0.0.1;Port=1;Database=none;Timeout=2")]
    [InlineData(ExitCode.BadInput, "'fr'", "demo", "--country", "fr")]
    [InlineData(ExitCode.BadInput, "it is left alone. Choose another folder with --data.", "demo", "--data", "DIR")]
    [InlineData(ExitCode.BadInput, "holds no demonstration", "demo", "--data", "DIR", "--fresh", "--yes")]
    [InlineData(ExitCode.BadInput, "is a file", "demo", "--data", "FILE")]
    [InlineData(ExitCode.NotFound, "There is no trust in", "verify", "--data", "DIR/none")]
    [InlineData(ExitCode.NotFound, "There is no trust in", "verify", "--data", "FILE")]
    [InlineData(ExitCode.NotFound, "There is no trust in", "verify", "--data", "DIR")]
    [InlineData(ExitCode.NotFound, "no-such-rule", "price", "no-such-rule")]
    [InlineData(ExitCode.BadInput, "is a folder", "price", "DIR")]
    [InlineData(ExitCode.BadInput, "UTF-8", "price", "BYTES")]
    [InlineData(ExitCode.NotFound, "There is no file", "price", "--determination", "DIR/none.json")]
    [InlineData(ExitCode.BadInput, "is a folder", "price", "--determination", "DIR")]
    [InlineData(ExitCode.Broken, "not a determination", "price", "--determination", "BYTES")]
    [InlineData(ExitCode.BadInput, "is a folder", "price", "us/cpi-index", "--given", "purchase_price=1", "--given",
        "purchase_date=2020-01-01", "--given", "sale_date=2021-01-01", "--figures", "DIR")]
    [InlineData(ExitCode.BadInput, "say how to count", "count", "FILE")]
    [InlineData(ExitCode.BadInput, "does not hold what score counts", "count", "FILE", "--rule", "score")]
    [InlineData(ExitCode.BadInput, "counted from the bundle", "count", "FILE", "--rule", "yes_no")]
    [InlineData(ExitCode.BadInput, "is not the bundle of a ballot", "count", "JSON")]
    [InlineData(ExitCode.NotFound, "There is no file", "count", "DIR/none", "--rule", "meek")]
    [InlineData(ExitCode.BadInput, "is a folder", "count", "DIR", "--rule", "meek")]
    [InlineData(ExitCode.BadInput, "a-file:1:1: Here stands", "count", "FILE", "--rule", "meek")]
    [InlineData(ExitCode.NotFound, "There is no", "rules", "test", "DIR/none")]
    [InlineData(ExitCode.NotFound, "none", "rules", "check", "DIR/none")]
    [InlineData(ExitCode.BadInput, "is a folder", "rules", "check", "DIR")]
    [InlineData(ExitCode.BadInput, "UTF-8", "rules", "check", "BYTES")]
    [InlineData(ExitCode.NotFound, "There is no file", "series", "import", "hud", "DIR/none", "--data", "DIR/none")]
    [InlineData(ExitCode.BadInput, "is a folder", "series", "import", "csv", "DIR", "--data", "DIR/none")]
    [InlineData(ExitCode.NotFound, "There is no trust in", "series", "list", "--data", "DIR/none")]
    [InlineData(ExitCode.NotFound, "There is no", "leases", "import", "DIR/none", "--data", "DIR/none")]
    [InlineData(ExitCode.BadInput, "is a folder", "leases", "import", "DIR", "--data", "DIR/none")]
    public async Task WhatIsWrong_IsSaidInALine(int code, string says, params string[] args)
    {
        var file = Path.Combine(_folder, "a-file");
        var bytes = Path.Combine(_folder, "bytes.md");
        var json = Path.Combine(_folder, "json.json");
        await File.WriteAllTextAsync(json, "{\"format\":1}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, "text", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(bytes, [0x23, 0x20, 0xff, 0xfe, 0x00], TestContext.Current.CancellationToken);
        var before = Directory.GetFileSystemEntries(_folder);
        var ended = await ProgramProcess.Run([.. args.Select(a => a.Replace("FILE", file, StringComparison.Ordinal)
            .Replace("BYTES", bytes, StringComparison.Ordinal)
            .Replace("JSON", json, StringComparison.Ordinal).Replace("DIR", _folder, StringComparison.Ordinal))]);
        Assert.True(code == ended.Code, $"{ended.Code}, not {code}: {ended.Errors}{ended.Output}");
        Assert.Contains(says, ended.Errors + ended.Output, StringComparison.Ordinal);
        IsCalm(ended);
        if (!args.Contains("DIR/new")) Assert.Equal(before, Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task APortInUse_IsSaid()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";
        var ended = await ProgramProcess.Run("serve", "--data", Path.Combine(_folder, "new"), "--port", port);
        Assert.Equal(ExitCode.Conflict, ended.Code);
        Assert.Contains("Another program listens at", Assert.Single(Lines(ended.Errors)), StringComparison.Ordinal);
        IsCalm(ended);
    }

    [Fact]
    public async Task ATrustServedAlready_IsSaid_WhileCommandsWorkOn()
    {
        await using var host = new TrustHost();
        await host.InitializeAsync();
        await host.FoundTrusts();
        var folder = host.Trust.Location.Folder;
        string[] where = host.Trust.Location.Database is { } database
            ? ["--data", folder, "--database", database] : ["--data", folder];
        var ended = await ProgramProcess.Run(["serve", .. where]);
        Assert.Equal(ExitCode.Conflict, ended.Code);
        Assert.Contains("already being served", Assert.Single(Lines(ended.Errors)), StringComparison.Ordinal);
        var verified = await ProgramProcess.Run(["verify", .. where]);
        Assert.True(verified.Code == ExitCode.Done, verified.Errors + verified.Output);
        Assert.Contains("The record is sound.", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoRecord_IsLeftAlone_AndSaid()
    {
        await using (var host = new TrustHost())
        {
            await host.InitializeAsync();
            Directory.CreateDirectory(Path.Combine(_folder, "keys"));
            File.Copy(
                Path.Combine(host.Trust.Location.Folder, "keys", "signing.pem"),
                Path.Combine(_folder, "keys", "signing.pem"));
        }

        var path = Path.Combine(_folder, "trust.db");
        await File.WriteAllTextAsync(path, new string('x', 5_000), TestContext.Current.CancellationToken);
        foreach (var command in (string[])["verify", "serve"])
        {
            var ended = await ProgramProcess.Run(command, "--data", _folder);
            Assert.Equal(ExitCode.Failed, ended.Code);
            Assert.Contains("not a record", Assert.Single(Lines(ended.Errors)), StringComparison.Ordinal);
            IsCalm(ended);
        }

        Assert.Equal(
            new string('x', 5_000), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ALockedRecord_IsSaid_HoweverItIsWrapped()
    {
        var locked = new SqliteException("SQLite Error 5: 'database is locked'.", 5);
        foreach (var failure in (Exception[])[locked, new InvalidOperationException("Wrapped.", locked)])
        {
            var (line, code) = Commonstead.Platform.Cli.CommandLine.Told(failure);
            Assert.Equal(ExitCode.Conflict, code);
            Assert.Contains("in use by another program", line, StringComparison.Ordinal);
        }

        var (told, failed) = Commonstead.Platform.Cli.CommandLine.Told(new NotSupportedException("One\nand two"));
        Assert.Equal(ExitCode.Failed, failed);
        Assert.Contains("NotSupportedException: One and two", told, StringComparison.Ordinal);
    }

    private static void IsCalm(Ended ended)
    {
        var all = ended.Errors + ended.Output;
        Assert.DoesNotContain("   at ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", all, StringComparison.Ordinal);
        Assert.DoesNotContain("which it should not", all, StringComparison.Ordinal);
        Assert.InRange(Lines(ended.Errors).Length, ended.Output.Length > 0 ? 0 : 1, 3);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
