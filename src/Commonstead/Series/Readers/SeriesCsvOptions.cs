using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// How a CSV file with one period a row is read: which column holds the period and which columns are series. Without
/// columns the file must be in the form with one figure a row.
/// </summary>
public sealed record SeriesCsvOptions
{
    /// <summary>The header of the column with the period or date.</summary>
    public string PeriodColumn { get; init; } = "date";

    /// <summary>
    /// What a date stands for: with <see cref="PeriodKind.Quarter"/>, 1953-02-01 is the first quarter of 1953. Null
    /// takes each cell as it is written.
    /// </summary>
    public PeriodKind? Every { get; init; }

    /// <summary>The currency of all the columns; null when they are numbers.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The columns to read; others in the file are left aside.</summary>
    public IReadOnlyList<SeriesCsvColumn> Columns { get; init; } = [];

    /// <summary>Reads the cell of the period column.</summary>
    internal bool TryPeriod(string text, out FigurePeriod period)
    {
        if (!FigurePeriod.TryParse(text, out period)) return false;
        if (Every is not { } kind || period.Kind == kind) return true;
        if (period.Kind != PeriodKind.Day) return false;
        period = FigurePeriod.Containing(period.First, kind);
        return true;
    }
}

/// <summary>
/// A column of a CSV file and the series it holds, written <c>HEADER=series</c> or <c>HEADER=series@area</c>.
/// </summary>
/// <param name="Header">The column's header, as in the file.</param>
/// <param name="Series">The series code.</param>
/// <param name="Area">The area code, or null.</param>
public sealed record SeriesCsvColumn(string Header, string Series, string? Area)
{
    /// <summary>Reads the written form.</summary>
    public static bool TryParse(string text, out SeriesCsvColumn? column)
    {
        column = null;
        var equals = text.LastIndexOf('=');
        if (equals < 1) return false;
        var target = text[(equals + 1)..].Split('@');
        if (target.Length > 2 || !FigureText.IsSeriesCode(target[0])) return false;
        if (target.Length == 2 && !FigureText.IsAreaCode(target[1])) return false;
        column = new SeriesCsvColumn(text[..equals].Trim(), target[0], target.Length == 2 ? target[1] : null);
        return true;
    }
}
