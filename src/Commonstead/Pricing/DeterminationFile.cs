using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>
/// A determination as it is frozen, exported and computed again: the rule's text, every given with its source, every
/// published figure used with its release, both dates, every step and the result. Holds nothing about a person.
/// </summary>
public sealed record DeterminationFile
{
    /// <summary>The form of the file.</summary>
    public const string CurrentFormat = "commonstead determination 1";

    /// <summary>The source of a given that nobody stated, so that the rule's default was used.</summary>
    public const string DefaultSource = "default of the rule";

    /// <summary>The source of a given where the file is for everybody.</summary>
    public const string OnRecord = "on record with the trust";

    // What is unknown, missing or written twice is refused, so that nothing in a file can go unread.
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    private static readonly JsonSerializerOptions _indented = new(Json) { WriteIndented = true };

    /// <summary>Says which form this is.</summary>
    public required string Format { get; init; }

    /// <summary>The lease's number; empty when the file is for everybody, or was computed without a lease.</summary>
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
    internal static DeterminationFile Of(Worked worked, string lease = "") => new()
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

    /// <summary>The areas that its facts and figures name.</summary>
    internal IEnumerable<string?> AreaCodes() => Figures.Select(f => f.Area)
        .Concat(Givens.Where(g => g.Value.Kind == RuleKind.Area).Select(g => g.Value.Code))
        .Concat(Steps.Where(s => s.Value.Kind == RuleKind.Area).Select(s => s.Value.Code));

    /// <summary>The file as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The same over several lines, for people.</summary>
    public string ToIndentedJson() => JsonSerializer.Serialize(this, _indented);

    /// <summary>
    /// The file as anybody may see it: without the lease's number, and without where the trust keeps each fact, since
    /// that may name people. Everything that decides the price stays.
    /// </summary>
    public DeterminationFile ForEverybody() => this with
    {
        Lease = "",
        Givens = [.. Givens.Select(g => g.Source == DefaultSource ? g : g with { Source = OnRecord })],
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">The text is not a determination of this form.</exception>
    public static DeterminationFile FromJson(string json)
    {
        var file = JsonSerializer.Deserialize<DeterminationFile>(json, Json)
            ?? throw new JsonException("The file is empty.");
        return file.Format == CurrentFormat ? file
            : throw new JsonException($"“{file.Format}” is not a form this program knows.");
    }

    /// <summary>SHA-256 of a file's text in lower-case hexadecimal.</summary>
    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>Computes the price again from the file alone.</summary>
    /// <returns>What does not agree, in words; empty when the file proves its own price.</returns>
    public IReadOnlyList<string> Recompute()
    {
        if (Evaluate(out var faults) is not { } outcome) return faults;
        if (outcome.Error is { } error) return ["The rule stops: " + error.Message];
        return [.. Differences(outcome.Result!)];
    }

    /// <summary>
    /// For each step whose formula has cases, those that did not apply and why. They are computed from the file when it
    /// is shown and no part of it, so that a file frozen earlier keeps its text and its hash.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CaseNotTaken>> CasesNotTaken()
    {
        var told = new Dictionary<string, IReadOnlyList<CaseNotTaken>>(StringComparer.Ordinal);
        if (!Steps.Any(s => HasCases(s.FormulaText)) || Evaluate(out _)?.Result is not { } again) return told;
        foreach (var step in Steps.Where(s => HasCases(s.FormulaText)))
            told[step.Name] = again.CasesNotTaken(step.Name);
        return told;
    }

    private static bool HasCases(string formula) => formula.Contains("if ", StringComparison.Ordinal);

    private RuleOutcome? Evaluate(out IReadOnlyList<string> faults)
    {
        var parse = RuleDocument.Parse(RuleText, "rule");
        var givens = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        var twice = Givens.FirstOrDefault(g => !givens.TryAdd(g.Name, new GivenValue(g.Value, g.Source)));
        faults = parse.Document is not { } rule ? [.. parse.Errors.Select(e => "The rule: " + e)]
            : rule.Hash != RuleHash ? [$"The rule's text has the hash {rule.Hash}, the file says {RuleHash}."]
            : twice is not null ? [$"The fact {twice.Name} stands twice in the file."]
            : [];
        return faults.Count > 0 ? null : parse.Document!.Evaluate(new RuleInputs
        {
            Givens = givens,
            Figures = new FrozenFigures(Figures),
            AsOf = AsOf,
            KnownBy = KnownBy,
        });
    }

    /// <summary>
    /// The refusal, by an operation's code, when a frozen text no longer proves its own price; else null.
    /// </summary>
    internal static Refusal? Proves(string content, Enum code) =>
        FromJson(content).Recompute() is [var difference, ..] ? new Refusal(code, difference) : null;

    private IEnumerable<string> Differences(RuleResult again)
    {
        if (again.MaximumPrice.ToInvariant() != MaximumPrice || again.MaximumPrice.Currency.Code != Currency)
            yield return $"The price comes out as {again.MaximumPrice}, the file says {Currency} {MaximumPrice}.";
        foreach (var (stated, computed) in Steps.Zip(again.Steps))
        {
            if (!stated.Value.Equals(computed.Value) || stated.Name != computed.Name)
                yield return $"Step {computed.Name} comes out as {computed.Value}, the file says {stated.Value}.";
            else if (!IsSame(stated, AsQuoted(computed, stated.FormulaText)))
                yield return $"Step {computed.Name} has another working than the file shows.";
        }

        if (Steps.Count != again.Steps.Count)
            yield return $"The rule has {again.Steps.Count} steps, the file {Steps.Count}.";
        foreach (var (stated, used) in Givens.Zip(again.Givens))
        {
            if (!IsSame(stated, used with { Source = stated.Source }))
                yield return $"The fact {used.Name} is stated otherwise than the rule has it.";
        }

        if (Givens.Count != again.Givens.Count)
            yield return $"The rule asks for {again.Givens.Count} facts, the file has {Givens.Count}.";
        if (!IsSame(Figures, again.Figures)) yield return "The figures listed are not those the rule uses.";
    }

    // Files frozen before 2026-11-23 quote a formula without the brackets that it begins with.
    private static RuleStep AsQuoted(RuleStep computed, string stated) =>
        computed.FormulaText.TrimStart('(') == stated ? computed with { FormulaText = stated } : computed;

    private static bool IsSame<T>(T one, T other) =>
        JsonSerializer.Serialize(one, Json) == JsonSerializer.Serialize(other, Json);

    /// <summary>Answers each look-up with the figure the file holds for it.</summary>
    private sealed class FrozenFigures(IReadOnlyList<FigureUsed> used) : IFigures
    {
        private readonly ILookup<(string, string?, DateOnly), FigureUsed> _used =
            used.ToLookup(f => (f.Figure.SeriesId, f.Area, f.DateAsked));

        public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
        {
            var found = _used[(series, area, date)].FirstOrDefault(f => inBase is null || f.Figure.Base == inBase);
            return found is null
                ? FigureLookup.Refused(FigureRefusal.Missing,
                    $"the file holds no figure of {series} for {date:yyyy-MM-dd}")
                : FigureLookup.Found(found.Figure);
        }
    }
}
