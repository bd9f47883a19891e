namespace Commonstead.Core;

/// <summary>Looks through the parts of a checked rule.</summary>
internal static class RuleNodes
{
    /// <summary>The parts a part is made of.</summary>
    public static IEnumerable<RuleNode> Parts(RuleNode node) => node switch
    {
        ArithmeticNode two => [two.Left, two.Right],
        CompareNode two => [two.Left, two.Right],
        JunctionNode two => [two.Left, two.Right],
        NegateNode one => [one.Operand],
        AsMoneyNode one => [one.Operand],
        NotNode one => [one.Operand],
        RoundNode one => [one.Operand],
        FunctionNode many => many.Arguments,
        IfNode choice => [choice.Condition, choice.Then, choice.Otherwise],
        SeriesNode figure => Known(figure.Area, figure.Date),
        ChangeNode change => Known(change.Area, change.From, change.To),
        TableNode table => [table.Key, .. table.Rows.Select(row => row.Value)],
        FoldNode fold => Known([fold.Start?.Initial, .. Parts(fold.Domain), fold.Where, fold.Body]),
        _ => [],
    };

    /// <summary>Every slot that a part reads, in itself or its parts.</summary>
    public static IEnumerable<int> Slots(RuleNode node) =>
        node is SlotNode slot ? [slot.Slot] : Parts(node).SelectMany(Slots);

    /// <summary>Whether a part looks up figures, in itself or its parts.</summary>
    public static bool HasFigures(RuleNode node) =>
        node is SeriesNode or ChangeNode || Parts(node).Any(HasFigures);

    private static IEnumerable<RuleNode> Parts(RuleDomain domain) =>
        domain is PeriodDomain period ? [period.From, period.To] : [];

    private static IEnumerable<RuleNode> Known(params IEnumerable<RuleNode?> nodes) => nodes.OfType<RuleNode>();
}
