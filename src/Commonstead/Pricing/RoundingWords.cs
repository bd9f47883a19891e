using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Pricing;

/// <summary>Writes how something is rounded: <c>down to 1</c> is “rounded down to whole dollars”.</summary>
internal static class RoundingWords
{
    // One, several, and a hundredth of it; other currencies are named by their sign.
    private static readonly Dictionary<string, (string One, string Many, string Coin, string Coins)> _named =
        new(StringComparer.Ordinal)
        {
            ["USD"] = ("dollar", "dollars", "cent", "cents"),
            ["CAD"] = ("dollar", "dollars", "cent", "cents"),
            ["AUD"] = ("dollar", "dollars", "cent", "cents"),
            ["NZD"] = ("dollar", "dollars", "cent", "cents"),
            ["GBP"] = ("pound", "pounds", "penny", "pence"),
            ["EUR"] = ("euro", "euros", "cent", "cents"),
        };

    /// <summary>The mode and its unit in words.</summary>
    /// <param name="mode">As the rule writes it: <c>down</c>.</param>
    /// <param name="unit">The same, <c>0.01</c> or <c>1_000</c>; empty for none.</param>
    /// <param name="amount">The currency of what is rounded; null for a number, or where it is not known.</param>
    public static string Of(string mode, string unit, Currency? amount)
    {
        var (one, many) = Unit(unit.Length == 0 ? 1 : decimal.Parse(
            unit.Replace("_", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture), amount);
        return mode switch
        {
            "down" => $"rounded down to {many}",
            "up" => $"rounded up to {many}",
            "nearest" => $"rounded to the nearest {one}, halves away from zero",
            _ => $"rounded to the nearest {one}, halves to the even one",
        };
    }

    private static (string One, string Many) Unit(decimal unit, Currency? amount)
    {
        if (amount is not { } currency)
        {
            return unit == 1
                ? ("whole number", "a whole number") : ($"multiple of {Plain(unit)}", $"a multiple of {Plain(unit)}");
        }

        var of = $"{currency.Symbol()}{Plain(unit)}";
        if (!_named.TryGetValue(currency.Code, out var words)) return (of, $"a multiple of {of}");
        return unit switch
        {
            1 => (words.One, $"whole {words.Many}"),
            0.01m => (words.Coin, $"whole {words.Coins}"),
            _ => (of, $"a multiple of {of}"),
        };
    }

    private static string Plain(decimal unit) => unit.ToString("#,0.############", CultureInfo.InvariantCulture);
}
