namespace Commonstead.Core;

/// <summary>
/// Facts to try a rule on, written line by line as an example of its document writes them; what an example expects may
/// stand there too, and is left aside.
/// </summary>
public sealed class RuleTrial
{
    private RuleTrial(RuleInputs? inputs, bool hasFigures, IReadOnlyList<RuleError> errors) =>
        (Inputs, HasFigures, Errors) = (inputs, hasFigures, errors);

    /// <summary>What the rule is tried on; null when there are errors.</summary>
    public RuleInputs? Inputs { get; }

    /// <summary>Whether published figures are written there: the rule then looks up no others.</summary>
    public bool HasFigures { get; }

    /// <summary>What is wrong, by the lines of the trial.</summary>
    public IReadOnlyList<RuleError> Errors { get; }

    /// <summary>Reads a trial of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="text">Its lines.</param>
    public static RuleTrial Parse(RuleDocument rule, string text)
    {
        var lines = RuleDocument.Canonical(text);
        var faults = new List<RuleFault>();
        var inputs = new RuleExampleParser(rule, lines, new RuleBlock("example", "", 1, 0, lines.Length), faults.Add)
            .Inputs();
        return faults.Count == 0
            ? new RuleTrial(inputs, inputs.Figures is ExampleFigures { IsEmpty: false }, [])
            : new RuleTrial(null, false, [.. faults.Select(fault => fault.ToError("trial"))]);
    }
}
