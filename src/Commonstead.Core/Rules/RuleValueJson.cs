using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Commonstead.Core;

/// <summary>
/// Writes a rule value as <c>{"kind":"money","value":"215000.50"}</c>, rows as arrays of such values by field name,
/// and
/// reads it back digit for digit; numbers are text because JSON readers elsewhere keep only 15 digits.
/// </summary>
internal sealed class RuleValueJson : JsonConverter<RuleValue>
{
    public override RuleValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Read(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, RuleValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", KindName(value.Kind));
        if (value.Kind == RuleKind.List)
            WriteRows(writer, value.Rows, options);
        else
            writer.WriteString("value", Text(value));
        writer.WriteEndObject();
    }

    private void WriteRows(Utf8JsonWriter writer, RuleRows rows, JsonSerializerOptions options)
    {
        writer.WriteStartArray("value");
        for (var row = 0; row < rows.Count; row++)
        {
            writer.WriteStartObject();
            for (var field = 0; field < rows.Fields.Count; field++)
            {
                writer.WritePropertyName(rows.Fields[field]);
                Write(writer, rows.At(row, field), options);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static RuleValue Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("kind", out var name)
            || !json.TryGetProperty("value", out var value) || name.ValueKind != JsonValueKind.String)
            throw new JsonException("A rule value is an object with a kind and a value.");
        foreach (var kind in Enum.GetValues<RuleKind>())
            if (name.ValueEquals(KindName(kind)))
                return kind == RuleKind.List ? RuleValue.OfRows(Rows(value)) : Scalar(kind, value);
        throw new JsonException($"“{name}” is not a kind of value.");
    }

    private static RuleRows Rows(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) throw new JsonException("Rows are an array.");
        if (json.GetArrayLength() == 0) return RuleRows.None;
        var rows = json.EnumerateArray().Select(row => row.EnumerateObject().ToList()).ToList();
        var fields = rows[0].Select(field => field.Name).ToList();
        if (rows.Any(row => !row.Select(field => field.Name).SequenceEqual(fields, StringComparer.Ordinal)))
            throw new JsonException("Every row has the same fields in the same order.");
        return new RuleRows(fields, rows.Select(row => row.Select(field => Read(field.Value)).ToList()));
    }

    private static RuleValue Scalar(RuleKind kind, JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.String
            ? json.GetString()!
            : throw new JsonException("Expected a text.");
        const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        switch (kind)
        {
            case RuleKind.Date:
                const DateTimeStyles Exactly = DateTimeStyles.None;
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Exactly, out var date)
                    ? RuleValue.OfDate(date) : throw new JsonException($"“{text}” is not a date.");
            case RuleKind.YesNo:
                return RuleValue.OfYesNo(string.Equals(text, "yes", StringComparison.Ordinal));
            case RuleKind.Area or RuleKind.Choice:
                return RuleValue.OfCode(kind, text);
            default:
                return decimal.TryParse(text, Digits, CultureInfo.InvariantCulture, out var number)
                    ? RuleValue.OfNumeric(kind, number) : throw new JsonException($"“{text}” is not a number.");
        }
    }

    private static string Text(RuleValue value) =>
        value.Kind == RuleKind.Rate ? value.Number.ToString(CultureInfo.InvariantCulture) : value.ToString();

    private static string KindName(RuleKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>Writes money as <c>{"amount":"175000.00","currency":"USD"}</c> and reads it back.</summary>
internal sealed class RuleMoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("amount", out var amount)
            && json.RootElement.TryGetProperty("currency", out var code)
            && amount.ValueKind == JsonValueKind.String && code.ValueKind == JsonValueKind.String
            && Currency.TryParse(code.GetString(), out var currency)
            && decimal.TryParse(amount.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var units))
            return Money.Of(units, currency);
        throw new JsonException("Money is an object with an amount and a currency.");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToInvariant());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }
}
