using System.Globalization;

namespace Commonstead.Series;

/// <summary>
/// Reads a CSV file with the columns <c>area</c> and <c>name</c>, and perhaps <c>successor</c> and <c>effective</c>.
/// </summary>
public static class AreaFile
{
    private static readonly string[] _required = ["area", "name"];
    private static readonly string[] _optional = ["successor", "effective"];

    /// <summary>Reads the file; errors stand in the input.</summary>
    public static NameAreasInput Read(Stream content)
    {
        using var rows = new CsvRows(content, ReadLimits.Usual, null, CancellationToken.None);
        var input = new NameAreasInput();
        if (rows.Next())
        {
            string[] columns = [.. _required, .. _optional.Intersect(rows.Fields(), StringComparer.Ordinal)];
            if (CsvHeader.Find(rows, columns, mayHaveOthers: false) is { } found)
            {
                var places = columns.Zip(found).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
                var width = rows.Count;
                var seen = new HashSet<string>(StringComparer.Ordinal);
                while (rows.Next()) ReadRow(rows, input, places, width, seen);
            }
        }

        if (rows.Errors.Count == 0 && input.Lines.Count == 0) rows.FailFile(SeriesFileErrorKind.Empty);
        input.Errors = [.. rows.Errors.Select(e => e.ToString())];
        return input;
    }

    private static void ReadRow(
        CsvRows rows, NameAreasInput input, Dictionary<string, int> places, int width, HashSet<string> seen)
    {
        if (rows.Count != width)
        {
            rows.FailAt(-1, SeriesFileErrorKind.WrongFieldCount, rows.Count.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var (code, name) = (rows[places["area"]], rows[places["name"]]);
        if (!FigureText.IsAreaCode(code)) rows.FailAt(places["area"], SeriesFileErrorKind.NotAnArea, code);
        else if (!seen.Add(code)) rows.FailAt(places["area"], SeriesFileErrorKind.RepeatedFigure, code);
        if (FigureText.IsFormula(name)) rows.FailAt(places["name"], SeriesFileErrorKind.Formula, name);
        var successor = Cell("successor");
        if (successor is not null && !FigureText.IsAreaCode(successor))
            rows.FailAt(places["successor"], SeriesFileErrorKind.NotAnArea, successor);
        DateOnly? from = null;
        if (Cell("effective") is { } text)
        {
            if (FigurePeriod.TryParse(text, out var day) && day.Kind == PeriodKind.Day) from = day.First;
            else rows.FailAt(places["effective"], SeriesFileErrorKind.NotAPeriod, text);
        }

        input.Lines.Add(new AreaLine(code, name, successor, from));

        string? Cell(string column) =>
            places.TryGetValue(column, out var place) && rows[place] is { Length: > 0 } written ? written : null;
    }
}
