using System.Globalization;
using System.Text.Json;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Cli;
using Commonstead.Series;
using Commonstead.Tests.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Series;

/// <summary>The commands as an operator runs them, each in a process of its own.</summary>
[Trait("Engine", "none")]
public sealed class SeriesCommandTests : IAsyncLifetime
{
    private static readonly string _hud = Path
        .Combine(AppContext.BaseDirectory, "fixtures", "income-limits", "hud-counties.csv");

    private readonly TrustHost _host = new();
    private readonly string _large = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_large);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task ImportHud_WithoutDates_ShowsACommandThatWorks()
    {
        var refused = await Run("series", "import", "hud", _hud);
        Assert.Equal(ExitCode.BadInput, refused.Code);
        var shown = refused.Errors.Split('\n').Single(l =>
            l.Contains("commonstead series import", StringComparison.Ordinal));
        var publications = shown.Split(' ').Where(w => w.StartsWith("20", StringComparison.Ordinal)).ToArray();
        Assert.Equal(SeriesIntent.HudDates, publications);
        var done = await Run(["series", "import", "hud", _hud,
            .. publications.SelectMany(p => new[] { "--publication", p })]);
        Assert.Equal((ExitCode.Done, ""), (done.Code, done.Code == 0 ? "" : done.Errors));
        Assert.Contains("Imported 550 figures.", done.Output, StringComparison.Ordinal);
        Assert.Contains("Written 550 of 550", done.Errors, StringComparison.Ordinal);
        var list = await Run("series", "list", "--json");
        Assert.Equal(25, JsonDocument.Parse(list.Output).RootElement.GetArrayLength());
        var again = await Run(["series", "import", "hud", _hud,
            .. publications.SelectMany(p => new[] { "--publication", p })]);
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Contains("already there", again.Output, StringComparison.Ordinal);
        await using var db = _host.Trust.NewDb();
        Assert.Equal("operator", (await db.Set<AuditEntry>().FirstAsync(e =>
            e.Operation == nameof(ImportSeries))).Actor);
    }

    [Fact]
    public async Task ImportOnsAndCsv_TakeFilesAsTheyAre()
    {
        var ons = Path.Combine(AppContext.BaseDirectory, "fixtures", "earnings", "ons-5b.csv");
        var undated = await Run("series", "import", "ons", ons);
        Assert.Equal(ExitCode.BadInput, undated.Code);
        Assert.Contains($"import ons \"{ons}\" --data", undated.Errors, StringComparison.Ordinal);
        Assert.EndsWith(" --published 2026-05-12", undated.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Run("series", "import", "ons", ons, "--published", "2025-03-24")).Code);
        await File.WriteAllTextAsync(_large, "Date,Index,Other\n2026-04-01,334.0,9\n2026-05-01,335.1,9\n");
        var csv = await Run("series", "import", "csv", _large, "--date", "Date", "--every", "month", "--column",
            "Index=us.cpi-u", "--title", "CPI-U", "--base", "1982-84=100", "--publisher", "BLS", "--published",
                "2026-06-01");
        Assert.Equal((ExitCode.Done, ""), (csv.Code, csv.Code == 0 ? "" : csv.Errors));
        var list = await Run("series", "list");
        Assert.Contains("CPI-U", list.Output, StringComparison.Ordinal);
        Assert.Contains("ons.earnings.residence.median", list.Output, StringComparison.Ordinal);
        var other = await Run("series", "import", "csv", _large, "--date", "Date", "--every", "month", "--column",
            "Other=us.cpi-u", "--base", "1982-84=100", "--published", "2026-06-01");
        Assert.Equal(ExitCode.Conflict, other.Code);
        Assert.Contains("2026-06-01-corrected", other.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "There is no file", "series", "import", "hud", "none.csv")]
    [InlineData(ExitCode.BadInput, "YEAR:PUBLISHED:EFFECTIVE", "series", "import", "hud", "HUD", "--publication",
        "2026")]
    [InlineData(ExitCode.BadInput, "not a date", "series", "import", "csv", "HUD", "--published", "June")]
    [InlineData(ExitCode.BadInput, "not a currency", "series", "import", "csv", "HUD", "--currency", "dollars")]
    [InlineData(ExitCode.BadInput, "HEADER=series", "series", "import", "csv", "HUD", "--column", "x")]
    [InlineData(ExitCode.BadInput, "not the table expected", "series", "import", "ons", "HUD")]
    public async Task WhatIsNotAsAsked_IsAnsweredWithALineAndACode(int code, string says, params string[] arguments)
    {
        var run = await Run([.. arguments.Select(a => a == "HUD" ? _hud : a)]);
        Assert.Equal(code, run.Code);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutATrust_IsLeftAlone()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var process = ProgramProcess.Start("series", "list", "--data", folder);
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.NotFound, process.ExitCode);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task KilledInTheMiddle_AnImportLeavesNothing_AndRunsAgain()
    {
        const int counties = 60_000;
        await File.WriteAllLinesAsync(_large, Enumerable.Range(0, counties)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"x,us:place:{i:000000},2026,{i}"))
            .Prepend("series,area,period,value"));
        string[] import =
            ["series", "import", "csv", _large, "--published", "2026-05-12", .. ProgramProcess.Naming(_host)];
        using (var process = ProgramProcess.Start(import))
        {
            while (await process.StandardError.ReadLineAsync() is { } line
                && !line.StartsWith("Written", StringComparison.Ordinal)) continue;
            process.Kill();
            await process.WaitForExitAsync();
            Assert.NotEqual(ExitCode.Done, process.ExitCode);
        }

        await using var db = _host.Trust.NewDb();
        Assert.False(await db.Set<PublishedFigure>().AnyAsync());
        Assert.False(await db.Set<PublishedRelease>().AnyAsync());
        Assert.True((await Verification.Run(_host.Trust)).IsSound);
        var again = await Run("series", "import", "csv", _large, "--published", "2026-05-12");
        Assert.Equal((ExitCode.Done, ""), (again.Code, again.Code == 0 ? "" : again.Errors));
        Assert.Equal(counties, await db.Set<PublishedFigure>().CountAsync());
        Assert.True((await Verification.Run(_host.Trust)).IsSound);
    }

    private Task<Ended> Run(params string[] arguments) =>
        ProgramProcess.Run([.. arguments, .. ProgramProcess.Naming(_host)]);
}
