using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Lab;

/// <summary>The trust's homes as a file: as they are today, and what may become of them.</summary>
internal static class PortfolioCsv
{
    private static readonly string[] _headings =
    [
        "lease", "home", "rule", "currency", "maximum_price", "refusal", "market_value", "affordable_to_target",
        "mortgage_rate", "lease_fee", "missing",
    ];

    /// <summary>Writes it.</summary>
    public static IActionResult Of(PortfolioView view, PortfolioAhead ahead, FuturesQuestion question)
    {
        var marks = ahead.Homes.Count == 0 ? [] : PortfolioAhead.Marks(question.Years);
        var futures = ahead.Homes.ToDictionary(h => h.Home.Lease.Id);
        return Csv.File(
            "homes.csv",
            [
                .. _headings, "futures_begin", "not_computed", .. marks.SelectMany(y => (string[])
                [
                    $"maximum_price_p50_year_{y}", $"affordable_year_{y}", $"without_price_year_{y}",
                    $"subsidy_needed_year_{y}",
                ]),
                "affordability", "movements", "proxies",
            ],
            view.Homes.Select(home => Cells(
                view, home, futures.GetValueOrDefault(home.Lease.Id), marks, question.Movements)));
    }

    private static IEnumerable<object?> Cells(
        PortfolioView view, HomeAtRisk home, HomeAhead? ahead, IReadOnlyList<int> marks, LabMovements? movements) =>
    [
        home.Lease.Number, home.Lease.Home.Address, home.Rule?.Title, home.Affordable.Currency.Code,
        home.Price.IsDone ? home.Price.Value : null, home.Price.IsDone ? null : home.Price.Refusals[0].Code,
        home.Market, home.Affordable, view.Rate, home.Fee, home.Missing,
        ahead?.Futures is null ? null : ahead.FirstYear, ahead?.Fault,
        .. marks.Select(year => ahead?.Futures?.At(year)).SelectMany(at => (object?[])
            [at?.MaximumPrice.P50, at?.Affordable, at?.WithoutPrice, at?.SubsidyNeeded]),
        view.Household, movements?.Words, string.Join("; ", view.Place.Proxies),
    ];
}
