namespace Commonstead.Core;

/// <summary>The words of the language, which can't be names.</summary>
internal static class RuleWords
{
    public const string AsOf = "as_of";

    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "language", "currency", "given", "series", "table", "require", "if", "then", "else", "and", "or", "not", "in",
        "where", "over", "on", "of", "by", "to", "as", "yes", "no", AsOf, "sum", "product", "least", "greatest",
        "carry", "years", "months", "round", "nearest", "even", "up", "down", "min", "max", "clamp", "abs", "root",
        "money", "rate", "number", "whole", "date", "yesno", "area", "choice", "list", "whole_years", "whole_months",
        "add_years", "add_months", "days", "change", "present_value", "balance", "error",
    };
}
