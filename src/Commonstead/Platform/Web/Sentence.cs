using System.Globalization;
using System.Text.Json;
using Commonstead.Core;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// A sentence before it is in anyone's words: English with places {0}, {1}, the key of its translation, and the values
/// that fill them, so that every reader has amounts and dates in her own format.
/// </summary>
/// <param name="English">The text with its places.</param>
/// <param name="Figures">Money, dates, choices, names, or sentences again.</param>
public sealed record Sentence(string English, params IReadOnlyList<object> Figures)
{
    /// <summary>The sentence in the reader's words.</summary>
    public string In(IStringLocalizer words) => words[English, [.. Figures.Select(f => Shown(f, words))]];

    /// <summary>The sentence as it stands, for the command line and other files: days as 2026-05-01.</summary>
    public string InEnglish() => string.Format(CultureInfo.InvariantCulture, English, [.. Figures.Select(Plain)]);

    private static object Plain(object figure) => figure switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => choice.ToReader(),
        Sentence sentence => sentence.InEnglish(),
        _ => figure,
    };

    /// <summary>A value in the reader's words; what is neither money, date, choice nor sentence stays itself.</summary>
    public static object Shown(object figure, IStringLocalizer words) => figure switch
    {
        Money money => money.ToReader(),
        DateOnly date => date.ToReader(),
        Enum choice => words[choice.ToReader()].Value,
        Sentence sentence => sentence.In(words),
        _ => figure,
    };
}

/// <summary>
/// Writes the values of a sentence as a record keeps them, and reads them again: <c>money:USD:21113200</c>,
/// <c>day:2026-05-01</c>, <c>word:Not needed</c> for a choice, <c>text:</c> for what is shown as it stands.
/// </summary>
public static class KeptFigures
{
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>A value as it is kept; empty for nothing.</summary>
    public static string Write(object? figure) => figure switch
    {
        null or "" => "",
        Money money => string.Create(_plain, $"money:{money.Currency.Code}:{money.Minor}"),
        DateOnly date => string.Create(_plain, $"day:{date:yyyy-MM-dd}"),
        Enum choice => "word:" + choice.ToReader(),
        _ => "text:" + Convert.ToString(figure, _plain),
    };

    /// <summary>The value that was kept; null for nothing.</summary>
    public static object? Read(string kept)
    {
        var (kind, value) = kept.Split(':', 2) is [var before, var after] ? (before, after) : ("", "");
        return kind switch
        {
            "money" => new Money(long.Parse(value[4..], _plain), Currency.Parse(value[..3])),
            "day" => DateOnly.ParseExact(value, "yyyy-MM-dd", _plain),
            "word" => new Sentence(value),
            "text" => value,
            _ => null,
        };
    }

    /// <summary>Values as one text; empty for none.</summary>
    public static string WriteAll(IReadOnlyList<object> figures) =>
        figures.Count == 0 ? "" : JsonSerializer.Serialize(figures.Select(Write));

    /// <summary>The values of such a text.</summary>
    public static IReadOnlyList<object> ReadAll(string kept) =>
        kept.Length == 0 ? [] : [.. JsonSerializer.Deserialize<string[]>(kept)!.Select(f => Read(f) ?? "")];
}
