namespace Commonstead.Core;

/// <summary>Two numbers with a sign between them.</summary>
internal abstract class ArithmeticNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at, long cost = 1)
    : RuleNode(type, at, cost + left.Cost + right.Cost)
{
    public RuleNode Left { get; } = left;

    public RuleNode Right { get; } = right;

    protected abstract string Sign { get; }

    public override decimal Number(RuleEvaluation e)
    {
        var first = Left.Number(e);
        var second = Right.Number(e);
        e.At = At;
        return Apply(first, second);
    }

    protected abstract decimal Apply(decimal first, decimal second);

    /// <summary>Whether a right operand of the same binding needs brackets, as in a − (b − c).</summary>
    protected virtual bool BracketsRight => false;

    public override void Write(RuleWriter writer) =>
        writer.Node(Left, Binding).Text(Sign).Node(Right, BracketsRight ? Binding + 1 : Binding);
}

/// <summary>A sum.</summary>
internal sealed class AddNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at)
    : ArithmeticNode(type, left, right, at)
{
    public override int Binding => RuleBinding.Add;

    protected override string Sign => " + ";

    protected override decimal Apply(decimal first, decimal second) => first + second;
}

/// <summary>A difference.</summary>
internal sealed class SubtractNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at)
    : ArithmeticNode(type, left, right, at)
{
    public override int Binding => RuleBinding.Add;

    protected override string Sign => " − ";

    protected override bool BracketsRight => true;

    protected override decimal Apply(decimal first, decimal second) => first - second;
}

/// <summary>A product.</summary>
internal sealed class MultiplyNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at)
    : ArithmeticNode(type, left, right, at)
{
    public override int Binding => RuleBinding.Multiply;

    protected override string Sign => " × ";

    protected override decimal Apply(decimal first, decimal second) => first * second;
}

/// <summary>A quotient.</summary>
internal sealed class DivideNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at)
    : ArithmeticNode(type, left, right, at)
{
    public override int Binding => RuleBinding.Multiply;

    protected override string Sign => " ÷ ";

    protected override bool BracketsRight => true;

    protected override decimal Apply(decimal first, decimal second) =>
        second == 0 ? throw Fault(RuleErrorCode.DivisionByZero, "this divides by zero") : first / second;
}

/// <summary>A whole power.</summary>
internal sealed class PowerNode(RuleType type, RuleNode left, RuleNode right, SourcePosition at)
    : ArithmeticNode(type, left, right, at, cost: 30)
{
    public override int Binding => RuleBinding.Power;

    protected override string Sign => " ^ ";

    protected override decimal Apply(decimal first, decimal second)
    {
        if (Math.Abs(second) > RuleMath.MostPeriods)
            throw Fault(RuleErrorCode.InvalidArgument,
                $"a power is between -{RuleMath.MostPeriods} and {RuleMath.MostPeriods}");
        if (first == 0 && second < 0) throw Fault(RuleErrorCode.DivisionByZero, "zero has no negative power");
        try
        {
            return RuleMath.Power(first, (int)second);
        }
        catch (DivideByZeroException)
        {
            throw Fault(RuleErrorCode.Overflow, "this power is too small for 28 digits to divide by");
        }
    }

    public override void Write(RuleWriter writer) =>
        writer.Node(Left, RuleBinding.Atom).Text(Sign).Node(Right, RuleBinding.Atom);
}

/// <summary>A number with its sign turned.</summary>
internal sealed class NegateNode(RuleNode operand, SourcePosition at) : RuleNode(operand.Type, at, 1 + operand.Cost)
{
    public RuleNode Operand => operand;

    public override int Binding => RuleBinding.Negate;

    public override decimal Number(RuleEvaluation e) => -operand.Number(e);

    public override void Write(RuleWriter writer) => writer.Text("−").Node(operand, RuleBinding.Power);
}

/// <summary>A plain number read as money: <c>money(x)</c>.</summary>
internal sealed class AsMoneyNode(RuleNode operand, SourcePosition at) : RuleNode(RuleType.Money, at, operand.Cost)
{
    public RuleNode Operand => operand;

    public override decimal Number(RuleEvaluation e) => operand.Number(e);

    public override void Write(RuleWriter writer) => writer.Text("money(").Node(operand, RuleBinding.Loose).Text(")");
}

/// <summary><c>round(x, mode to unit)</c>.</summary>
internal sealed class RoundNode(RuleType type, RuleNode operand, RuleRounding mode, decimal unit, SourcePosition at)
    : RuleNode(type, at, 3 + operand.Cost)
{
    public decimal Unit => unit;

    public RuleNode Operand => operand;

    public RuleRounding Mode => mode;

    public override decimal Number(RuleEvaluation e)
    {
        var value = operand.Number(e);
        e.At = At;
        return RuleMath.Round(value, mode, unit);
    }

    public override void Write(RuleWriter writer) =>
        writer.Text("round(").Node(operand, RuleBinding.Loose)
            .Text($", {mode.ToString().ToLowerInvariant()} to ").Value(RuleValue.OfNumber(unit)).Text(")");
}
