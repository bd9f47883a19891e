using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Series;

public sealed class ImportSeriesTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AHudFile_BecomesAReleaseAYearOfEachSeries()
    {
        var done = (await _host.ImportHud()).Value;
        Assert.Equal(75, done.Plan.New.Count());
        Assert.Equal(22 * 25, done.Plan.NewFigures);
        await using var db = _host.Trust.NewDb();
        var release = await db.Set<PublishedRelease>().SingleAsync(r => r.Series == "hud.ami" && r.Release == "2026");
        Assert.Equal(new DateOnly(2026, 5, 1), release.Effective);
        var figures = await db.Set<PublishedFigure>().Where(f => f.Release == release.Number).ToListAsync();
        Assert.Equal(96_700, figures.Single(f => f.Area == "us:county:25013").Value);
        Assert.Equal(figures.Count, release.FigureCount);
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.Operation == nameof(ImportSeries));
        Assert.Matches("^series_figure 550 rows in 75 releases, SHA-256 [0-9a-f]{64}$", entry.Bulk);
        var series = await db.Set<PublishedSeries>().SingleAsync(s => s.Code == "hud.low-4");
        Assert.Equal((3, "2026", "USD"), (series.ReleaseCount, series.LatestRelease, series.CurrencyCode));
    }

    [Fact]
    public async Task TheSameFileAgain_IsAnsweredAsAlreadyThere()
    {
        await _host.ImportHud();
        var again = (await _host.ImportHud()).Value;
        Assert.All(again.Plan.Releases, release => Assert.True(release.IsThere));
        await using var db = _host.Trust.NewDb();
        Assert.Equal(75, await db.Set<PublishedRelease>().CountAsync());
    }

    [Fact]
    public async Task ACorrection_IsANewRelease_AndTheOldOneStays()
    {
        await _host.Import(Csv2026("96,700"));
        var refused = await _host.Import(Csv2026("96,800"));
        Assert.Equal(ImportSeriesRefusal.OtherFigures, refused.Refusals[0].Code);
        Assert.Equal("2026-corrected", refused.Refusals[0].Figures[2]);
        var corrected = await _host.Import(Csv2026("96,800", "2026-corrected:2026-05-20:2026-05-01"));
        Assert.True(corrected.IsDone);
        var rule = Rule();
        var before = await _host.Ask((IFigureBook book) => book.For(rule, new DateOnly(2026, 5, 10)));
        var after = await _host.Ask((IFigureBook book) => book.For(rule, new DateOnly(2026, 6, 1)));
        var day = new DateOnly(2026, 6, 1);
        Assert.Equal(96_700, before.Find("hud.ami", Hampden, day, new DateOnly(2026, 5, 10)).Figure!.Value);
        Assert.Equal("2026-corrected", after.Find("hud.ami", Hampden, day, day).Figure!.ReleaseId);
    }

    [Fact]
    public async Task OneRelease_IsNamedByItsDay_AndKnownAgainLater()
    {
        var first = (await _host.Import(SeriesIntent
            .Csv("series,period,value", "us.cpi-u,2026-04,334", "us.cpi-u,2026-05,335.1"))).Value;
        var release = Assert.Single(first.Plan.New);
        Assert.Equal(("2026-06-01", new DateOnly(2026, 4, 1)), (release.Name, release.Effective));
        _host.Clock.Pass(TimeSpan.FromDays(3));
        var again = (await _host.Import(SeriesIntent
            .Csv("series,period,value", "us.cpi-u,2026-05,335.1", "us.cpi-u,2026-04,334"))).Value;
        Assert.True(Assert.Single(again.Plan.Releases).IsThere);
    }

    [Fact]
    public async Task FiguresByDay_AreInForceFromTheirDay()
    {
        var done = await _host.Import(SeriesIntent.Csv("series,period,value", "x,2026-01-05,1", "x,2026-03-01,2"));
        Assert.Equal(["2026-01-05", "2026-03-01"], done.Value.Plan.New.Select(r => r.Name));
        Assert.All(done.Value.Plan.New, r => Assert.Equal(FigureSpan.InForce, r.Span));
    }

    [Fact]
    public async Task NamesOfAreas_AreLearned()
    {
        using var file = ReaderFixture.Open("earnings", "ons-5b.csv");
        var input = SeriesFileSource.Read(file, "ons-5b.csv", SeriesFileKind.Ons);
        input.Published = new DateOnly(2025, 3, 24);
        Assert.True((await _host.Import(input)).IsDone);
        await using var db = _host.Trust.NewDb();
        Assert.Equal("Tower Hamlets", (await db.Set<PublishedArea>().SingleAsync(a => a.Code == "gb:E09000030")).Name);
    }

    [Fact]
    public async Task AValueOfAnyKind_ReadsBackAsItWas()
    {
        decimal[] values = [0, -0.25m, 335.123m, 79228162514264337593543950335m, 0.0000000000000000000000000001m, 1000];
        string[] rows = [.. values.Select((v, i) =>
            $"x,{2000 + i},{v.ToString(System.Globalization.CultureInfo.InvariantCulture)}")];
        Assert.True((await _host.Import(SeriesIntent.Csv(["series,period,value", .. rows]))).IsDone);
        await using var db = _host.Trust.NewDb();
        Assert.Equal(values, await db.Set<PublishedFigure>().OrderBy(f => f.From).Select(f => f.Value).ToListAsync());
    }

    public static TheoryData<ImportSeriesRefusal, ImportSeriesInput> Broken()
    {
        const string header = "series,period,value,unit";
        var named = SeriesIntent.Csv(header, "taken,2026-01,1,");
        (named.Release, named.Published) = ("r1", new DateOnly(2026, 2, 2));
        var future = SeriesIntent.Csv(header, "x,2026,1,");
        future.Published = new DateOnly(2026, 6, 2);
        var other = SeriesIntent.Csv(header, "taken,2026-01,2,");
        (other.Release, other.Published) = ("r1", new DateOnly(2026, 2, 1));
        var undated = SeriesIntent.Csv(header, "x,2026-01,1,");
        undated.Published = null;
        return new()
        {
            { ImportSeriesRefusal.NoPublicationDay, undated },
            { ImportSeriesRefusal.FileNotRead, SeriesIntent.Csv(header, "x,2026,=1,") },
            { ImportSeriesRefusal.NoPublication, SeriesIntent.Hud() },
            { ImportSeriesRefusal.NoPublication, SeriesIntent.Hud([.. SeriesIntent.HudDates.Take(2)]) },
            { ImportSeriesRefusal.PublicationNotUsed,
                SeriesIntent.Hud([.. SeriesIntent.HudDates, "2023:2023-05-15:2023-05-15"]) },
            { ImportSeriesRefusal.PublicationRepeated,
                SeriesIntent.Hud([.. SeriesIntent.HudDates, "2026-b:2026-05-02:2026-05-01"]) },
            { ImportSeriesRefusal.MixedPeriods, SeriesIntent.Csv(header, "x,2026,1,", "x,2026-01,1,") },
            { ImportSeriesRefusal.PublishedInFuture, future },
            { ImportSeriesRefusal.TooManyReleases, SeriesIntent.Csv([header, .. Enumerable.Range(0, 2001)
                .Select(i => $"x,{new DateOnly(2000, 1, 1).AddDays(i):yyyy-MM-dd},1,")]) },
            { ImportSeriesRefusal.DatedOtherwise, SeriesIntent.Csv(header, "taken,2026,1,") },
            { ImportSeriesRefusal.OtherUnit, SeriesIntent.Csv(header, "taken,2026-01,1,USD") },
            { ImportSeriesRefusal.OtherDates, named },
            { ImportSeriesRefusal.OtherFigures, other },
        };
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task EachBrokenRule_IsRefused_AndNothingIsKept(ImportSeriesRefusal code, ImportSeriesInput input)
    {
        var first = SeriesIntent.Csv("series,period,value,unit", "taken,2026-01,1,");
        (first.Release, first.Published) = ("r1", new DateOnly(2026, 2, 1));
        Assert.True((await _host.Import(first)).IsDone);
        var outcome = await _host.Import(input);
        Assert.Equal(code, outcome.Refusals[0].Code);
        await using var db = _host.Trust.NewDb();
        Assert.Equal(1, await db.Set<PublishedFigure>().CountAsync());
        Assert.Equal(1, await db.Set<PublishedRelease>().CountAsync());
    }

    [Fact]
    public async Task WithoutDates_TheRefusalShowsHowToWriteThem()
    {
        var refusal = (await _host.Import(SeriesIntent.Hud())).Refusals[0];
        Assert.Equal(string.Join(' ', SeriesIntent.HudDates), refusal.Figures[0]);
    }

    [Fact]
    public async Task AnAuditor_MayNotImport() => Assert.Equal(
        CommonRefusal.NotPermitted, (await _host.Import(SeriesIntent.Hud(), Role.Auditor)).Refusals[0].Code);

    [Fact]
    public async Task AChangedFigure_IsFoundAndNamed()
    {
        await _host.ImportHud();
        Assert.Equal(550, (await Verification.Run(_host.Trust)).Rows);
        await using var db = _host.Trust.NewDb();
        await db.Database.ExecuteSqlRawAsync(TrustHost.OnPostgres
            ? "drop trigger \"series_figure_no_update\" on series_figure" : "drop trigger \"series_figure_no_update\"");
        var release = await db.Set<PublishedRelease>().SingleAsync(r => r.Series == "hud.ami" && r.Release == "2026");
        await db.Database.ExecuteSqlAsync(
            $"update series_figure set value = 96701 where release = {release.Number} and area = {Hampden}");
        var report = await Verification.Run(_host.Trust);
        Assert.Equal(2, report.Breaks.Count);
        Assert.StartsWith("series_figure: its guard against changes", report.Breaks[0], StringComparison.Ordinal);
        Assert.Equal("series_figure of release 2026 of hud.ami differs from its attested hash.", report.Breaks[1]);
    }

    [Fact]
    public async Task AnAddedFigure_IsFoundAndNamed()
    {
        await _host.ImportHud();
        await using var db = _host.Trust.NewDb();
        await db.Database.ExecuteSqlRawAsync(
            "insert into series_figure (release, area, \"from\", value) "
            + "select release, 'us:county:99999', \"from\", value "
            + "from series_figure where release = 1 and area = 'us:county:25013'");
        await db.Database.ExecuteSqlRawAsync(
            "insert into series_figure (release, area, \"from\", value) select 999, area, \"from\", value "
            + "from series_figure where release = 1 and area = 'us:county:25013'");
        var report = await Verification.Run(_host.Trust);
        Assert.Equal(2, report.Breaks.Count);
        Assert.Contains("rows, not the", report.Breaks[0], StringComparison.Ordinal);
        Assert.Equal("series_figure has 1 rows that no operation wrote.", report.Breaks[1]);
    }

    private const string Hampden = "us:county:25013";

    private static ImportSeriesInput Csv2026(string median, string publication = "2026:2026-05-01:2026-05-01")
    {
        var input = SeriesIntent.Csv("series,area,period,value,unit", $"hud.ami,{Hampden},2026,\"{median}\",USD");
        input.Publications = [Publication.Parse(publication)!];
        return input;
    }

    private static RuleDocument Rule() => RuleDocument.Parse("""
        # A rule
        ```rule
        language 1
        currency USD
        given home_area area
        series ami of area money as "hud.ami" "HUD"
        maximum_price = round(ami of home_area on as_of, down to 1)
        ```
        """, "rule.md").Document!;
}
