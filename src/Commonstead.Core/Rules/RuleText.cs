using System.Globalization;

namespace Commonstead.Core;

/// <summary>Writes values the way a working shows them to people.</summary>
public static class RuleText
{
    /// <summary>
    /// The value in words and digits: money with its currency's decimals and up to four more where a step is not
    /// rounded,
    /// rates as percentages, numbers with up to ten decimals.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="currency">The currency of the document, which decides the decimals of money.</param>
    /// <param name="culture">How numbers are written; the invariant culture when null.</param>
    public static string Show(RuleValue value, Currency currency, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.InvariantCulture;
        return value.Kind switch
        {
            RuleKind.Money => value.Number.ToString("#,0" + Decimals(currency.Decimals), culture),
            RuleKind.Rate when decimal.Abs(value.Number) < 1_000_000 =>
                (value.Number * 100).ToString("#,0.######", culture) + "%",
            RuleKind.Number or RuleKind.Rate => value.Number.ToString("#,0.##########", culture),
            RuleKind.Whole => value.Number.ToString("#,0", culture),
            _ => value.ToString(),
        };
    }

    private static string Decimals(int always) => "." + new string('0', always) + "####";
}
