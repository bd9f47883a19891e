namespace Commonstead.Core;

/// <summary>A checked rule, ready to run: its statements in order, over numbered slots.</summary>
internal sealed record RuleProgram(
    Currency Currency, IReadOnlyList<RuleGiven> Givens, int SeriesCount, RuleStatement[] Statements, int SlotCount,
    int StepCount, bool HasFolds)
{
    /// <summary>The slot of the as-of date; the givens follow it in order.</summary>
    public const int AsOfSlot = 0;

    public const string PriceName = "maximum_price";

    public RuleOutcome Run(RuleDocument document, RuleInputs inputs)
    {
        string?[] forced = [];
        while (true)
        {
            var evaluation = new RuleEvaluation(this, inputs, forced);
            try
            {
                return RuleOutcome.Of(Result(document, inputs, evaluation));
            }
            catch (RuleFault fault)
            {
                // A rebased release may join two bases from the other side: once for each series, on the base seen
                // last.
                if (evaluation.Conflict is { } conflict && (forced.Length == 0 || forced[conflict.Series] is null))
                {
                    forced = forced.Length == 0 ? new string?[SeriesCount] : forced;
                    forced[conflict.Series] = conflict.Base;
                    continue;
                }
                return RuleOutcome.Of(fault.ToError(document.FileName));
            }
            catch (OverflowException)
            {
                return RuleOutcome.Of(new RuleFault(RuleErrorCode.Overflow, evaluation.At,
                    "this value outgrows the 28 digits the language computes with").ToError(document.FileName));
            }
        }
    }

    private RuleResult Result(RuleDocument document, RuleInputs inputs, RuleEvaluation evaluation)
    {
        var sources = Bind(inputs, evaluation);
        var price = default(RuleValue);
        foreach (var statement in Statements)
        {
            statement.Run(evaluation);
            if (statement is StepStatement step) price = evaluation.Slots[step.Slot];
        }
        var at = Statements[^1].At;
        if (price.Number < 0)
            throw new RuleFault(RuleErrorCode.NegativePrice, at, $"the maximum price came out at {price}, below zero");
        evaluation.At = at;
        return new RuleResult(document, evaluation, sources, Money.Of(price.Number, Currency));
    }

    private string[] Bind(RuleInputs inputs, RuleEvaluation evaluation)
    {
        evaluation.Slots[AsOfSlot] = RuleValue.OfDate(inputs.AsOf);
        var sources = new string[Givens.Count];
        var matched = 0;
        for (var i = 0; i < Givens.Count; i++)
        {
            var given = Givens[i];
            if (inputs.Givens.TryGetValue(given.Name, out var value))
            {
                matched++;
                sources[i] = value.Source;
                evaluation.Slots[i + 1] = RuleGivenCheck.Fit(given, value.Value);
            }
            else
            {
                sources[i] = "default of the rule";
                evaluation.Slots[i + 1] = given.Default ?? throw new RuleFault(RuleErrorCode.MissingGiven, given.At,
                    $"{given.Name} is not given; expected {given.Type.Expectation}");
            }
        }
        if (matched < inputs.Givens.Count) throw UnknownGiven(inputs);
        return sources;
    }

    private RuleFault UnknownGiven(RuleInputs inputs)
    {
        var known = Givens.Select(given => given.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = inputs.Givens.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).First();
        return new RuleFault(RuleErrorCode.UnknownGiven, Statements[0].At,
            $"{unknown} is not a given of this rule; expected {string.Join(", ", Givens.Select(given =>
                given.Name))}");
    }
}

/// <summary>A statement that runs.</summary>
internal abstract class RuleStatement(SourcePosition at)
{
    public SourcePosition At { get; } = at;

    public abstract void Run(RuleEvaluation e);
}

/// <summary>A named step.</summary>
internal sealed class StepStatement(
    RuleStepDefinition definition, int index, int slot, RuleNode node, SourcePosition at)
    : RuleStatement(at)
{
    public RuleStepDefinition Definition => definition;

    public int Index => index;

    public int Slot => slot;

    public RuleNode Node => node;

    public override void Run(RuleEvaluation e)
    {
        var items = e.ItemCount;
        var uses = e.UseCount;
        e.Slots[slot] = node.Value(e);
        e.Steps[index] = new StepTrace(items, e.ItemCount, uses, e.UseCount);
    }
}

/// <summary><c>require</c>.</summary>
internal sealed class RequireStatement(RuleNode condition, string reason, SourcePosition at) : RuleStatement(at)
{
    public RuleNode Condition => condition;

    public override void Run(RuleEvaluation e)
    {
        if (!condition.Truth(e)) throw new RuleFault(RuleErrorCode.RequirementFailed, At, reason);
    }
}
