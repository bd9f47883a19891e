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
        var kept = Best(compared, r => -(decimal)r.PricedOut / r.Resales);
        var earned = Best(compared, r => r.UsualReturn ?? -1);
        yield return kept.Count == compared.Count
            ? new Sentence("All of these rules kept the home affordable equally often.")
            : new Sentence("Of these rules {0} kept the home affordable most often.", Titles(kept));
        yield return earned.Count == compared.Count
            ? new Sentence("All of these rules gave sellers the same usual return.")
            : new Sentence("Of these rules {0} gave sellers the highest usual return.", Titles(earned));
    }

    // All that share the first place: none of them is better than the others.
    private static List<RuleOfPast> Best(List<RuleOfPast> rules, Func<RuleOfPast, decimal> score)
    {
        var best = rules.Max(score);
        return rules.FindAll(r => score(r) == best);
    }

    private static Sentence Titles(List<RuleOfPast> rules) => rules.Count == 1
        ? new Sentence("“{0}”", rules[0].Rule.Title)
        : new Sentence("{0} and “{1}”", string.Join(", ", rules.SkipLast(1).Select(r => $"“{r.Rule.Title}”")),
            rules[^1].Rule.Title);

    // A year is not a number with a thousands separator.
    private static string ToText(this int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
