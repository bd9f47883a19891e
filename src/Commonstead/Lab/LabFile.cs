using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>
/// A finished study as one JSON text: its setting, the rules' texts, every published figure it used, and its result.
/// Whoever has it computes the same again, without a trust's record and whatever became of the releases.
/// </summary>
public sealed record LabFile
{
    /// <summary>The form of the file.</summary>
    public const string CurrentFormat = "commonstead-lab-1";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RuleTextJson(), new StayJson() },
    };

    /// <summary>The form it is written in.</summary>
    public required string Format { get; init; }

    /// <summary>What a backtest was asked; null in a file of futures.</summary>
    public BacktestStudy? Backtest { get; init; }

    /// <summary>What futures were asked; null in a file of a backtest.</summary>
    public FuturesStudy? Futures { get; init; }

    /// <summary>The figures used, by release.</summary>
    public required IReadOnlyList<SeriesRelease> Figures { get; init; }

    /// <summary>The result as it was computed.</summary>
    public required JsonElement Result { get; init; }

    /// <summary>The rules it compares.</summary>
    [JsonIgnore]
    public IReadOnlyList<RuleDocument> Rules => Backtest?.Rules ?? Futures!.Rules;

    /// <summary>The day by which its figures were published.</summary>
    [JsonIgnore]
    public DateOnly KnownBy => Backtest?.KnownBy ?? Futures!.KnownBy;

    /// <summary>A backtest and what it came to.</summary>
    public static LabFile Of(BacktestStudy study, BacktestResult result, RecordedFigures figures) => new()
    {
        Format = CurrentFormat,
        Backtest = study,
        Figures = figures.Releases(),
        Result = JsonSerializer.SerializeToElement(result, _json),
    };

    /// <summary>Futures and what they came to.</summary>
    public static LabFile Of(FuturesStudy study, FuturesResult result, RecordedFigures figures) => new()
    {
        Format = CurrentFormat,
        Futures = study,
        Figures = figures.Releases(),
        Result = JsonSerializer.SerializeToElement(result, _json),
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no study in this form.</exception>
    public static LabFile Read(string text)
    {
        try
        {
            var file = JsonSerializer.Deserialize<LabFile>(text, _json);
            return file is { Format: CurrentFormat } && (file.Backtest is null) != (file.Futures is null)
                    && file.Rules.All(rule => rule is not null) && file.Figures.All(release => release is not null)
                ? file : throw new FormatException($"This is no study of the lab in the form {CurrentFormat}.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException(
                $"This is no study of the lab in the form {CurrentFormat}, or it was changed: line "
                + $"{(wrong.LineNumber ?? 0) + 1} cannot be read ({wrong.Path ?? "$"}).", wrong);
        }
    }

    /// <summary>The result as it was computed.</summary>
    /// <exception cref="FormatException">The file holds another kind of study.</exception>
    public T ResultAs<T>() => Result.Deserialize<T>(_json) ?? throw new FormatException("The study has no result.");

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>
    /// The first figure of a result computed anew that is another than in the file; null when all are the same. Words
    /// are not compared: they may be said better since.
    /// </summary>
    public string? DifferenceTo(object result) =>
        JsonFigures.Difference(Result, JsonSerializer.SerializeToElement(result, result.GetType(), _json));

    /// <summary>A rule as its whole text, whose hash is checked when it is read.</summary>
    private sealed class RuleTextJson : JsonConverter<RuleDocument>
    {
        public override RuleDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var rule = JsonSerializer.Deserialize<RuleInFile>(ref reader, options)
                ?? throw new FormatException("The study has no rule where one should be.");
            var parse = RuleDocument.Parse(rule.Text, rule.FileName);
            if (parse.Document is not { } document)
                throw new FormatException($"A rule of the study is not understood: {parse.Errors[0]}");
            return document.Hash == rule.Hash
                ? document : throw new FormatException(
                    $"The text of {rule.FileName} was changed: its hash is not {rule.Hash}.");
        }

        public override void Write(Utf8JsonWriter writer, RuleDocument value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new RuleInFile(value.FileName, value.Hash, value.Text), options);
    }

    private sealed class StayJson : JsonConverter<LengthOfStay>
    {
        public override LengthOfStay Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LengthOfStay.Parse(reader.GetString() ?? "")
                ?? throw new FormatException("How long owners stay is not understood.");

        public override void Write(Utf8JsonWriter writer, LengthOfStay value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Words);
    }

    private sealed record RuleInFile(string FileName, string Hash, string Text);
}
