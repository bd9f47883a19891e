using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// Reads two tables of the UK Office for National Statistics' housing affordability release: 5b, median gross annual
/// residence-based earnings, and 5c, house price to earnings ratio, by local authority and year.
/// </summary>
/// <remarks>
/// A title row comes first and says which table it is; thousands have commas; <c>[x]</c> is a figure that does not
/// exist. The table is revised with every release, so figures belong to their release.
/// </remarks>
public static class OnsTableReader
{
    /// <summary>The code of median gross annual earnings, in pounds.</summary>
    public const string EarningsSeries = "ons.earnings.residence.median";

    /// <summary>The code of the house price to earnings ratio.</summary>
    public const string RatioSeries = "ons.price-to-earnings";

    private static readonly string[] _leading =
        ["Country/Region code", "Country/Region name", "Local authority code", "Local authority name"];

    private static readonly string[] _missingMarks = ["[x]"];

    /// <summary>Reads either table.</summary>
    public static SeriesFile Read(
        Stream stream,
        ReadLimits? limits = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var rows = new CsvRows(stream, limits ?? ReadLimits.Usual, progress, cancellation);
        var builder = new SeriesFileBuilder(rows);
        if (FindSeries(rows, builder) is { } series && FindYears(rows) is { } years)
            while (rows.Next()) ReadRow(rows, builder, series, years);
        return builder.Build();
    }

    private static int? FindSeries(CsvRows rows, SeriesFileBuilder builder)
    {
        if (!rows.Next()) return null;
        var title = rows[0];
        if (title.StartsWith("Table 5b", StringComparison.Ordinal))
            return builder.Series(EarningsSeries, "ONS median gross annual residence-based earnings", Currency.Gbp);
        if (title.StartsWith("Table 5c", StringComparison.Ordinal))
            return builder.Series(RatioSeries, "ONS median house price to earnings ratio", null);
        rows.FailAt(0, SeriesFileErrorKind.NotThisTable, title);
        return null;
    }

    // One entry a column: the year, or null for the leading columns and the average at the end of table 5c.
    private static FigurePeriod?[]? FindYears(CsvRows rows)
    {
        if (!rows.Next()) return null;
        var before = rows.Errors.Count;
        var years = new FigurePeriod?[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            var name = rows[index];
            if (index < _leading.Length)
            {
                if (name != _leading[index]) rows.FailAt(index, SeriesFileErrorKind.UnknownColumn, name);
            }
            else if (FigurePeriod.TryParse(name, out var year) && year.Kind == PeriodKind.Year)
            {
                if (Array.IndexOf(years, year) >= 0) rows.FailAt(index, SeriesFileErrorKind.RepeatedColumn, name);
                years[index] = year;
            }
            else if (name != "5-year average")
            {
                rows.FailAt(index, SeriesFileErrorKind.UnknownColumn, name);
            }
        }
        if (rows.Count <= _leading.Length) rows.FailAt(-1, SeriesFileErrorKind.MissingColumn, "2002");
        return rows.Errors.Count > before ? null : years;
    }

    private static void ReadRow(CsvRows rows, SeriesFileBuilder builder, int series, FigurePeriod?[] years)
    {
        if (rows.Count != years.Length)
        {
            rows.FailAt(-1, SeriesFileErrorKind.WrongFieldCount, rows.Count.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var (code, name) = (rows[2], rows[3]);
        var isArea = code.Length == 9 && char.IsAsciiLetterUpper(code[0]) && code[1..].All(char.IsAsciiDigit);
        if (!isArea) rows.FailAt(2, SeriesFileErrorKind.NotAnArea, code);
        if (FigureText.IsFormula(name)) rows.FailAt(3, SeriesFileErrorKind.Formula, name);
        var area = builder.Area(isArea ? "gb:" + code : "", name);
        for (var index = _leading.Length; index < years.Length; index++)
        {
            if (years[index] is not { } year) continue;
            if (FigureCell.Read(rows, builder, index, _missingMarks) is { } value && isArea)
                builder.Add(index, series, area, year, value);
        }
    }
}
