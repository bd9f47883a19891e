using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Platform.Web;

/// <summary>How something stands, as the value of a cell: words with the colour that goes with them.</summary>
/// <param name="Kind">Decides the colour.</param>
/// <param name="Text">In English.</param>
public sealed record Status(StatusKind Kind, string Text);

/// <summary>The interface's own words as the value of a cell, as against text that somebody typed.</summary>
/// <param name="Text">In English, the key of its translation.</param>
public sealed record Phrase(string Text);

/// <summary>A value in a table and where it leads.</summary>
/// <param name="Value">Money, a date, an instant, a number, a status, yes or no, text; null shows nothing.</param>
/// <param name="Link">An address of this site, or null.</param>
public sealed record Cell(object? Value, string? Link)
{
    /// <summary>Whether such values align to the right.</summary>
    public static bool IsNumber(object value) => value is Money or int or long or decimal or double;

    /// <summary>The value in words, for readers.</summary>
    public string Text(TimeZoneInfo zone, Func<string, string> words) => Value switch
    {
        null => "",
        Money money => money.ToReader(),
        DateOnly date => date.ToReader(),
        DateTime instant => instant.ToReader(zone),
        bool yes => words(yes ? "Yes" : "No"),
        Status status => words(status.Text),
        Phrase phrase => words(phrase.Text),
        Enum choice => words(choice.ToReader()),
        int or long => ((IFormattable)Value).ToString("N0", CultureInfo.CurrentCulture),
        decimal number => number.ToString("#,0.##########", CultureInfo.CurrentCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => Value.ToString() ?? "",
    };
}
