using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>Each year ahead under each rule as a file; each row says what it rests on.</summary>
internal static class FuturesCsv
{
    private static readonly string[] _headings =
    [
        "rule", "rule_hash", "year", "currency", .. Fan(""), "affordable", "affordable_so_far", "without_price",
        "subsidy_needed", .. Fan("market_"), .. Fan("affordable_to_target_"), "sellers_losing",
        .. Fan("seller_return_"), "paths", "seed", "area", "series", "affordability", "selling", "proxies", "notes",
    ];

    /// <summary>Writes it.</summary>
    public static IActionResult Of(FuturesResult result) => Csv.File(
        "futures.csv", _headings,
        result.Rules.SelectMany(rule => rule.ByYear.Select(year => Cells(result, rule, year))));

    private static IEnumerable<object?> Cells(FuturesResult result, RuleFutures rule, RuleYear year)
    {
        var caption = result.Caption;
        return
        [
            rule.Rule.Title, rule.Rule.Hash, year.Year, caption.Currency, .. Fan(year.MaximumPrice), year.Affordable,
            year.AffordableSoFar, year.WithoutPrice, year.SubsidyNeeded, .. Fan(result.Market[year.Year]),
            .. Fan(result.AffordableToTarget[year.Year]), rule.Sellers.Losing, .. Fan(rule.Sellers.YearlyReturn),
            result.Paths, result.Seed, caption.Area, string.Join("; ", caption.Series), caption.Affordability,
            caption.Selling, string.Join("; ", caption.Proxies), string.Join(" ", caption.Notes),
        ];
    }

    private static IEnumerable<string> Fan(string of) =>
        [of + "p5", of + "p25", of + "p50", of + "p75", of + "p95"];

    private static IEnumerable<object?> Fan(FanPoint of) => [of.P5, of.P25, of.P50, of.P75, of.P95];
}
