namespace Commonstead.Core;

/// <summary>Checks that a given's value is of the type its rule declares.</summary>
internal static class RuleGivenCheck
{
    /// <summary>The value as the rule uses it: a whole number serves as a plain number.</summary>
    public static RuleValue Fit(RuleGiven given, RuleValue value)
    {
        if (Fits(given.Type, value)) return value;
        if (given.Type.Kind == RuleKind.Number && value.Kind == RuleKind.Whole)
            return RuleValue.OfNumber(value.Number);
        throw new RuleFault(RuleErrorCode.WrongType, given.At,
            $"{given.Name} is {value.Kind.ToString().ToLowerInvariant()} {value}; expected {given.Type.Expectation}");
    }

    private static bool Fits(RuleType type, RuleValue value)
    {
        if (type.Kind != value.Kind) return false;
        return type.Kind switch
        {
            RuleKind.Whole => decimal.IsInteger(value.Number),
            RuleKind.Area => value.Code.Length > 0,
            RuleKind.Choice => type.Options.Contains(value.Code, StringComparer.Ordinal),
            RuleKind.List => FitRows(type, value.Rows),
            _ => true,
        };
    }

    private static bool FitRows(RuleType type, RuleRows rows)
    {
        if (rows.Count == 0) return true;
        if (!rows.Fields.SequenceEqual(type.Fields.Select(field => field.Name), StringComparer.Ordinal)) return false;
        for (var row = 0; row < rows.Count; row++)
            for (var field = 0; field < type.Fields.Count; field++)
                if (!Fits(type.Fields[field].Type, rows.At(row, field))) return false;
        return true;
    }
}
