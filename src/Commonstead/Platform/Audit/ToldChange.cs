using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Audit;

/// <summary>
/// A changed column as people read it. The values are money, dates, choices, sentences, text or
/// <see cref="NamedById"/>, so that every reader has them in her own words.
/// </summary>
/// <param name="Label">Which fact, in English, the key of its translation.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it became; null for nothing.</param>
/// <param name="IsPersonal">True when it speaks of a person.</param>
public sealed partial record ToldChange(string Label, object? Before, object? After, bool IsPersonal)
{
    // What the program keeps for itself beside the facts.
    private static readonly HashSet<string> _inner =
        ["id", "version", "search", "sort_name", "west", "south", "east", "north"];

    // Columns whose own name says nothing to a reader.
    private static readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal)
    {
        ["geo_json"] = "Shape",
        ["rule_hash"] = "Rule",
    };

    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>The facts among the changed columns of a record.</summary>
    /// <param name="type">The kind of record; null for one that the program no longer has.</param>
    /// <param name="columns">Each changed column with its old and new canonical text.</param>
    /// <param name="zone">The time zone that instants are told in.</param>
    public static IEnumerable<ToldChange> Of(
        IEntityType? type, IEnumerable<ChangedColumn> columns, TimeZoneInfo zone)
    {
        var all = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var column in all.Values)
        {
            var property = PropertyOf(type, column.Name);
            if (IsInner(column.Name) || IsCurrencyOfAmount(property, all)) continue;
            var (before, after) = IsAmount(property)
                ? (Amount(column, all, c => c.Before), Amount(column, all, c => c.After))
                : (Value(property, column.Before, zone), Value(property, column.After, zone));
            if (before is null && after is null) continue;
            yield return new ToldChange(LabelOf(column.Name, property), before, after, IsPersonalColumn(property));
        }
    }

    /// <summary>True for a column that the program keeps for itself.</summary>
    public static bool IsInner(string column) => _inner.Contains(column);

    /// <summary>True when a column speaks of a person; also one that the program no longer has.</summary>
    public static bool IsPersonalColumn(IProperty? property) =>
        property is null || PersonalColumns.Of(property) is not null;

    private static IProperty? PropertyOf(IEntityType? type, string column) =>
        type?.GetFlattenedProperties().FirstOrDefault(p => p.GetColumnName() == column);

    private static object? Value(IProperty? property, string? text, TimeZoneInfo zone)
    {
        if (text is null or "") return null;
        var type = property is null ? typeof(string)
            : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(bool)) return new Sentence(text == "true" ? "Yes" : "No");
        if (type.IsEnum && Enum.TryParse(type, text, out var choice)) return choice;
        if (property?.Name is "Area" or "FloorArea" && decimal.TryParse(text, NumberStyles.Float, _plain, out var size))
            return new MeasuredArea(size, property.Name == "FloorArea");
        if (type == typeof(decimal) || type == typeof(double)) return Number(text);
        if (type == typeof(DateTime)) return Instant(text, zone) ?? text;
        if ((type == typeof(Guid) || type.IsAssignableTo(typeof(IRecordId))) && Guid.TryParse(text, out var key))
            return new NamedById(type, key);
        return OfText(text);
    }

    private static object OfText(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", _plain, DateTimeStyles.None, out var day)) return day;
        if (text.StartsWith("{\"type\":", StringComparison.Ordinal)
            && text.Contains("\"coordinates\":", StringComparison.Ordinal)) return new DrawnShape(text);
        if (Identifier().IsMatch(text)) return text.Replace('_', ' ');
        return text[0] is '[' or '{' && Structure(text) is { Length: > 0 } told ? told : text;
    }

    private static string Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, _plain, out var number)
            ? number.ToString("#,0.######", CultureInfo.CurrentCulture) : text;

    private static string? Instant(string text, TimeZoneInfo zone) =>
        DateTime.TryParse(text, _plain, DateTimeStyles.RoundtripKind, out var at) ? at.ToReader(zone) : null;

    // An amount's currency stands beside it and is told only when it changed with it; an optional one has none.
    private static object? Amount(
        ChangedColumn column, Dictionary<string, ChangedColumn> all, Func<ChangedColumn, string?> side)
    {
        if (side(column) is not { } minor) return null;
        var beside = all.GetValueOrDefault(column.Name[..^"minor".Length] + "currency");
        if (beside is null)
            return long.TryParse(minor, _plain, out var whole) ? new Minor(whole) : minor;
        var code = side(beside);
        return code is null or "" or "XXX" ? null : new Money(long.Parse(minor, _plain), Currency.Parse(code));
    }

    private static string? Structure(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return Flat(parsed.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Flat(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => string.Join("; ", element.EnumerateArray().Select(Flat)),
        JsonValueKind.Object => string.Join(", ", element.EnumerateObject().Select(p =>
            $"{SnakeCase.Of(p.Name).Replace('_', ' ')}: {(Flat(p.Value) is { Length: > 0 } value ? value : "–")}")),
        JsonValueKind.String => Kept(element.GetString()!),
        JsonValueKind.Null => "",
        _ => element.GetRawText(),
    };

    private static string Kept(string text) => KeptFigures.Read(text) switch
    {
        Money money => money.ToReader(),
        DateOnly day => day.ToReader(),
        Sentence sentence => sentence.English,
        string plain => plain,
        _ => text,
    };

    private static string LabelOf(string column, IProperty? property)
    {
        if (_labels.TryGetValue(column, out var label)) return label;
        var bare = IsAmount(property) && column.EndsWith("_minor", StringComparison.Ordinal)
            ? column[..^"_minor".Length]
            : column.EndsWith("_id", StringComparison.Ordinal) ? column[..^"_id".Length] : column;
        var apart = bare.Replace('_', ' ');
        return char.ToUpperInvariant(apart[0]) + apart[1..];
    }

    private static bool IsAmount(IProperty? property) =>
        property is { Name: nameof(Money.Minor), DeclaringType: IComplexType { ClrType: var type } }
        && (Nullable.GetUnderlyingType(type) ?? type) == typeof(Money);

    private static bool IsCurrencyOfAmount(IProperty? property, Dictionary<string, ChangedColumn> columns) =>
        property is { Name: nameof(Money.Currency), DeclaringType: IComplexType } && columns.ContainsKey(
            property.GetColumnName()[..^"currency".Length] + "minor");

    [GeneratedRegex("^[a-z]+(_[a-z0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}

/// <summary>Another record, named by its id.</summary>
/// <param name="Id">The type of the id; <see cref="Guid"/> where any record may stand.</param>
/// <param name="Key">The id.</param>
public sealed record NamedById(Type Id, Guid Key);

/// <summary>A shape on the map.</summary>
/// <param name="GeoJson">Its corners (RFC 7946).</param>
public sealed record DrawnShape(string GeoJson)
{
    /// <inheritdoc/>
    public override string ToString() => "…";
}

/// <summary>An area, of land or of floors.</summary>
/// <param name="SquareMetres">As it is kept.</param>
/// <param name="IsFloor">True for floors, which are measured in other units than land.</param>
public sealed record MeasuredArea(decimal SquareMetres, bool IsFloor)
{
    /// <inheritdoc/>
    public override string ToString() => SquareMetres.ToString("#,0.#", CultureInfo.CurrentCulture) + " m²";
}

/// <summary>An amount whose currency did not change and is not told beside it: the trust's.</summary>
/// <param name="Units">Whole minor units.</param>
public sealed record Minor(long Units)
{
    /// <summary>The amount in a currency.</summary>
    public Money In(Currency currency) => new(Units, currency);
}
