using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Commonstead.Platform.Web;

/// <summary>
/// The rows of a listing as HTML. They are most of what a list page writes, and are written straight away: a partial
/// view for every cell took two thirds of the whole page's time.
/// </summary>
/// <param name="page">The page of the listing.</param>
/// <param name="zone">The trust's time zone.</param>
/// <param name="words">Translates.</param>
internal sealed class ListingRows(ListingPage page, TimeZoneInfo zone, Func<string, string> words) : IHtmlContent
{
    private const int LongestWord = 40;

    private const int LongestLine = 40;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var labels = page.Columns.Select(column => encoder.Encode(words(column.Text))).ToList();
        foreach (var row in page.Rows)
        {
            writer.Write("<tr role=\"row\">");
            for (var index = 0; index < row.Count; index++)
            {
                if (index == 0)
                {
                    writer.Write(IsNumberOfRecord(row[index])
                        ? "<th scope=\"row\" role=\"rowheader\" class=\"whole\">"
                        : "<th scope=\"row\" role=\"rowheader\">");
                    Write(row[index], writer, encoder);
                    writer.Write("</th>");
                    continue;
                }

                writer.Write("<td role=\"cell\" data-label=\"");
                writer.Write(labels[index]);
                writer.Write(page.Columns[index].IsNumber ? "\" class=\"number\">"
                    : row[index].Value is DateOnly ? "\" class=\"whole\">"
                    : row[index].Value is Phrase { Text.Length: > LongestLine } ? "\" class=\"sentence\">"
                    : IsHash(row[index].Value) ? "\" class=\"breaks\">" : "\">");
                Write(row[index], writer, encoder);
                writer.Write("</td>");
            }

            writer.Write("</tr>");
        }
    }

    // A hash has no place of its own to break at, and would push the other columns off the page.
    private static bool IsHash(object? value) =>
        value is string text && text.Split(' ').Any(word => word.Length > LongestWord);

    // A record's number such as R-2026-004 is read in one piece, as a date is; a name may go over several lines.
    private static bool IsNumberOfRecord(Cell cell) =>
        cell.Value is string { Length: <= 20 } text && !text.Contains(' ', StringComparison.Ordinal);

    private void Write(Cell cell, TextWriter writer, HtmlEncoder encoder)
    {
        var text = cell.Text(zone, words);
        if (cell.Link is { } link)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, link);
            writer.Write("\">");
            encoder.Encode(writer, text);
            writer.Write("</a>");
        }
        else if (cell.Value is Status status)
        {
            writer.Write("<span class=\"");
            writer.Write(StatusTag.ClassOf(status.Kind));
            writer.Write("\">");
            encoder.Encode(writer, text);
            writer.Write("</span>");
        }
        else
        {
            encoder.Encode(writer, text);
        }
    }
}
