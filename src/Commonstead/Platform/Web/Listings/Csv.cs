using System.Globalization;
using Commonstead.Core;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// Writes values for spreadsheets and programs: UTF-8 (marked, or Excel takes another code page), commas, ISO dates,
/// plain decimals; money as the amount, with its currency in a column of its own.
/// </summary>
public static class Csv
{
    private static readonly CsvWriterOptions _options = new() { WriteByteOrderMark = true };

    /// <summary>The text of a value; of money only the amount.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        Money money => money.ToInvariant(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        IFormattable number => Guarded(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Guarded(value.ToString() ?? ""),
    };

    /// <summary>
    /// Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection); plain
    /// numbers, which no spreadsheet runs, stay as they are.
    /// </summary>
    public static string Guarded(string text) =>
        text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) && !IsPlainNumber(text)
            ? "'" + text
            : text;

    /// <summary>A writer in the form described above, over a stream that stays open.</summary>
    public static CsvWriter Writer(Stream stream) => CsvWriter.Create(stream, _options, leaveOpen: true);

    /// <summary>Answers with a file of rows that are in memory; money in it stands as the amount.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="headings">The first line.</param>
    /// <param name="rows">The others.</param>
    public static IActionResult File(
        string name, IReadOnlyList<string> headings, IEnumerable<IEnumerable<object?>> rows) =>
        new RowFile(name, headings, rows);

    /// <summary>Begins an answer that is a file, whose writer is then given lines.</summary>
    internal static CsvWriter Begin(HttpResponse response, string name)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition =
            new System.Net.Mime.ContentDisposition { FileName = name, Inline = false }.ToString();
        return Writer(response.Body);
    }

    private static bool IsPlainNumber(string text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

/// <summary>Rows as a file.</summary>
internal sealed class RowFile(
    string name, IReadOnlyList<string> headings, IEnumerable<IEnumerable<object?>> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var writer = Csv.Begin(http.Response, name);
        await writer.WriteRecordAsync([.. headings], http.RequestAborted);
        foreach (var row in rows) await writer.WriteRecordAsync([.. row.Select(Csv.Text)], http.RequestAborted);
        await writer.FlushAsync(http.RequestAborted);
    }
}

/// <summary>A listing as a file, written as the database yields its rows.</summary>
internal sealed class CsvFile<T>(
    string name, IReadOnlyList<ListingColumn<T>> columns, Func<CancellationToken, Task<IQueryable<T>>> ask,
    Func<IReadOnlyList<T>, Task> learn)
    : IActionResult
    where T : class
{
    private const int RowsAtOnce = 250;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var words = http.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        var rows = await ask(http.RequestAborted);
        var file = words[name].Value.Replace(' ', '-').ToLower(CultureInfo.InvariantCulture) + ".csv";
        await using var writer = Csv.Begin(http.Response, file);
        await writer.WriteRecordAsync(Headings(words), http.RequestAborted);
        await foreach (var some in rows.AsAsyncEnumerable().Chunk(RowsAtOnce).WithCancellation(http.RequestAborted))
        {
            await learn(some);
            foreach (var row in some)
            {
                await writer.WriteRecordAsync(
                    [.. columns.SelectMany(column => Cells(column, row, words))], http.RequestAborted);
            }
        }

        await writer.FlushAsync(http.RequestAborted);
    }

    private string[] Headings(IStringLocalizer words) =>
    [
        .. columns.SelectMany(column => column.IsMoney
            ? [words[column.Heading].Value, words["{0}: currency", words[column.Heading].Value].Value]
            : new[] { words[column.Heading].Value }),
    ];

    private static string[] Cells(ListingColumn<T> column, T row, IStringLocalizer words)
    {
        // What the interface says is said in the trust's words, as on the page; what somebody typed stays itself.
        var value = column.Value(row) switch
        {
            Enum choice => words[choice.ToReader()].Value,
            Status status => words[status.Text].Value,
            Phrase phrase => words[phrase.Text].Value,
            var other => other,
        };
        return column.IsMoney ? [Csv.Text(value), (value as Money?)?.Currency.Code ?? ""] : [Csv.Text(value)];
    }
}
