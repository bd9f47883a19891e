using Commonstead.Demonstration;
using Commonstead.Platform.Cli;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Commonstead.Tests.CommandLine;

namespace Commonstead.Tests.Platform;

/// <summary>A record that another version of the program wrote is refused in a line, and left as it is.</summary>
public sealed class OtherShapeTests : IAsyncLifetime
{
    private const string History = "\"__EFMigrationsHistory\"";

    private readonly TrustHost _host = new();

    private TrustLocation Location => _host.Trust.Location;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("20260101000000_Initial", "another version of the program (its shape is an early one")]
    [InlineData("20260101000000_Initial_0123456789ab", "another version of the program (its shape is 0123456789ab")]
    [InlineData("20301231000000_Later", "a newer program (20301231000000_Later)")]
    public async Task AnotherShape_IsRefused_AndNothingIsChanged(string migration, string says)
    {
        await using var hand = await ByHand.Open(_host.Trust);
        await hand.Do($"update {History} set \"MigrationId\" = '{migration}'");
        await hand.Do("drop trigger audit_entry_no_update" + (TrustHost.OnPostgres ? " on audit_entry" : ""));
        foreach (var open in (Func<TrustLocation, TimeProvider, Task<OpenTrust>>[])[OpenTrust.Open, OpenTrust.Look])
        {
            var refused = await Assert.ThrowsAsync<OtherShapeException>(() => open(Location, TimeProvider.System));
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        }

        await using var db = _host.Trust.NewDb();
        Assert.Contains(("audit_entry", "update"), await AppendOnlyTriggers.Missing(db));
    }

    [Fact]
    public async Task OnTheCommandLine_ItIsOneLineAndACodeOfItsOwn()
    {
        await using (var hand = await ByHand.Open(_host.Trust))
            await hand.Do($"update {History} set \"MigrationId\" = '20260101000000_Initial_0123456789ab'");
        string[] where = Location.Database is { } database
            ? ["--data", Location.Folder, "--database", database] : ["--data", Location.Folder];
        foreach (var command in (string[])["verify", "serve"])
        {
            var ended = await ProgramProcess.Run([command, .. where]);
            Assert.Equal(ExitCode.OtherShape, ended.Code);
            var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("Nothing was changed.", line, StringComparison.Ordinal);
            Assert.Empty(ended.Output);
        }
    }

    [Fact]
    public async Task ADatabaseOfSomethingElse_IsLeftAlone()
    {
        await using (var hand = await ByHand.Open(_host.OtherTrust))
            await hand.Do($"delete from {History}");
        var refused = await Assert.ThrowsAsync<OtherShapeException>(
            () => OpenTrust.Open(_host.OtherTrust.Location, TimeProvider.System));
        Assert.Contains("something else than a trust's record", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheShape_IsThisProgramsModel()
    {
        await using var db = _host.Trust.NewDb();
        await Schema.Ensure(db);
        await Schema.MustFit(db);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-15")]
    [InlineData("yesterday\n2026-06-15")]
    [InlineData("2026-06-15T10:00:00.0000000+00:00\nnext week")]
    public async Task ADamagedDemonstration_SaysHowToGoOn(string text)
    {
        var folder = Directory.CreateTempSubdirectory("commonstead-demo-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, "demonstration.txt"), text, TestContext.Current.CancellationToken);
            var refused = Assert.Throws<CommandRefusedException>(() => DemoCommand.ClockOf(folder));
            Assert.Contains("Make it anew with --fresh.", refused.Message, StringComparison.Ordinal);
            var ended = await ProgramProcess.Run("demo", "--data", folder);
            Assert.Equal(ExitCode.BadInput, ended.Code);
            Assert.Contains("--fresh", Assert.Single(
                ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ADemonstrationOfAnotherVersion_SaysHowToGoOn()
    {
        var folder = Path.Combine(Location.Folder, "demo");
        await using (var trust = await OpenTrust.Open(new TrustLocation(folder), TimeProvider.System))
        {
            await using var hand = await ByHand.Open(trust);
            await hand.Do($"update {History} set \"MigrationId\" = '20260101000000_Initial'");
        }

        await File.WriteAllLinesAsync(
            Path.Combine(folder, "demonstration.txt"), ["2026-06-15T10:00:00.0000000+00:00", "2026-06-15"],
            TestContext.Current.CancellationToken);
        var ended = await ProgramProcess.Run("demo", "--data", folder);
        Assert.Equal(ExitCode.OtherShape, ended.Code);
        Assert.Contains("until the first release the shape of the record may change. Make it anew with --fresh.",
            Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
