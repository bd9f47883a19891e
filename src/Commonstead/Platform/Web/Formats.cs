using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Commonstead.Core;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>Writes money and dates the way the trust's country does, and unmistakably: months are words.</summary>
public static class Formats
{
    private static readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal)
    {
        ["USD"] = "$",
        ["GBP"] = "£",
        ["EUR"] = "€",
        ["CAD"] = "CA$",
        ["AUD"] = "A$",
        ["NZD"] = "NZ$",
        ["JPY"] = "¥",
        ["INR"] = "₹",
        ["ZAR"] = "R",
    };

    /// <summary>The sign put before an amount: <c>$</c>, <c>£</c>, or the code with a space.</summary>
    public static string Symbol(this Currency currency) =>
        _symbols.TryGetValue(currency.Code, out var symbol) ? symbol : currency.Code + "\u00a0";

    /// <summary>An amount with its sign: <c>$175,000.00</c>; a negative one with a real minus sign.</summary>
    public static string ToReader(this Money money, CultureInfo? culture = null)
    {
        var format = "N" + money.Currency.Decimals;
        var digits = Math.Abs(money.Amount).ToString(format, culture ?? CultureInfo.CurrentCulture);
        return (money.Minor < 0 ? "\u2212" : "") + money.Currency.Symbol() + digits;
    }

    /// <summary>A share of the whole in percent: 0.025 is <c>2.5%</c>; six decimals at most are shown.</summary>
    public static string ToPercent(this decimal share, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentCulture;
        var digits = decimal.Abs(share * 100).ToString("#,0.######", culture);
        return (share < 0 ? "\u2212" : "") + string.Format(culture, Pattern(culture), digits);
    }

    // Where a space goes before the sign it is one that does not break, as in German or French.
    private static string Pattern(CultureInfo culture) => culture.NumberFormat.PercentPositivePattern switch
    {
        0 => "{0}\u00a0%",
        2 => "%{0}",
        3 => "%\u00a0{0}",
        _ => "{0}%",
    };

    /// <summary>A date in words: <c>June 2, 2026</c> where months come first, else <c>2 June 2026</c>.</summary>
    public static string ToReader(this DateOnly date, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentCulture;
        var monthFirst = culture.DateTimeFormat.ShortDatePattern.StartsWith('M');
        return date.ToString(monthFirst ? "MMMM d, yyyy" : "d MMMM yyyy", culture);
    }

    /// <summary>An instant in the trust's time zone: <c>June 2, 2026, 2:05 PM</c>.</summary>
    public static string ToReader(this DateTime instant, TimeZoneInfo zone, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentCulture;
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), zone);
        return DateOnly.FromDateTime(local).ToReader(culture) + ", " + local.ToString("t", culture);
    }

    /// <summary>A deadline in words: <c>45 calendar days, or the next business day</c>.</summary>
    public static string ToReader(this Deadline deadline, IStringLocalizer words)
    {
        var count = new Deadline(deadline.Count, deadline.Unit, DeadlineRoll.None, deadline.IsBefore).ToString();
        return deadline.Roll switch
        {
            DeadlineRoll.Next => words["{0}, or the next business day", count],
            DeadlineRoll.Previous => words["{0}, or the business day before", count],
            _ => count,
        };
    }

    /// <summary>Reads an amount as people type it: <c>$1,234.50</c>, <c>1234.5</c>, <c>£ 1,234</c>.</summary>
    /// <returns>False for anything else, more decimals than the currency has, or more than 15 digits.</returns>
    public static bool TryReadMoney(string? text, Currency currency, CultureInfo culture, out Money money)
    {
        money = Money.Zero(currency);
        var bare = (text ?? "").Trim();
        foreach (var sign in new[] { currency.Symbol().Trim(), currency.Code })
        {
            if (bare.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) bare = bare[sign.Length..].Trim();
        }

        const NumberStyles styles =
            NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(bare, styles, culture, out var amount)) return false;
        if (Math.Abs(amount) >= 1_000_000_000_000_000m) return false;
        if (decimal.Round(amount, currency.Decimals) != amount) return false;
        money = Money.Of(amount, currency);
        return true;
    }

    /// <summary>
    /// A choice's English label, the key of its translation: its <see cref="DisplayAttribute"/>, else its name.
    /// </summary>
    public static string ToReader(this Enum choice) =>
        choice.GetType().GetField(choice.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName()
            ?? choice.ToString();
}
