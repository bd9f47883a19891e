namespace Commonstead.Core;

/// <summary>Reads the name of a type: <c>money</c>, <c>choice(a, b)</c>, <c>list of { cost money }</c>.</summary>
internal static class RuleTypeText
{
    public static RuleType Type(TokenReader tokens)
    {
        var token = tokens.Expect(RuleTokenKind.Name, Expected);
        return token.Text switch
        {
            "money" => RuleType.Money,
            "rate" => RuleType.Rate,
            "number" => RuleType.Number,
            "whole" => RuleType.Whole,
            "date" => RuleType.Date,
            "yesno" => RuleType.YesNo,
            "area" => RuleType.Area,
            "choice" => Choice(tokens),
            "list" => List(tokens),
            _ => throw new RuleFault(RuleErrorCode.UnexpectedToken, token.At,
                $"found {token.Shown}; expected {Expected}"),
        };
    }

    private const string Expected =
        "a type: money, rate, number, whole, date, yesno, area, choice(…) or list of { … }";

    private static RuleType Choice(TokenReader tokens)
    {
        var options = new List<string>();
        tokens.Expect("(");
        do
            options.Add(Fresh(tokens.Expect(RuleTokenKind.Name, "the name of an option"), options));
        while (tokens.TryTake(","));
        tokens.Expect(")");
        return RuleType.Choice(options);
    }

    private static RuleType List(TokenReader tokens)
    {
        var fields = new List<RuleField>();
        tokens.Expect("of");
        tokens.Expect("{");
        do
        {
            var name = tokens.NewName("a field");
            Fresh(name, fields.Select(field => field.Name).Append("index"));
            var at = tokens.Current.At;
            var type = Type(tokens);
            if (type.Kind == RuleKind.List)
                throw new RuleFault(RuleErrorCode.TypeMismatch, at, "a field can't itself be a list");
            fields.Add(new RuleField(name.Text, type));
        }
        while (tokens.TryTake(","));
        tokens.Expect("}");
        return RuleType.List(fields);
    }

    private static string Fresh(RuleToken name, IEnumerable<string> taken) =>
        taken.Contains(name.Text, StringComparer.Ordinal)
            ? throw new RuleFault(RuleErrorCode.DuplicateName, name.At, $"“{name.Text}” stands here twice or is taken")
            : name.Text;
}
