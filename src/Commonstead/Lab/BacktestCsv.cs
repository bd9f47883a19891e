using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>Every purchase and resale of a backtest as a file; each row says what it rests on.</summary>
internal sealed class BacktestCsv(BacktestResult result) : IActionResult
{
    private static readonly string[] _headings =
    [
        "rule", "rule_hash", "bought", "sold", "currency", "price_paid", "maximum_price", "refusal", "market_value",
        "sale_price", "principal_paid", "proceeds", "paid_in", "yearly_return", "subsidy_at_purchase",
        "subsidy_retained", "median_income", "affordable_at_50", "affordable_at_80", "affordable_at_100",
        "affordable_to_target", "affordability", "selling", "proxies",
    ];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition =
            new System.Net.Mime.ContentDisposition { FileName = "backtest.csv", Inline = false }.ToString();
        var years = result.Years.ToDictionary(y => y.Year);
        await using var writer = Csv.Writer(http.Response.Body);
        await writer.WriteRecordAsync(_headings, http.RequestAborted);
        foreach (var sale in result.Sales)
            await writer.WriteRecordAsync([.. Cells(sale, years[sale.Sold]).Select(Csv.Text)], http.RequestAborted);
        await writer.FlushAsync(http.RequestAborted);
    }

    private IEnumerable<object?> Cells(BacktestSale sale, LabYear year)
    {
        var (rule, caption) = (result.Rules[sale.Rule], result.Caption);
        return
        [
            rule.Title, rule.Hash, sale.Bought, sale.Sold, caption.Currency, sale.PricePaid, sale.MaximumPrice,
            sale.Refusal, sale.MarketValue, sale.SalePrice, sale.PrincipalPaid, sale.Proceeds, sale.PaidIn,
            sale.YearlyReturn, sale.SubsidyAtPurchase, sale.SubsidyRetained, year.MedianIncome,
            .. year.Affordable.Cast<object>(), year.AffordableToTarget, caption.Affordability, caption.Selling,
            string.Join("; ", caption.Proxies),
        ];
    }
}
