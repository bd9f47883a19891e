namespace Commonstead.Core;

/// <summary>Turns what an evaluation kept into the working people read.</summary>
internal static class RuleWorking
{
    public static IReadOnlyList<GivenUsed> Givens(RuleDocument document, RuleEvaluation evaluation, string[] sources) =>
        [.. document.Givens.Select((given, i) =>
            new GivenUsed(given.Name, given.Label, evaluation.Slots[i + 1], sources[i]))];

    public static IReadOnlyList<RuleStep> Steps(RuleDocument document, RuleEvaluation evaluation)
    {
        evaluation.Freeze();
        return [.. document.Program.Statements.OfType<StepStatement>().Select(step =>
            Step(step, evaluation, document.Currency))];
    }

    /// <summary>
    /// The cases of a step that did not apply. They are told beside the steps and not in them: a step is frozen in
    /// determinations, and its form never changes.
    /// </summary>
    public static IReadOnlyList<CaseNotTaken> NotTaken(RuleDocument document, RuleEvaluation evaluation, string name)
    {
        evaluation.Freeze();
        var step = document.Program.Statements.OfType<StepStatement>()
            .FirstOrDefault(s => string.Equals(s.Definition.Name, name, StringComparison.Ordinal));
        return step is null ? []
            : new RuleWriter(evaluation, document.Currency).Node(step.Node, RuleBinding.Loose).PassedOver;
    }

    private static RuleStep Step(StepStatement step, RuleEvaluation evaluation, Currency currency)
    {
        var trace = evaluation.Steps[step.Index];
        var items = new List<RuleItem>(trace.ItemsTo - trace.ItemsFrom);
        foreach (var item in evaluation.Items(trace.ItemsFrom, trace.ItemsTo))
            items.Add(Item(item, evaluation, currency));
        var writer = new RuleWriter(evaluation, currency);
        writer.Node(step.Node, RuleBinding.Loose);
        return new RuleStep(
            step.Definition.Name, step.Definition.Label, step.Definition.FormulaText, writer.ToString(),
            evaluation.Slots[step.Slot], items, evaluation.FiguresUsed(trace.UsesFrom, trace.UsesTo));
    }

    private static RuleItem Item(in FoldItem item, RuleEvaluation evaluation, Currency currency)
    {
        var (label, substituted, value) = item.Fold.Describe(evaluation, item, new RuleWriter(evaluation, currency));
        return new RuleItem(
            label, item.Fold.BodyText, substituted, item.Counted, value,
            evaluation.FiguresUsed(item.UsesFrom, item.UsesTo));
    }
}
