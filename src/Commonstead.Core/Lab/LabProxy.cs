using System.Globalization;

namespace Commonstead.Core;

/// <summary>What a proxy follows.</summary>
public enum ProxyBase
{
    /// <summary>Nothing: a steady rate.</summary>
    None,

    /// <summary>Consumer prices.</summary>
    Cpi,

    /// <summary>The median income.</summary>
    Incomes,

    /// <summary>Market prices of homes.</summary>
    Market,
}

/// <summary>
/// What stands in for figures nobody has, declared in words: <c>CPI + 0.5 %</c>, <c>6.5 %</c>,
/// <c>148900 in 2024, CPI + 0.5 %</c>. It is carried and printed wherever a result rests on it.
/// </summary>
/// <param name="Base">What it follows.</param>
/// <param name="Rate">What is added each year, as a fraction; of a mortgage rate that follows nothing, its
/// level.</param>
/// <param name="Level">The figure it begins from; null when it begins from the nearest published one.</param>
/// <param name="LevelYear">The year of that figure.</param>
public sealed record LabProxy(ProxyBase Base, decimal Rate, decimal? Level = null, int? LevelYear = null)
{
    private const decimal MostRate = 1m;

    /// <summary>The proxy as it was declared, in one form.</summary>
    public string Words
    {
        get
        {
            var begin = Level is { } level
                ? string.Create(CultureInfo.InvariantCulture, $"{level.WithoutEmptyDecimals()} in {LevelYear}, ") : "";
            var rate = Percent(Math.Abs(Rate));
            if (Base == ProxyBase.None) return $"{begin}{(Rate < 0 ? "−" : "")}{rate}";
            return begin + Name(Base) + (Rate == 0 ? "" : Rate < 0 ? $" − {rate}" : $" + {rate}");
        }
    }

    /// <summary>Reads a declaration; null when it is not understood.</summary>
    /// <param name="text">Such as <c>CPI + 0.5 %</c>, <c>incomes</c>, <c>6.5%</c>, <c>148900 in 2024, CPI + 0.5%</c>.
    /// </param>
    public static LabProxy? Parse(string text)
    {
        var comma = text.LastIndexOf(',');
        decimal? level = null;
        int? year = null;
        if (comma >= 0)
        {
            var parts = text[..comma].Split(" in ", StringSplitOptions.TrimEntries);
            if (parts.Length != 2) return null;
            level = Number(parts[0].Replace(",", "", StringComparison.Ordinal));
            if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)) return null;
            if (level is not > 0 || parsed is < LabBounds.FirstYear or > LabBounds.LastYear) return null;
            year = parsed;
        }

        var rest = text[(comma + 1)..].Trim();
        var followed = ProxyBase.None;
        foreach (var name in Enum.GetValues<ProxyBase>())
        {
            if (name == ProxyBase.None || !rest.StartsWith(Name(name), StringComparison.OrdinalIgnoreCase)) continue;
            followed = name;
            rest = rest[Name(name).Length..].Trim();
        }

        if (rest.Length == 0) return followed == ProxyBase.None ? null : new LabProxy(followed, 0, level, year);
        return RateOf(rest, followed != ProxyBase.None) is { } rate
            ? new LabProxy(followed, rate, level, year) : null;
    }

    /// <summary>A fraction as a percentage, for people.</summary>
    internal static string Percent(decimal rate) =>
        (rate * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static string Name(ProxyBase followed) => followed switch
    {
        ProxyBase.Cpi => "CPI",
        ProxyBase.Incomes => "incomes",
        ProxyBase.Market => "market",
        _ => "",
    };

    private static decimal? RateOf(string text, bool needsSign)
    {
        var sign = text[0] switch { '+' => 1, '-' or '−' => -1, _ => 0 };
        if (sign == 0 && needsSign) return null;
        var digits = (sign == 0 ? text : text[1..]).Trim();
        if (!digits.EndsWith('%')) return null;
        var rate = Number(digits[..^1].Trim()) / 100;
        return rate is >= 0 and <= MostRate ? (sign < 0 ? -rate : rate) : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
