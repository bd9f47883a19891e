namespace Commonstead.Core;

/// <summary>A function of a few values, written <c>name(a, b)</c>.</summary>
internal abstract class FunctionNode(string name, RuleType type, RuleNode[] arguments, SourcePosition at, long cost = 1)
    : RuleNode(type, at, cost + arguments.Sum(argument => argument.Cost))
{
    public RuleNode[] Arguments { get; } = arguments;

    public override void Write(RuleWriter writer)
    {
        writer.Text(name).Text("(");
        for (var i = 0; i < Arguments.Length; i++)
            writer.Text(i == 0 ? "" : ", ").Node(Arguments[i], RuleBinding.Loose);
        writer.Text(")");
    }

    /// <summary>A count between two bounds, such as a number of payments.</summary>
    protected int Count(RuleEvaluation e, int argument, int least, int most)
    {
        var count = Arguments[argument].Number(e);
        return count >= least && count <= most
            ? (int)count
            : throw Fault(RuleErrorCode.InvalidArgument,
                $"{name} takes a whole number from {least} to {most} here, not {count:0.##}");
    }
}

/// <summary><c>min</c> and <c>max</c> of numbers or dates.</summary>
internal sealed class ExtremeNode(bool isMax, RuleType type, RuleNode[] arguments, SourcePosition at)
    : FunctionNode(isMax ? "max" : "min", type, arguments, at)
{
    public bool IsMax => isMax;

    public override decimal Number(RuleEvaluation e)
    {
        var best = Arguments[0].Number(e);
        for (var i = 1; i < Arguments.Length; i++)
        {
            var next = Arguments[i].Number(e);
            if (isMax ? next > best : next < best) best = next;
        }
        return best;
    }

    public override int Day(RuleEvaluation e)
    {
        var best = Arguments[0].Day(e);
        for (var i = 1; i < Arguments.Length; i++)
            best = isMax ? Math.Max(best, Arguments[i].Day(e)) : Math.Min(best, Arguments[i].Day(e));
        return best;
    }
}

/// <summary><c>clamp(x, low, high)</c>.</summary>
internal sealed class ClampNode(RuleType type, RuleNode[] arguments, SourcePosition at)
    : FunctionNode("clamp", type, arguments, at)
{
    public override decimal Number(RuleEvaluation e)
    {
        var value = Arguments[0].Number(e);
        var low = Arguments[1].Number(e);
        var high = Arguments[2].Number(e);
        if (low > high)
            throw Fault(RuleErrorCode.InvalidArgument, "the lower bound of clamp is above the upper bound");
        return value < low ? low : value > high ? high : value;
    }
}

/// <summary><c>abs(x)</c>.</summary>
internal sealed class AbsoluteNode(RuleType type, RuleNode[] arguments, SourcePosition at)
    : FunctionNode("abs", type, arguments, at)
{
    public override decimal Number(RuleEvaluation e) => Math.Abs(Arguments[0].Number(e));
}

/// <summary><c>root(x, degree)</c>.</summary>
internal sealed class RootNode(RuleNode[] arguments, SourcePosition at)
    : FunctionNode("root", RuleType.Number, arguments, at, cost: 1000)
{
    public override decimal Number(RuleEvaluation e)
    {
        var value = Arguments[0].Number(e);
        if (value < 0) throw Fault(RuleErrorCode.InvalidArgument, "a number below zero has no root here");
        return RuleMath.Root(value, Count(e, 1, 1, RuleMath.MostPeriods));
    }
}

/// <summary><c>present_value(payment, rate, periods)</c>.</summary>
internal sealed class PresentValueNode(RuleType type, RuleNode[] arguments, SourcePosition at)
    : FunctionNode("present_value", type, arguments, at, cost: 1500)
{
    public override decimal Number(RuleEvaluation e)
    {
        var payment = Arguments[0].Number(e);
        var rate = Arguments[1].Number(e);
        var periods = Count(e, 2, 0, RuleMath.MostPeriods);
        if (rate <= -1) throw Fault(RuleErrorCode.InvalidArgument, "the rate of present_value is above -100%");
        e.At = At;
        return RuleMath.PresentValue(payment, rate, periods);
    }
}

/// <summary><c>balance(loan, rate, periods, paid)</c>.</summary>
internal sealed class BalanceNode(RuleType type, RuleNode[] arguments, SourcePosition at)
    : FunctionNode("balance", type, arguments, at, cost: 3000)
{
    public override decimal Number(RuleEvaluation e)
    {
        var loan = Arguments[0].Number(e);
        var rate = Arguments[1].Number(e);
        var periods = Count(e, 2, 1, RuleMath.MostPeriods);
        var paid = Count(e, 3, 0, periods);
        if (rate is < 0 or > 1)
            throw Fault(RuleErrorCode.InvalidArgument, "the rate of balance is between 0% and 100% a period");
        e.At = At;
        return RuleMath.Balance(loan, rate, periods, paid);
    }
}

/// <summary>How far apart two dates are.</summary>
internal enum RuleSpan
{
    Days,
    Months,
    Years,
}

/// <summary><c>days</c>, <c>whole_months</c>, <c>whole_years</c> from one date to another.</summary>
internal sealed class SpanNode(string name, RuleSpan span, RuleNode[] arguments, SourcePosition at)
    : FunctionNode(name, RuleType.Whole, arguments, at, cost: 2)
{
    public RuleSpan Span => span;

    public override decimal Number(RuleEvaluation e)
    {
        var from = Arguments[0].Day(e);
        var to = Arguments[1].Day(e);
        if (span == RuleSpan.Days) return to - from;
        var first = DateOnly.FromDayNumber(from);
        var last = DateOnly.FromDayNumber(to);
        return span == RuleSpan.Years ? CalendarMath.WholeYears(first, last) : CalendarMath.WholeMonths(first, last);
    }
}

/// <summary><c>add_years</c> and <c>add_months</c>.</summary>
internal sealed class LaterNode(string name, RuleSpan span, RuleNode[] arguments, SourcePosition at)
    : FunctionNode(name, RuleType.Date, arguments, at, cost: 2)
{
    public const int MostMonths = 120_000;

    public RuleSpan Span => span;

    public override int Day(RuleEvaluation e)
    {
        var date = DateOnly.FromDayNumber(Arguments[0].Day(e));
        var months = Count(e, 1, -MostMonths, MostMonths) * (span == RuleSpan.Years ? 12 : 1);
        var month = date.Year * 12 + date.Month - 1 + months;
        if (month < 12 || month >= 10_000 * 12)
            throw Fault(RuleErrorCode.Overflow, "this date would be outside the years 1 to 9999");
        return CalendarMath.AddMonths(date, months).DayNumber;
    }
}
