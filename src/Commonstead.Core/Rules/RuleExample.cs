namespace Commonstead.Core;

/// <summary>An example of a rule document: givens and figures, and what the rule must make of them.</summary>
public sealed class RuleExample
{
    private readonly RuleDocument _document;
    private readonly RuleInputs _inputs;
    private readonly IReadOnlyList<RuleExpectation> _expectations;

    internal RuleExample(
        RuleDocument document, string name, int line, RuleInputs inputs, IReadOnlyList<RuleExpectation> expectations)
    {
        _document = document;
        _inputs = inputs;
        _expectations = expectations;
        Name = name;
        Line = line;
    }

    /// <summary>The example's name; may be empty.</summary>
    public string Name { get; }

    /// <summary>The line of its first statement.</summary>
    public int Line { get; }

    /// <summary>The givens, figures and dates of the example.</summary>
    public RuleInputs Inputs => _inputs;

    /// <summary>Evaluates the rule and compares it with what the example says.</summary>
    /// <returns>Every difference, at the line that expected otherwise; none when the example holds.</returns>
    public IReadOnlyList<RuleError> Run()
    {
        var outcome = _document.Evaluate(_inputs);
        return [.. _expectations.Select(expectation => Compare(expectation, outcome)).OfType<RuleError>()];
    }

    private RuleError? Compare(RuleExpectation expectation, RuleOutcome outcome)
    {
        if (outcome.Error is { } error)
            return expectation.Error == error.Code ? null : Differ(expectation, $"stopped: {error}");
        if (expectation.Error is { } code)
            return Differ(expectation, $"expected the error {code}, but the rule answered");
        var value = outcome.Result!.ValueOf(expectation.Step)!.Value;
        return Matches(expectation, value)
            ? null
            : Differ(expectation, $"expected {expectation.Step} to be {expectation.Value}, but it is {value}");
    }

    // A step that is not rounded is compared to as many decimals as the example writes; the price is rounded and
    // compared whole.
    private static bool Matches(RuleExpectation expectation, RuleValue value)
    {
        var expected = expectation.Value!.Value;
        var isPrice = string.Equals(expectation.Step, RuleProgram.PriceName, StringComparison.Ordinal);
        if (value.Kind > RuleKind.Whole || isPrice) return value == expected;
        return decimal.Round(value.Number, expected.Number.Scale, MidpointRounding.ToEven) == expected.Number;
    }

    private RuleError Differ(RuleExpectation expectation, string message) =>
        new RuleFault(RuleErrorCode.ExampleFailed, expectation.At, message).ToError(_document.FileName);
}

/// <summary>What an example expects of a step, or the error it expects.</summary>
internal sealed record RuleExpectation(string Step, RuleValue? Value, RuleErrorCode? Error, SourcePosition At);
