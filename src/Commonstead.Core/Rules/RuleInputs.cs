namespace Commonstead.Core;

/// <summary>
/// Everything an evaluation works from: the facts of the lease, the published figures, and two dates.
/// </summary>
public sealed record RuleInputs
{
    /// <summary>The givens by name.</summary>
    public required IReadOnlyDictionary<string, GivenValue> Givens { get; init; }

    /// <summary>Where published figures come from.</summary>
    public required IFigures Figures { get; init; }

    /// <summary>The day the price is computed for; rules read it as <c>as_of</c>.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Only figures published on or before this day are used.</summary>
    public required DateOnly KnownBy { get; init; }
}

/// <summary>The value of a given and where it comes from: the lease, an appraisal document, a form.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record GivenValue(RuleValue Value, string Source = "")
{
    /// <summary>The greatest amount that is read: above it stands a slip of the hand, in any currency.</summary>
    public const decimal MostMoney = 10_000_000_000_000m;

    /// <summary>
    /// Reads the text a person typed, a CSV cell or a command-line value. Thousands separators and currency signs are
    /// refused rather than guessed; amounts and whole numbers are zero or more, and an amount is at most <see
    /// cref="MostMoney"/>, with the decimals of the currency where it is told; a rate above 100 % must carry its
    /// percent sign; lists are written
    /// <c>[{cost: 6000, done: 2021-05-01}]</c>, with or without quotation marks around names.
    /// </summary>
    public static GivenParse ParseText(
        RuleType type, string text, string source = "", Currency? currency = null)
    {
        var trimmed = text.Trim();
        if (type.Kind is RuleKind.Area or RuleKind.Choice) return Word(type, trimmed.Trim('"'), source);
        RuleFault? fault = null;
        var block = new RuleBlock("value", "", 1, 0, trimmed.Length);
        var statements = new RuleLexer(trimmed, block, found => fault ??= found).Statements();
        if (fault is not null || statements.Count != 1) return Refuse(type, text, fault);
        try
        {
            var tokens = new TokenReader(statements[0]);
            var value = RuleValueText.Value(tokens, type);
            tokens.ExpectEnd();
            return OutOfRange(value, text.Trim(), currency) is { } wrong
                ? new GivenParse(null, wrong) : new GivenParse(new GivenValue(value, source), null);
        }
        catch (RuleFault found)
        {
            return Refuse(type, text, found);
        }
    }

    private static string? OutOfRange(RuleValue value, string text, Currency? currency)
    {
        var isAmount = value.Kind == RuleKind.Money;
        if (!isAmount && value.Kind != RuleKind.Whole) return null;
        if (value.Number < 0) return $"“{text}” is below zero; expected zero or more";
        if (isAmount && value.Number > MostMoney)
            return $"“{text}” is above {MostMoney:0}; expected an amount of money";
        return isAmount && currency is { } unit && decimal.Round(value.Number, unit.Decimals) != value.Number
            ? $"“{text}” has more than the {unit.Decimals} decimals of {unit}" : null;
    }

    private static GivenParse Word(RuleType type, string word, string source)
    {
        const int LongestCode = 100;
        var fits = type.Kind == RuleKind.Choice
            ? type.Options.Contains(word, StringComparer.Ordinal)
            : word.Length is > 0 and <= LongestCode && word.All(c =>
                char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '.' or '_');
        return fits
            ? new GivenParse(new GivenValue(RuleValue.OfCode(type.Kind, word), source), null)
            : Refuse(type, word, null);
    }

    private static GivenParse Refuse(RuleType type, string text, RuleFault? fault)
    {
        const int MostShown = 60;
        var shown = text.Length > MostShown ? text[..MostShown] + "…" : text;
        var detail = fault is not null && type.Kind == RuleKind.List ? $" ({fault.Message})" : "";
        return new GivenParse(null, $"“{shown}” is not understood; expected {type.Expectation}{detail}");
    }
}

/// <summary>A text read as a given: its value, or what was expected instead.</summary>
/// <param name="Value">The value; null when the text was refused.</param>
/// <param name="Error">What was expected; null when the text was read.</param>
public sealed record GivenParse(GivenValue? Value, string? Error);

/// <summary>An evaluation's answer: a result, or the error that stopped it.</summary>
public readonly struct RuleOutcome
{
    private RuleOutcome(RuleResult? result, RuleError? error)
    {
        Result = result;
        Error = error;
    }

    /// <summary>The result; null when there is an error.</summary>
    public RuleResult? Result { get; }

    /// <summary>The error; null when there is a result.</summary>
    public RuleError? Error { get; }

    internal static RuleOutcome Of(RuleResult result) => new(result, null);

    internal static RuleOutcome Of(RuleError error) => new(null, error);
}
