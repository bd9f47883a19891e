using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>Each year ahead under each rule as a file; each row says what it rests on.</summary>
internal static class FuturesCsv
{
    private static readonly string[] _headings =
    [
        "rule", "rule_hash", "year", "currency", "p5", "p25", "p50", "p75", "p95", "affordable", "affordable_so_far",
        "without_price", "subsidy_needed", "market_p50", "affordable_to_target_p50", "sellers_losing",
        "seller_return_p50", "paths", "seed", "area", "series", "affordability", "selling", "proxies", "notes",
    ];

    /// <summary>Writes it.</summary>
    public static IActionResult Of(FuturesResult result) => Csv.File(
        "futures.csv", _headings,
        result.Rules.SelectMany(rule => rule.ByYear.Select(year => Cells(result, rule, year))));

    private static IEnumerable<object?> Cells(FuturesResult result, RuleFutures rule, RuleYear year)
    {
        var (caption, price) = (result.Caption, year.MaximumPrice);
        return
        [
            rule.Rule.Title, rule.Rule.Hash, year.Year, caption.Currency, price.P5, price.P25, price.P50, price.P75,
            price.P95, year.Affordable, year.AffordableSoFar, year.WithoutPrice, year.SubsidyNeeded,
            result.Market[year.Year].P50, result.AffordableToTarget[year.Year].P50, rule.Sellers.Losing,
            rule.Sellers.YearlyReturn.P50, result.Paths, result.Seed, caption.Area,
            string.Join("; ", caption.Series), caption.Affordability, caption.Selling,
            string.Join("; ", caption.Proxies), string.Join(" ", caption.Notes),
        ];
    }
}
