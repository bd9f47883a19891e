using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>Says in sentences what a backtest came to; every figure in them is computed from its resales.</summary>
internal static class BacktestFindings
{
    public static IEnumerable<Sentence> Of(BacktestView view)
    {
        foreach (var rule in view.Rules)
        {
            var kept = rule.Resales == 0
                ? new Sentence("“{0}” named no price for any resale.", rule.Rule.Title)
                : rule.PricedOut == 0
                    ? new Sentence(
                        "Under “{0}” the home never cost more than the household it is meant for could pay; "
                        + "sellers lost money in {1} of {2} resales.", rule.Rule.Title, rule.Losses, rule.Resales)
                    : new Sentence(
                        "Under “{0}” the home cost more than the household it is meant for could pay in {1} of "
                        + "{2} resales; sellers lost money in {3}.",
                        rule.Rule.Title, rule.PricedOut, rule.Resales, rule.Losses);
            yield return rule.Dearest is var (sale, affordable)
                ? new Sentence(
                    "{0} At the worst, bought in {1} and sold in {2}, it cost {3}, where that household could pay {4}.",
                    kept, sale.Bought.ToText(), sale.Sold.ToText(), view.Whole(sale.SalePrice!.Value),
                    view.Whole(affordable))
                : kept;
        }

        foreach (var one in Ranking(view)) yield return one;
    }

    private static IEnumerable<Sentence> Ranking(BacktestView view)
    {
        var compared = view.Rules.Where(r => r.Resales > 0).ToList();
        if (compared.Count < 2) yield break;
        var kept = compared.MinBy(r => (decimal)r.PricedOut / r.Resales)!;
        var earned = compared.MaxBy(r => r.UsualReturn)!;
        yield return kept == earned
            ? new Sentence(
                "Of these rules “{0}” kept the home affordable most often, and gave sellers the highest usual return.",
                kept.Rule.Title)
            : new Sentence(
                "Of these rules “{0}” kept the home affordable most often; “{1}” gave sellers the highest usual "
                + "return.",
                kept.Rule.Title, earned.Rule.Title);
    }

    // A year is not a number with a thousands separator.
    private static string ToText(this int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
