namespace Commonstead.Core;

/// <summary>The ways two values are compared.</summary>
internal enum RuleComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison of two values of one type; codes, options and yes or no only for being equal.</summary>
internal sealed class CompareNode(RuleComparison comparison, RuleNode left, RuleNode right, SourcePosition at)
    : RuleNode(RuleType.YesNo, at, 1 + left.Cost + right.Cost)
{
    public RuleComparison Comparison => comparison;

    public RuleNode Left => left;

    public RuleNode Right => right;

    private static readonly string[] _signs = [" = ", " ≠ ", " < ", " ≤ ", " > ", " ≥ "];

    public override int Binding => RuleBinding.Compare;

    public override bool Truth(RuleEvaluation e)
    {
        var order = left.Type.Kind switch
        {
            RuleKind.Date => left.Day(e).CompareTo(right.Day(e)),
            RuleKind.YesNo => left.Truth(e) == right.Truth(e) ? 0 : 1,
            RuleKind.Area or RuleKind.Choice => string.CompareOrdinal(left.Code(e), right.Code(e)),
            _ => left.Number(e).CompareTo(right.Number(e)),
        };
        return comparison switch
        {
            RuleComparison.Equal => order == 0,
            RuleComparison.NotEqual => order != 0,
            RuleComparison.Less => order < 0,
            RuleComparison.LessOrEqual => order <= 0,
            RuleComparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public override void Write(RuleWriter writer) =>
        writer.Node(left, RuleBinding.Add).Text(_signs[(int)comparison]).Node(right, RuleBinding.Add);
}

/// <summary><c>and</c>, <c>or</c>: the right side is looked at only when the left does not decide.</summary>
internal sealed class JunctionNode(bool isAnd, RuleNode left, RuleNode right, SourcePosition at)
    : RuleNode(RuleType.YesNo, at, 1 + left.Cost + right.Cost)
{
    public bool IsAnd => isAnd;

    public RuleNode Left => left;

    public RuleNode Right => right;

    public override int Binding => isAnd ? RuleBinding.And : RuleBinding.Or;

    public override bool Truth(RuleEvaluation e) =>
        isAnd ? left.Truth(e) && right.Truth(e) : left.Truth(e) || right.Truth(e);

    public override void Write(RuleWriter writer)
    {
        writer.Node(left, Binding);
        if (left.Truth(writer.Evaluation) == isAnd)
            writer.Text(isAnd ? " and " : " or ").Node(right, Binding);
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotNode(RuleNode operand, SourcePosition at) : RuleNode(RuleType.YesNo, at, 1 + operand.Cost)
{
    public RuleNode Operand => operand;

    public override int Binding => RuleBinding.Not;

    public override bool Truth(RuleEvaluation e) => !operand.Truth(e);

    public override void Write(RuleWriter writer) => writer.Text("not ").Node(operand, RuleBinding.Not);
}
