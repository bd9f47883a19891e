using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;

namespace Commonstead.Pricing;

/// <summary>
/// A determination as it is frozen, exported and computed again: the rule's text, every given with its source, every
/// published figure used with its release, both dates, every step and the result. Holds nothing about a person.
/// </summary>
public sealed record DeterminationFile
{
    /// <summary>The form of the file.</summary>
    public const string CurrentFormat = "commonstead determination 1";

    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Says which form this is.</summary>
    public required string Format { get; init; }

    /// <summary>The lease's number.</summary>
    public required string Lease { get; init; }

    /// <summary>The day it was computed for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Only figures published by this day were used.</summary>
    public required DateOnly KnownBy { get; init; }

    /// <summary>The maximum price with its currency's decimals.</summary>
    public required string MaximumPrice { get; init; }

    /// <summary>The currency's code.</summary>
    public required string Currency { get; init; }

    /// <summary>SHA-256 of the rule's text.</summary>
    public required string RuleHash { get; init; }

    /// <summary>Every given with its source.</summary>
    public required IReadOnlyList<GivenUsed> Givens { get; init; }

    /// <summary>Every published figure used.</summary>
    public required IReadOnlyList<FigureUsed> Figures { get; init; }

    /// <summary>Every step.</summary>
    public required IReadOnlyList<RuleStep> Steps { get; init; }

    /// <summary>The rule's whole text.</summary>
    public required string RuleText { get; init; }

    /// <summary>The file of a price just computed.</summary>
    internal static DeterminationFile Of(Worked worked, string lease) => new()
    {
        Format = CurrentFormat,
        Lease = lease,
        AsOf = worked.AsOf,
        KnownBy = worked.KnownBy,
        MaximumPrice = worked.Result.MaximumPrice.ToInvariant(),
        Currency = worked.Result.MaximumPrice.Currency.Code,
        RuleHash = worked.Rule.Hash,
        Givens = worked.Result.Givens,
        Figures = worked.Result.Figures,
        Steps = worked.Result.Steps,
        RuleText = worked.Rule.Text,
    };

    /// <summary>The file as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">The text is not a determination of this form.</exception>
    public static DeterminationFile FromJson(string json)
    {
        var file = JsonSerializer.Deserialize<DeterminationFile>(json, _json) ?? throw new JsonException("The file is empty.");
        return file.Format == CurrentFormat ? file : throw new JsonException($"“{file.Format}” is not a form this program knows.");
    }

    /// <summary>SHA-256 of a file's text in lower-case hexadecimal.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Computes the price again from the file alone.</summary>
    /// <returns>What does not agree, in words; empty when the file proves its own price.</returns>
    public IReadOnlyList<string> Recompute()
    {
        var parse = RuleDocument.Parse(RuleText, "rule");
        if (parse.Document is not { } rule) return [.. parse.Errors.Select(e => "The rule: " + e)];
        if (rule.Hash != RuleHash) return [$"The rule's text has the hash {rule.Hash}, the file says {RuleHash}."];
        var outcome = rule.Evaluate(new RuleInputs
        {
            Givens = Givens.ToDictionary(g => g.Name, g => new GivenValue(g.Value, g.Source), StringComparer.Ordinal),
            Figures = new FrozenFigures(Figures),
            AsOf = AsOf,
            KnownBy = KnownBy,
        });
        if (outcome.Error is { } error) return ["The rule stops: " + error.Message];
        return [.. Differences(outcome.Result!)];
    }

    private IEnumerable<string> Differences(RuleResult again)
    {
        if (again.MaximumPrice.ToInvariant() != MaximumPrice || again.MaximumPrice.Currency.Code != Currency)
            yield return $"The price comes out as {again.MaximumPrice}, the file says {Currency} {MaximumPrice}.";
        foreach (var (stated, computed) in Steps.Zip(again.Steps))
        {
            if (!stated.Value.Equals(computed.Value))
                yield return $"Step {stated.Name} comes out as {computed.Value}, the file says {stated.Value}.";
        }

        if (Steps.Count != again.Steps.Count) yield return $"The rule has {again.Steps.Count} steps, the file {Steps.Count}.";
    }

    /// <summary>Answers each look-up with the figure the file holds for it.</summary>
    private sealed class FrozenFigures(IReadOnlyList<FigureUsed> used) : IFigures
    {
        private readonly ILookup<(string, string?, DateOnly), FigureUsed> _used =
            used.ToLookup(f => (f.Figure.SeriesId, f.Area, f.DateAsked));

        public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
        {
            var found = _used[(series, area, date)].FirstOrDefault(f => inBase is null || f.Figure.Base == inBase);
            return found is null
                ? FigureLookup.Refused(FigureRefusal.Missing, $"the file holds no figure of {series} for {date:yyyy-MM-dd}")
                : FigureLookup.Found(found.Figure);
        }
    }
}
