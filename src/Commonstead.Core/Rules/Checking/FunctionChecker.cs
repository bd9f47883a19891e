namespace Commonstead.Core;

/// <summary>Checks the functions of the language: how many values each takes and of which types.</summary>
internal sealed class FunctionChecker(ExpressionChecker expressions)
{
    public RuleNode Call(CallSyntax call) => call.Name.Text switch
    {
        "min" or "max" => Extreme(call),
        "clamp" => Clamp(call),
        "abs" => Absolute(call),
        "root" => Root(call),
        "money" => AsMoney(call),
        "whole_years" => Span(call, RuleSpan.Years),
        "whole_months" => Span(call, RuleSpan.Months),
        "days" => Span(call, RuleSpan.Days),
        "add_years" => Later(call, RuleSpan.Years),
        "add_months" => Later(call, RuleSpan.Months),
        "change" => Change(call),
        "present_value" => PresentValue(call),
        "balance" => Balance(call),
        _ => throw new RuleFault(RuleErrorCode.UnknownFunction, call.At,
            $"“{call.Name.Text}” is not a function; expected min, max, clamp, abs, root, round, money, "
            + "whole_years, whole_months, "
            + "days, add_years, add_months, change, present_value or balance"),
    };

    private RuleNode[] Arguments(CallSyntax call, string form, int count, int? most = null)
    {
        var given = call.Arguments.Count;
        if (given < count || given > (most ?? count))
            throw new RuleFault(RuleErrorCode.WrongArgumentCount, call.At,
                $"{call.Name.Text} has {given} values here; expected {call.Name.Text}({form})");
        return [.. call.Arguments.Select(expressions.Check)];
    }

    private ExtremeNode Extreme(CallSyntax call)
    {
        const int MostValues = 50;
        var arguments = Arguments(call, "a, b, …", 2, MostValues);
        var type = RuleTyping.Common(arguments);
        return type.IsNumeric || type.Kind == RuleKind.Date
            ? new ExtremeNode(call.Name.Is("max"), type, arguments, call.At)
            : throw RuleTyping.Mismatch(arguments[0], "numbers or dates");
    }

    private ClampNode Clamp(CallSyntax call)
    {
        var arguments = Arguments(call, "value, low, high", 3);
        var type = RuleTyping.Common(arguments);
        RuleTyping.NumericOnly(arguments[0]);
        return new ClampNode(type, arguments, call.At);
    }

    private AbsoluteNode Absolute(CallSyntax call)
    {
        var arguments = Arguments(call, "value", 1);
        RuleTyping.NumericOnly(arguments[0]);
        return new AbsoluteNode(arguments[0].Type, arguments, call.At);
    }

    private RootNode Root(CallSyntax call)
    {
        var arguments = Arguments(call, "value, degree", 2);
        RuleTyping.ScalarOnly(arguments[0]);
        RuleTyping.Only(arguments[1], RuleType.Whole);
        return new RootNode(arguments, call.At);
    }

    private AsMoneyNode AsMoney(CallSyntax call)
    {
        var arguments = Arguments(call, "number", 1);
        RuleTyping.ScalarOnly(arguments[0]);
        return new AsMoneyNode(arguments[0], call.At);
    }

    private SpanNode Span(CallSyntax call, RuleSpan span)
    {
        var arguments = Arguments(call, "from, to", 2);
        foreach (var argument in arguments) RuleTyping.Only(argument, RuleType.Date);
        return new SpanNode(call.Name.Text, span, arguments, call.At);
    }

    private LaterNode Later(CallSyntax call, RuleSpan span)
    {
        var arguments = Arguments(call, "date, count", 2);
        RuleTyping.Only(arguments[0], RuleType.Date);
        RuleTyping.Only(arguments[1], RuleType.Whole);
        return new LaterNode(call.Name.Text, span, arguments, call.At);
    }

    private ChangeNode Change(CallSyntax call)
    {
        const string Form = "change(series [of area], from, to)";
        if (call.Arguments.Count != 3)
            throw new RuleFault(RuleErrorCode.WrongArgumentCount, call.At,
                $"change has {call.Arguments.Count} values here; expected {Form}");
        var (name, area) = call.Arguments[0] switch
        {
            NameSyntax plain => (plain.Name, null),
            SeriesSyntax { Date: null } ofArea => (ofArea.Series, ofArea.Area),
            var other => throw new RuleFault(RuleErrorCode.TypeMismatch, other.At,
                $"expected a series without a date, as in {Form}"),
        };
        var (series, areaNode) = expressions.SeriesOf(name, area);
        var from = expressions.Date(call.Arguments[1]);
        var to = expressions.Date(call.Arguments[2]);
        return new ChangeNode(series, areaNode, from, to, call.At);
    }

    private PresentValueNode PresentValue(CallSyntax call)
    {
        var arguments = Arguments(call, "payment, rate per period, periods", 3);
        RuleTyping.NumericOnly(arguments[0]);
        RuleTyping.ScalarOnly(arguments[1]);
        RuleTyping.Only(arguments[2], RuleType.Whole);
        return new PresentValueNode(Scaled(arguments[0]), arguments, call.At);
    }

    private BalanceNode Balance(CallSyntax call)
    {
        var arguments = Arguments(call, "loan, rate per period, periods, periods paid", 4);
        RuleTyping.NumericOnly(arguments[0]);
        RuleTyping.ScalarOnly(arguments[1]);
        RuleTyping.Only(arguments[2], RuleType.Whole);
        RuleTyping.Only(arguments[3], RuleType.Whole);
        return new BalanceNode(Scaled(arguments[0]), arguments, call.At);
    }

    private static RuleType Scaled(RuleNode amount) =>
        amount.Type.Kind == RuleKind.Money ? RuleType.Money : RuleType.Number;
}
