using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// Reads HUD's table of income limits by county: area median income, and the extremely low, very low and low limits of
/// households of one to eight, each as a series of its own.
/// </summary>
/// <remarks>
/// The table knows fiscal years only, not when their limits were published or took effect; an import is told both.
/// </remarks>
public static class HudIncomeLimitReader
{
    /// <summary>The code of area median income.</summary>
    public const string MedianSeries = "hud.ami";

    private const int Columns = 27;
    private const int FirstFigure = 2;

    /// <summary>The code of a limit's series, such as <c>hud.low-4</c>.</summary>
    /// <param name="level">The published level.</param>
    /// <param name="householdSize">Persons, from one to eight.</param>
    public static string LimitSeries(PublishedLevel level, int householdSize) =>
        string.Create(CultureInfo.InvariantCulture, $"hud.{Name(level).Replace('_', '-')}-{householdSize}");

    /// <summary>Reads the table.</summary>
    public static SeriesFile Read(
        Stream stream,
        ReadLimits? limits = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var rows = new CsvRows(stream, limits ?? ReadLimits.Usual, progress, cancellation);
        var builder = new SeriesFileBuilder(rows);
        if (FindColumns(rows) is { } columns)
        {
            var series = NoteSeries(builder);
            while (rows.Next()) ReadRow(rows, builder, columns, series);
        }
        return builder.Build();
    }

    private static void ReadRow(CsvRows rows, SeriesFileBuilder builder, int[] columns, int[] series)
    {
        if (rows.Count != Columns)
        {
            rows.FailAt(-1, SeriesFileErrorKind.WrongFieldCount, rows.Count.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var (county, year) = (rows[columns[0]], rows[columns[1]]);
        var isCounty = county.Length == 5 && county.All(char.IsAsciiDigit);
        if (!isCounty) rows.FailAt(columns[0], SeriesFileErrorKind.NotAnArea, county);
        var isYear = FigurePeriod.TryParse(year, out var period) && period.Kind == PeriodKind.Year;
        if (!isYear) rows.FailAt(columns[1], SeriesFileErrorKind.NotAPeriod, year);
        var area = builder.Area(isCounty ? "us:county:" + county : "");
        for (var figure = 0; figure < series.Length; figure++)
        {
            var index = columns[figure + FirstFigure];
            if (FigureCell.Read(rows, builder, index, []) is { } value && isCounty && isYear)
                builder.Add(index, series[figure], area, period, value);
        }
    }

    private static int[]? FindColumns(CsvRows rows)
    {
        if (!rows.Next()) return null;
        string[] expected = ["county_fips", "year", "ami", .. LimitNames().Select(limit => limit.Column)];
        return CsvHeader.Find(rows, expected, mayHaveOthers: false);
    }

    private static int[] NoteSeries(SeriesFileBuilder builder)
    {
        var median = builder.Series(MedianSeries, "HUD area median family income", Currency.Usd);
        return
        [
            median,
            .. LimitNames().Select(limit => builder.Series(limit.Code, limit.Title, Currency.Usd)),
        ];
    }

    private static IEnumerable<(string Column, string Code, string Title)> LimitNames() =>
        from size in Enumerable.Range(1, PublishedLimits.LargestPublishedSize)
        from level in Enum.GetValues<PublishedLevel>()
        let name = Name(level)
        let title = name.Replace('_', ' ')
        select (
            string.Create(CultureInfo.InvariantCulture, $"{name}_income_{size}"),
            LimitSeries(level, size),
            string.Create(CultureInfo.InvariantCulture, $"HUD {title} income limit, household of {size}"));

    private static string Name(PublishedLevel level) => level switch
    {
        PublishedLevel.ExtremelyLow => "extremely_low",
        PublishedLevel.VeryLow => "very_low",
        _ => "low",
    };
}
