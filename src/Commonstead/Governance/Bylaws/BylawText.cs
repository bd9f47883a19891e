using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;

namespace Commonstead.Governance;

/// <summary>The table of bylaws as a record keeps it: JSON.</summary>
public static class BylawText
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ThresholdText(), new JsonStringEnumConverter() },
    };

    /// <summary>Writes a table.</summary>
    public static string Write(BylawTable table) => JsonSerializer.Serialize(table, _form);

    /// <summary>Writes one act, to compare it.</summary>
    public static string Write(ActRule act) => JsonSerializer.Serialize(act, _form);

    /// <summary>Reads a table that <see cref="Write"/> wrote.</summary>
    public static BylawTable Read(string text) => JsonSerializer.Deserialize<BylawTable>(text, _form)!;

    private sealed class ThresholdText : JsonConverter<Threshold>
    {
        public override Threshold Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Threshold.TryParse(reader.GetString(), out var share) ? share : throw new JsonException("No such share.");

        public override void Write(Utf8JsonWriter writer, Threshold value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
