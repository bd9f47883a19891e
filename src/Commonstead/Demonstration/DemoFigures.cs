using Commonstead.Core;
using Commonstead.Series;

namespace Commonstead.Demonstration;

/// <summary>
/// Imports the published figures that the demonstration's leases need, release by release as they came out. Where they
/// come from stands in figures/README.md.
/// </summary>
internal sealed class DemoFigures(DemoWork work, DemoPlace place)
{
    private const string IncomeLimits = "hud-25013.csv";
    private const string ConsumerPrices = "us-cpi-u.csv";
    private const string Statisticians = "Bureau of Labor Statistics";
    private const string CpiBase = "1982-84=100";
    private const string CpiTitle = "Consumer prices, all items, U.S. city average (CPI-U)";

    /// <summary>What was out when the trust began to keep its record in the program.</summary>
    public async Task ImportEarlier()
    {
        if (place.Code == "gb") return;
        var lines = await File.ReadAllLinesAsync(PathOf(IncomeLimits));
        await ImportLimits([.. lines.Where(l => !l.Contains(",2026,", StringComparison.Ordinal))],
            new Publication("2024", new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 1)),
            new Publication("2025", new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 1)));

        // HUD's table has codes alone.
        await work.Do((NameAreas o) => o, new NameAreasInput
        {
            Lines = [new AreaLine("us:county:25013", "Hampden County, Massachusetts", null, null)],
        });
    }

    /// <summary>What has come out since.</summary>
    public async Task ImportLater()
    {
        work.On(place.FirstDay.AddDays(-3));
        await ImportForTheLab();
        if (place.Code == "gb")
        {
            await Import("ons-5b-tower-hamlets.csv", SeriesFileKind.Ons, i =>
                (i.Release, i.Published, i.Publisher) =
                    ("2024", new DateOnly(2025, 3, 24), "Office for National Statistics"));
            return;
        }

        var lines = await File.ReadAllLinesAsync(PathOf(IncomeLimits));
        await ImportLimits([lines[0], .. lines.Where(l => l.Contains(",2026,", StringComparison.Ordinal))],
            new Publication("2026", new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 1)));
        await ImportPrices("2026-04", new DateOnly(2026, 5, 12), withoutLast: 1);
        await ImportPrices("2026-05", new DateOnly(2026, 6, 10), withoutLast: 0);
    }

    // What the resale lab replays: decades of prices, long before the trust.
    private async Task ImportForTheLab()
    {
        if (place.Code == "gb")
        {
            await ImportColumn("uk-nationwide.csv", PeriodKind.Quarter,
                new SeriesCsvColumn("price", "uk.nationwide", null), new DateOnly(2025, 1, 2), i =>
                {
                    (i.Publisher, i.Release) = ("Nationwide Building Society", "2024-Q4");
                    i.Title = "Average price of a home in the United Kingdom";
                }, place.Currency);
            return;
        }

        await ImportColumn("us-boston.csv", PeriodKind.Month,
            new SeriesCsvColumn("index", "us.case-shiller", "us:metro:boston"), new DateOnly(2024, 9, 24), i =>
            {
                (i.Publisher, i.Release, i.Base) = ("S&P Dow Jones Indices", "2024-07", "2000-01=100");
                i.Title = "Home price index (S&P CoreLogic Case-Shiller), not seasonally adjusted";
            });
        await ImportColumn("us-cpi-u-earlier.csv", PeriodKind.Month, new SeriesCsvColumn("cpi", "us.cpi-u", null),
            new DateOnly(2015, 1, 16), i =>
            {
                (i.Publisher, i.Release, i.Base) = (Statisticians, "2014-12", CpiBase);
                i.Title = CpiTitle;
            });
    }

    private async Task ImportColumn(
        string file, PeriodKind every, SeriesCsvColumn column, DateOnly published, Action<ImportSeriesInput> describe,
        Currency? currency = null)
    {
        var options = new SeriesCsvOptions
        {
            Every = every,
            Columns = [column],
            Currency = currency,
        };
        await Import(await File.ReadAllLinesAsync(PathOf(file)), file, SeriesFileKind.Csv, options, i =>
        {
            i.Published = published;
            describe(i);
        });
    }

    private Task ImportLimits(string[] lines, params Publication[] publications) =>
        Import(lines, IncomeLimits, SeriesFileKind.Hud, null, i => i.Publications = [.. publications]);

    // Each month the publisher adds a figure; a price is worked out from the release that was known by its day.
    private async Task ImportPrices(string release, DateOnly published, int withoutLast)
    {
        var columns = new SeriesCsvOptions
        {
            Every = PeriodKind.Month,
            Columns = [new SeriesCsvColumn("cpi", "us.cpi-u", null)],
        };
        var lines = await File.ReadAllLinesAsync(PathOf(ConsumerPrices));
        await Import(lines[..^withoutLast], ConsumerPrices, SeriesFileKind.Csv, columns, i =>
        {
            (i.Release, i.Published) = (release, published);
            (i.Publisher, i.Base) = (Statisticians, CpiBase);
            i.Title = CpiTitle;
        });
    }

    private async Task Import(string file, SeriesFileKind kind, Action<ImportSeriesInput> describe)
    {
        await using var content = File.OpenRead(PathOf(file));
        await Import(content, file, kind, null, describe);
    }

    private async Task Import(
        string[] lines, string file, SeriesFileKind kind, SeriesCsvOptions? options, Action<ImportSeriesInput> describe)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await Import(content, file, kind, options, describe);
    }

    private async Task Import(
        Stream content, string file, SeriesFileKind kind, SeriesCsvOptions? options, Action<ImportSeriesInput> describe)
    {
        var input = SeriesFileSource.Read(content, file, kind, options);
        describe(input);
        await work.Do((ImportSeries o) => o, input);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "demonstration", file);
}
