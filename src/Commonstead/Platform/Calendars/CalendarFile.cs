using System.Globalization;
using System.Text;

namespace Commonstead.Platform.Calendars;

/// <summary>An event of a calendar file: all day, or from an hour on.</summary>
/// <param name="Id">The same for the same event every time.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">What it is, on one line.</param>
/// <param name="Description">More about it.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record CalendarEvent(string Id, DateOnly Day, string Summary, string Description, string Address)
{
    /// <summary>When it begins, as an instant; null for something that lasts all day.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>Where it is; empty for nowhere in particular.</summary>
    public string Place { get; init; } = "";
}

/// <summary>Writes events as iCalendar (RFC 5545), the form every calendar program subscribes to.</summary>
public static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLineBytes = 75;

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">The calendar's name.</param>
    /// <param name="events">Its events.</param>
    /// <param name="now">When it is written.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events, DateTime now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Commonstead//Calendar//EN");
        Line(file, "X-WR-CALNAME:" + Text(name));
        foreach (var one in events)
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, "UID:" + Text(one.Id));
            Line(file, "DTSTAMP:" + now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            foreach (var line in Time(one)) Line(file, line);
            Line(file, "SUMMARY:" + Text(one.Summary));
            Line(file, "DESCRIPTION:" + Text(one.Description));
            if (one.Place.Length > 0) Line(file, "LOCATION:" + Text(one.Place));
            Line(file, "URL:" + one.Address);
            Line(file, one.StartsAt is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    // An event without an end ends when it begins (RFC 5545, 3.6.1); nobody knows how long a meeting takes.
    private static string[] Time(CalendarEvent one) => one.StartsAt is { } instant
        ? [instant.ToString("'DTSTART:'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)]
        :
        [
            one.Day.ToString("'DTSTART;VALUE=DATE:'yyyyMMdd", CultureInfo.InvariantCulture),
            one.Day.AddDays(1).ToString("'DTEND;VALUE=DATE:'yyyyMMdd", CultureInfo.InvariantCulture),
        ];

    // RFC 5545, 3.3.11: backslash, semicolon, comma and line ends are escaped in text.
    private static string Text(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545, 3.1: lines end with CRLF and are folded at 75 octets, never inside a character.
    private static void Line(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLineBytes)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
