namespace Commonstead.Core;

/// <summary>
/// Reads a value as defaults and examples write it: <c>200000</c>, <c>2.5%</c>, <c>[{cost: 6000}]</c>.
/// </summary>
internal static class RuleValueText
{
    /// <summary>The most rows a list may have, the same bound as for every fold.</summary>
    public const int MostRows = 1200;

    public static RuleValue Value(TokenReader tokens, RuleType type)
    {
        if (type.Kind == RuleKind.List) return RuleValue.OfRows(Rows(tokens, type));
        var at = tokens.Current.At;
        var negative = type.IsNumeric && tokens.TryTake("-");
        var token = tokens.Current;
        var value = Scalar(token, type, negative ? -token.Number : token.Number)
            ?? throw new RuleFault(RuleErrorCode.TypeMismatch, at, Mismatch(tokens, type));
        tokens.Take();
        return value;
    }

    // A code without its quotation marks falls into several tokens, of which the first alone would say nothing.
    private static string Mismatch(TokenReader tokens, RuleType type)
    {
        if (type.Kind != RuleKind.Area) return $"found {tokens.Current.Shown}; expected {type.Expectation}";
        var written = tokens.Unquoted();
        return written.Contains(':', StringComparison.Ordinal)
            ? $"found {written} without quotation marks; expected \"{written}\""
            : $"found {tokens.Current.Shown}; expected {type.Expectation}, in quotation marks";
    }

    private static RuleValue? Scalar(RuleToken token, RuleType type, decimal number) => (type.Kind, token.Kind) switch
    {
        (RuleKind.Money or RuleKind.Number, RuleTokenKind.Number) => RuleValue.OfNumeric(type.Kind, number),
        (RuleKind.Whole, RuleTokenKind.Number) when decimal.IsInteger(number) => RuleValue.OfNumeric(type.Kind, number),
        (RuleKind.Number, RuleTokenKind.Rate) => RuleValue.OfNumeric(type.Kind, number),
        (RuleKind.Rate, RuleTokenKind.Rate) => RuleValue.OfRate(number),

        // A bare 25 for a rate is more likely 25 % than 2,500 %: it is refused rather than guessed.
        (RuleKind.Rate, RuleTokenKind.Number) when number is >= -1 and <= 1 => RuleValue.OfRate(number),
        (RuleKind.Date, RuleTokenKind.Date) => RuleValue.OfDate(token.Date),
        (RuleKind.YesNo, RuleTokenKind.Name) when token.Is("yes") || token.Is("no") =>
            RuleValue.OfYesNo(token.Is("yes")),
        (RuleKind.Area, RuleTokenKind.Text) when token.Text.Length > 0 => RuleValue.OfArea(token.Text),
        (RuleKind.Choice, RuleTokenKind.Text or RuleTokenKind.Name) when type.Options.Contains(token.Text) =>
            RuleValue.OfChoice(token.Text),
        _ => null,
    };

    private static RuleRows Rows(TokenReader tokens, RuleType type)
    {
        var names = type.Fields.Select(field => field.Name).ToList();
        var rows = new List<RuleValue[]>();
        tokens.Expect("[");
        while (!tokens.Current.Is("]"))
        {
            if (rows.Count == MostRows)
                throw new RuleFault(RuleErrorCode.TooManyItems, tokens.Current.At,
                    $"a list has at most {MostRows} rows");
            if (rows.Count > 0) tokens.Expect(",");
            rows.Add(Row(tokens, type));
        }
        tokens.Expect("]");
        return new RuleRows(names, rows);
    }

    private static RuleValue[] Row(TokenReader tokens, RuleType type)
    {
        var row = new RuleValue?[type.Fields.Count];
        var at = tokens.Expect("{").At;
        do
        {
            var name = tokens.Current.Kind == RuleTokenKind.Text
                ? tokens.Take() : tokens.Expect(RuleTokenKind.Name, "the name of a field");
            var index = FieldIndex(type, name.Text);
            if (index < 0)
                throw new RuleFault(RuleErrorCode.UnknownName, name.At,
                    $"“{name.Text}” is not a field; expected {string.Join(", ", type.Fields.Select(f => f.Name))}");
            if (row[index] is not null)
                throw new RuleFault(RuleErrorCode.DuplicateName, name.At, $"“{name.Text}” stands here twice");
            tokens.Expect(":");
            row[index] = Value(tokens, type.Fields[index].Type);
        }
        while (tokens.TryTake(","));
        tokens.Expect("}");
        var missing = Array.IndexOf(row, null);
        return missing >= 0
            ? throw new RuleFault(RuleErrorCode.TypeMismatch, at, $"this row has no {type.Fields[missing].Name}")
            : Array.ConvertAll(row, value => value!.Value);
    }

    private static int FieldIndex(RuleType type, string name)
    {
        for (var i = 0; i < type.Fields.Count; i++)
            if (string.Equals(type.Fields[i].Name, name, StringComparison.Ordinal)) return i;
        return -1;
    }
}
