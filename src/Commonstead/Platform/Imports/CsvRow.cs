using System.Globalization;
using System.Text.RegularExpressions;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Platform.Imports;

/// <summary>One row of a CSV file, read cell by cell; what cannot be read is noted with row and column.</summary>
public sealed partial class CsvRow
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    /// <summary>A row of a file whose header stands.</summary>
    public CsvRow(IReadOnlyList<string> header, int row, string[] cells)
    {
        Row = row;
        for (var i = 0; i < cells.Length; i++) _cells[header[i]] = cells[i];
    }

    /// <summary>Its place in the file.</summary>
    public int Row { get; }

    /// <summary>What could not be read.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>A cell's text, or null when it is empty or its column is not there.</summary>
    public string? Text(string column) =>
        _cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    /// <summary>A date as 2019-05-14.</summary>
    public DateOnly? Date(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        if (YearMonthDay().IsMatch(text)) Fail(column, "There is no day “{0}” in the calendar.", text);
        else Fail(column, "“{0}” is not a date as the file has them: year-month-day, such as 2019-05-14.", text);
        return null;
    }

    /// <summary>A number with a decimal point.</summary>
    public decimal? Number(string column)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (Text(column) is not { } text) return null;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(column, "“{0}” is not a number. Write it as 80 or 1.5.", text);
        return null;
    }

    /// <summary>A whole number, zero or more.</summary>
    public int? Whole(string column)
    {
        if (Text(column) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(column, "“{0}” is not a whole number.", text);
        return null;
    }

    /// <summary>An amount of money.</summary>
    public Money? Amount(string column, Currency currency)
    {
        const decimal largest = 1_000_000_000_000m;
        if (Number(column) is not { } amount) return null;
        if (decimal.Round(amount, currency.Decimals) == amount && Math.Abs(amount) < largest)
            return Money.Of(amount, currency);
        Fail(column, "“{0}” is not an amount in {1}.", amount, currency.Code);
        return null;
    }

    /// <summary>One of a set of choices, written in any case, with or without underscores.</summary>
    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text) return null;
        var bare = text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (char.IsAsciiLetter(bare[0]) && Enum.TryParse<T>(bare, ignoreCase: true, out var choice)) return choice;
        var choices = string.Join(", ", Enum.GetNames<T>().Select(SnakeCase.Of));
        Fail(column, "“{0}” is none of {1}.", text, choices);
        return null;
    }

    /// <summary>Notes a problem of a column.</summary>
    public void Fail(string column, string message, params object[] figures) =>
        Problems.Add(new ImportProblem(Row, column, message, figures));

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.None, 1000)]
    private static partial Regex YearMonthDay();
}
