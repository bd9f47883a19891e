using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// Reads figures from any CSV file in one of two forms (docs/reference/series-csv.md): one figure a row, with the
/// columns <c>series</c>, <c>period</c>, <c>value</c> and perhaps <c>area</c>, <c>area_name</c> and <c>unit</c>; or one
/// period a row, with columns that <see cref="SeriesCsvOptions"/> assigns to series.
/// </summary>
public static class SeriesCsvReader
{
    private const int SeriesColumn = 0;
    private const int PeriodColumn = 1;
    private const int ValueColumn = 2;
    private const int AreaColumn = 3;
    private const int AreaNameColumn = 4;
    private const int UnitColumn = 5;

    private static readonly string[] _required = ["series", "period", "value"];
    private static readonly string[] _optional = ["area", "area_name", "unit"];
    private static readonly string[] _missingMarks = ["", "[x]"];

    /// <summary>Reads the file.</summary>
    public static SeriesFile Read(
        Stream stream,
        SeriesCsvOptions options,
        ReadLimits? limits = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var rows = new CsvRows(stream, limits ?? ReadLimits.Usual, progress, cancellation);
        var builder = new SeriesFileBuilder(rows);
        if (rows.Next())
        {
            if (options.Columns.Count == 0) ReadLong(rows, builder);
            else ReadWide(rows, builder, options);
        }
        return builder.Build();
    }

    private static void ReadLong(CsvRows rows, SeriesFileBuilder builder)
    {
        var present = _optional.Intersect(rows.Fields(), StringComparer.Ordinal).ToList();
        if (CsvHeader.Find(rows, [.. _required, .. present], mayHaveOthers: false) is not { } found) return;
        var columns = new int[UnitColumn + 1];
        Array.Fill(columns, -1);
        found.AsSpan(0, _required.Length).CopyTo(columns);
        foreach (var (name, index) in present.Zip(found.Skip(_required.Length)))
            columns[_required.Length + Array.IndexOf(_optional, name)] = index;
        var width = rows.Count;
        while (rows.Next())
            if (HasWidth(rows, width)) ReadLongRow(rows, builder, columns);
    }

    private static void ReadLongRow(CsvRows rows, SeriesFileBuilder builder, int[] columns)
    {
        var before = rows.Errors.Count;
        var code = rows[columns[SeriesColumn]];
        if (!FigureText.IsSeriesCode(code))
            rows.FailAt(columns[SeriesColumn], SeriesFileErrorKind.NotASeriesCode, code);
        var text = rows[columns[PeriodColumn]];
        if (!FigurePeriod.TryParse(text, out var period))
            rows.FailAt(columns[PeriodColumn], SeriesFileErrorKind.NotAPeriod, text);
        var area = ReadArea(rows, builder, columns);
        var hasUnit = TryUnit(Cell(rows, columns[UnitColumn]), out var currency);
        if (!hasUnit) FailUnit(rows, columns[UnitColumn]);
        var value = FigureCell.Read(rows, builder, columns[ValueColumn], _missingMarks, mayBeNegative: true);
        if (value is null || rows.Errors.Count > before) return;
        var series = builder.Series(code, code, currency);
        if (builder.CurrencyOf(series) != currency) FailUnit(rows, columns[UnitColumn]);
        else builder.Add(columns[ValueColumn], series, area, period, value.Value);
    }

    private static int ReadArea(CsvRows rows, SeriesFileBuilder builder, int[] columns)
    {
        var code = Cell(rows, columns[AreaColumn]);
        var name = Cell(rows, columns[AreaNameColumn]);
        if (FigureText.IsFormula(name)) rows.FailAt(columns[AreaNameColumn], SeriesFileErrorKind.Formula, name);
        if (code.Length == 0) return FileFigure.NoArea;
        if (FigureText.IsAreaCode(code)) return builder.Area(code, name.Length == 0 ? null : name);
        rows.FailAt(columns[AreaColumn], SeriesFileErrorKind.NotAnArea, code);
        return FileFigure.NoArea;
    }

    private static void ReadWide(CsvRows rows, SeriesFileBuilder builder, SeriesCsvOptions options)
    {
        string[] expected = [options.PeriodColumn, .. options.Columns.Select(column => column.Header)];
        if (CsvHeader.Find(rows, expected, mayHaveOthers: true) is not { } found) return;
        var series = options.Columns.Select(column => builder.Series(column.Series, column.Series, options.Currency))
            .ToArray();
        var areas = options.Columns
            .Select(column => column.Area is { } code ? builder.Area(code) : FileFigure.NoArea)
            .ToArray();
        var width = rows.Count;
        while (rows.Next())
        {
            if (!HasWidth(rows, width)) continue;
            var hasPeriod = options.TryPeriod(rows[found[0]], out var period);
            if (!hasPeriod) rows.FailAt(found[0], SeriesFileErrorKind.NotAPeriod, rows[found[0]]);
            for (var column = 0; column < series.Length; column++)
            {
                var index = found[column + 1];
                if (FigureCell.Read(rows, builder, index, _missingMarks, mayBeNegative: true) is { } value && hasPeriod)
                    builder.Add(index, series[column], areas[column], period, value);
            }
        }
    }

    private static bool HasWidth(CsvRows rows, int width)
    {
        if (rows.Count == width) return true;
        rows.FailAt(-1, SeriesFileErrorKind.WrongFieldCount, rows.Count.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    private static bool TryUnit(string text, out Currency? currency)
    {
        currency = null;
        if (text is "" or "number") return true;
        if (!Currency.TryParse(text, out var known)) return false;
        currency = known;
        return true;
    }

    private static void FailUnit(CsvRows rows, int index) =>
        rows.FailAt(index, SeriesFileErrorKind.NotAUnit, Cell(rows, index));

    private static string Cell(CsvRows rows, int index) => index < 0 ? "" : rows[index];
}
