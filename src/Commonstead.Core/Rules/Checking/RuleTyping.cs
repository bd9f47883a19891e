namespace Commonstead.Core;

/// <summary>Which types may stand together, and what comes of it.</summary>
internal static class RuleTyping
{
    /// <summary>
    /// The one type several values share: the same type; money with bare numbers read as money; rates with bare
    /// numbers;
    /// otherwise numbers.
    /// </summary>
    public static RuleType Common(RuleNode[] nodes)
    {
        var common = nodes.FirstOrDefault(node => !IsLiteral(node))?.Type ?? nodes[0].Type;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (IsLiteral(node) && node is ConstantNode literal && Adopt(literal, common) is { } adopted)
                nodes[i] = adopted;
            else if (common.IsScalar && node.Type.IsScalar)
                common = common.Equals(node.Type) ? common : RuleType.Number;
            else if (!common.Equals(node.Type))
                throw Mismatch(node, common.ToString());
        }
        return common;
    }

    public static RuleType Add(RuleNode[] nodes, RuleToken sign)
    {
        var type = Common(nodes);
        return type.IsNumeric ? type : throw new RuleFault(RuleErrorCode.TypeMismatch, sign.At,
            $"{type} can't be added or taken away; expected money, rate, number or whole");
    }

    public static RuleType Multiply(RuleNode left, RuleNode right)
    {
        NumericOnly(left);
        NumericOnly(right);
        if (left.Type.Kind == RuleKind.Money)
            return right.Type.IsScalar
                ? RuleType.Money
                : throw Mismatch(right, "a rate or a number: money is not multiplied by money");
        if (right.Type.Kind == RuleKind.Money) return RuleType.Money;
        return (left.Type.Kind, right.Type.Kind) switch
        {
            (RuleKind.Whole, RuleKind.Whole) => RuleType.Whole,
            (RuleKind.Number, _) or (_, RuleKind.Number) => RuleType.Number,
            _ => RuleType.Rate,
        };
    }

    public static RuleType Divide(RuleNode left, RuleNode right)
    {
        NumericOnly(left);
        NumericOnly(right);
        if (left.Type.Kind == RuleKind.Money)
            return right.Type.Kind == RuleKind.Money ? RuleType.Number : RuleType.Money;
        if (right.Type.Kind == RuleKind.Money)
            throw Mismatch(right, "a rate or a number: a number is not divided by money");
        return left.Type.Kind == RuleKind.Rate && right.Type.Kind == RuleKind.Whole ? RuleType.Rate : RuleType.Number;
    }

    public static void NumericOnly(RuleNode node)
    {
        if (!node.Type.IsNumeric) throw Mismatch(node, "money, rate, number or whole");
    }

    public static void ScalarOnly(RuleNode node)
    {
        if (!node.Type.IsScalar) throw Mismatch(node, "a rate, number or whole");
    }

    public static void Only(RuleNode node, RuleType type)
    {
        if (!node.Type.Equals(type)) throw Mismatch(node, type.ToString());
    }

    public static RuleFault Mismatch(RuleNode node, string expected)
    {
        var isText = node is ConstantNode { IsLiteral: true, Type.Kind: RuleKind.Area };
        var found = isText ? "a text" : node.Type.ToString();
        var hint = node.Type.IsScalar && string.Equals(expected, "money", StringComparison.Ordinal)
            ? "; money(…) reads a number as money"
            : "";
        return new RuleFault(RuleErrorCode.TypeMismatch, node.At, $"this is {found}; expected {expected}{hint}");
    }

    private static bool IsLiteral(RuleNode node) => node is ConstantNode { IsLiteral: true };

    private static ConstantNode? Adopt(ConstantNode literal, RuleType type)
    {
        if (literal.Type.Kind == RuleKind.Area && type.Kind == RuleKind.Choice)
            return type.Options.Contains(literal.Held.Code, StringComparer.Ordinal)
                ? new ConstantNode(type, RuleValue.OfChoice(literal.Held.Code), literal.At, isLiteral: true)
                : throw new RuleFault(RuleErrorCode.UnknownName, literal.At,
                    $"“{literal.Held.Code}” is not an option; expected {type.Expectation}");
        return literal.Type.IsScalar && type.Kind is RuleKind.Money or RuleKind.Rate && literal.Type.IsScalar
            ? new ConstantNode(type, RuleValue.OfNumeric(type.Kind, literal.Held.Number), literal.At, isLiteral: true)
            : null;
    }
}
