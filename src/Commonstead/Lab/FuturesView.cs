using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>Possible futures as their page shows them.</summary>
/// <param name="Result">What was computed.</param>
/// <param name="Target">The share of the median that the home is meant for, in percent.</param>
/// <param name="IsOfPast">True when the years are drawn from the past, and not from movements stated.</param>
/// <param name="IsPublic">True on a page that carries the rules' texts itself.</param>
public sealed record FuturesView(FuturesResult Result, decimal Target, bool IsOfPast, bool IsPublic = false)
{
    // Findings are told for this year, which most people of today will see.
    private const int Told = 20;

    private Currency Currency => Currency.Parse(Result.Caption.Currency);

    /// <summary>The years that the chance of staying affordable is told for.</summary>
    public IReadOnlyList<int> Marks => PortfolioAhead.Marks(Result.Years);

    /// <summary>
    /// That the past is too short for the horizon, for every chart; null when it is long enough, or is not drawn from.
    /// </summary>
    public Sentence? ShortPast => StudyText.ShortPast(IsOfPast ? Result.PastYears : null, Result.Years);

    /// <summary>What came out, in sentences made from the figures.</summary>
    public IEnumerable<Sentence> Findings => Result.Rules.SelectMany(rule => (Sentence[])[Kept(rule), Sold(rule)]);

    /// <summary>True when a rule names no price in some year of some future.</summary>
    public static bool IsWithoutPrice(RuleFutures rule) => rule.ByYear.Any(y => y.WithoutPrice > 0);

    /// <summary>The currency's sign.</summary>
    public string Sign => Currency.Symbol();

    /// <summary>An amount for readers, in whole units.</summary>
    public string Whole(decimal? amount) => amount is { } one ? StudyText.Whole(one, Currency) : "–";

    private Sentence Kept(RuleFutures rule)
    {
        var by = Math.Min(Result.Years, Told);
        var at = rule.At(by)!;
        var (title, percent, lost) = (rule.Rule.Title, StudyText.Stated(Target), 1 - at.AffordableSoFar);
        if (lost == 0)
        {
            return new Sentence(
                "Under “{0}” a household at {1} of the median could pay in every year to year {2}, in every future.",
                title, percent, by);
        }

        var dear = StudyText.Percent(Math.Max(0, 1 - at.Affordable - at.WithoutPrice));
        return rule.ByYear.Take(by).Any(y => y.WithoutPrice > 0)
            ? new Sentence(
                "In {0} of futures the home does not stay affordable under “{1}” through the first {2} years: the rule "
                + "asks more than a household at {3} of the median can pay, or names no price, and nobody can sell. "
                + "In year {2} itself it asks more in {4}, and names no price in {5}.",
                StudyText.Percent(lost), title, by, percent, dear, StudyText.Percent(at.WithoutPrice))
            : new Sentence(
                "In {0} of futures “{1}” asks more than a household at {2} of the median can pay in at least one of "
                + "the first {3} years; in year {3} itself it does in {4}.",
                StudyText.Percent(lost), title, percent, by, dear);
    }

    private static Sentence Sold(RuleFutures rule) => rule.Sellers is { YearlyReturn.P50: { } usual } sellers
        ? new Sentence(
            "Under it {0} of sellers get back less than they paid in, and the usual return is {1} a year.",
            StudyText.Percent(sellers.Losing), StudyText.Percent(usual))
        : new Sentence("Under it nobody sells.");
}
