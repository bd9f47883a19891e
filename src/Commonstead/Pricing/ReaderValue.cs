using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Web;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>
/// Writes the values of a working for a reader: money with its sign, rates in percent, dates in words.
/// </summary>
public static class ReaderValue
{
    /// <summary>The value as the trust's country writes it, and an area by its name where it is known.</summary>
    public static string ToReader(this RuleValue value, Currency currency, AreaNames? areas = null) => value.Kind switch
    {
        RuleKind.Money => Amount(value.Number, currency),
        RuleKind.Rate => value.Number.ToPercent(),
        RuleKind.Number or RuleKind.Whole => value.Number.ToString("#,0.############", CultureInfo.CurrentCulture),
        RuleKind.Date => value.Date.ToReader(),
        RuleKind.Area when areas is not null => areas.WithCode(value.Code),
        RuleKind.Choice => value.ToString().Replace('_', ' '),
        _ => value.ToString(),
    };

    /// <summary>
    /// As on a certificate, where amounts stand in one column: money to the currency's decimals, or to none where every
    /// amount of the column is whole; everything else as ever.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="currency">The currency of the document.</param>
    /// <param name="areas">What areas are called.</param>
    /// <param name="decimals">How many decimals the column has.</param>
    public static string OnPaper(this RuleValue value, Currency currency, AreaNames areas, int decimals) =>
        value.Kind == RuleKind.Money
            ? Amount(decimal.Round(value.Number, currency.Decimals), currency, decimals)
            : value.ToReader(currency, areas);

    /// <summary>The decimals that a column of values needs: none where every amount in it is whole.</summary>
    public static int DecimalsOf(this IEnumerable<RuleValue> column, Currency currency) =>
        column.Any(v => v.Kind == RuleKind.Money && decimal.Round(v.Number, currency.Decimals) % 1 != 0)
            ? currency.Decimals
            : 0;

    /// <summary>The period of a published figure in words: <c>2020-02</c> is February 2020.</summary>
    public static string PeriodToReader(this Figure figure) => DateOnly.TryParseExact(
        figure.Period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        ? month.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : figure.Period;

    // A step before rounding may have more decimals than the currency. Nobody pays them: the amount is shown as about
    // so much; the numbers put into the next step, and the export, have all of them.
    private static string Amount(decimal amount, Currency currency, int? decimals = null)
    {
        var rounded = decimal.Round(amount, currency.Decimals);
        var digits = decimal.Abs(rounded).ToString("N" + (decimals ?? currency.Decimals), CultureInfo.CurrentCulture);
        return (rounded == amount ? "" : "≈\u00a0") + (rounded < 0 ? "\u2212" : "") + currency.Symbol() + digits;
    }
}
