using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>Every purchase and resale of a backtest as a file; each row says what it rests on.</summary>
internal static class BacktestCsv
{
    // The fee moves with consumer prices, to many decimals; nobody pays less than a cent of it.
    private const int Decimals = 2;

    private static readonly string[] _headings =
    [
        "rule", "rule_hash", "bought", "sold", "currency", "price_paid", "maximum_price", "refusal", "market_value",
        "sale_price", "principal_paid", "proceeds", "paid_in", "yearly_return", "subsidy_at_purchase",
        "subsidy_retained", "median_income", "affordable_at_50", "affordable_at_80", "affordable_at_100",
        "affordable_to_target", "mortgage_rate", "lease_fee", "area", "series", "affordability", "selling", "proxies",
        "notes",
    ];

    /// <summary>Writes it.</summary>
    public static IActionResult Of(BacktestResult result)
    {
        var years = result.Years.ToDictionary(y => y.Year);
        return Csv.File("backtest.csv", _headings, result.Sales.Select(s => Cells(result, s, years[s.Sold])));
    }

    private static IEnumerable<object?> Cells(BacktestResult result, BacktestSale sale, LabYear year)
    {
        var (rule, caption) = (result.Rules[sale.Rule], result.Caption);
        return
        [
            rule.Title, rule.Hash, sale.Bought, sale.Sold, caption.Currency, sale.PricePaid, sale.MaximumPrice,
            sale.Refusal, sale.MarketValue, sale.SalePrice, sale.PrincipalPaid, sale.Proceeds, sale.PaidIn,
            sale.YearlyReturn, sale.SubsidyAtPurchase, sale.SubsidyRetained, year.MedianIncome,
            .. year.Affordable.Cast<object>(), year.AffordableToTarget, year.MortgageRate,
            decimal.Round(year.LeaseFee, Decimals), caption.Area, string.Join("; ", caption.Series),
            caption.Affordability, caption.Selling, string.Join("; ", caption.Proxies),
            string.Join(" ", caption.Notes),
        ];
    }
}
