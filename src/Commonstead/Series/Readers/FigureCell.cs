namespace Commonstead.Series;

/// <summary>Reads one cell that holds a figure, or a mark that there is none.</summary>
internal static class FigureCell
{
    /// <summary>The figure; null when it is marked as missing or is in error, which is noted.</summary>
    /// <param name="missingMarks">The cell texts that mean "no figure".</param>
    /// <param name="mayBeNegative">True for changes and rates; prices and incomes are zero or more.</param>
    public static decimal? Read(
        CsvRows rows,
        SeriesFileBuilder builder,
        int index,
        IReadOnlyList<string> missingMarks,
        bool mayBeNegative = false)
    {
        if (rows.TryWhole(index, out var whole)) return whole;
        var text = rows[index];
        if (missingMarks.Contains(text))
        {
            builder.AddMissing();
            return null;
        }
        var isNumber = FigureText.TryNumber(text, out var value);
        if (isNumber && (mayBeNegative || value >= 0)) return value;
        rows.FailAt(index, Fault(text, isNumber), text);
        return null;
    }

    private static SeriesFileErrorKind Fault(string text, bool isNumber)
    {
        if (text.Length == 0) return SeriesFileErrorKind.Missing;
        if (isNumber) return SeriesFileErrorKind.BelowZero;
        return FigureText.IsFormula(text) ? SeriesFileErrorKind.Formula : SeriesFileErrorKind.NotANumber;
    }
}
