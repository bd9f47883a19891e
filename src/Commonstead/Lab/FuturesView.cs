using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>Possible futures as their page shows them.</summary>
/// <param name="Result">What was computed.</param>
/// <param name="Target">The share of the median that the home is meant for, in percent.</param>
/// <param name="IsPublic">True on a page that carries the rules' texts itself.</param>
public sealed record FuturesView(FuturesResult Result, decimal Target, bool IsPublic = false)
{
    private static readonly int[] _marks = [10, 30, 99];

    private Currency Currency => Currency.Parse(Result.Caption.Currency);

    /// <summary>The years that the chance of staying affordable is told for: 10, 30, 99, as far as it goes.</summary>
    public IReadOnlyList<int> Marks => [.. _marks.Where(y => y < Result.Years).Append(Result.Years).Distinct()];

    /// <summary>What came out, in sentences made from the figures.</summary>
    public IEnumerable<Sentence> Findings
    {
        get
        {
            var by = Result.Years < 20 ? Result.Years : 20;
            foreach (var rule in Result.Rules)
            {
                var lost = 1 - rule.At(by)!.AffordableSoFar;
                var (percent, year) = ((Target / 100).ToPercent(), $"{by}");
                yield return lost == 0
                    ? new Sentence(
                        "Under “{0}” a household at {1} of the median could pay in every year to year {2}, in every "
                        + "future.", rule.Rule.Title, percent, year)
                    : new Sentence(
                        "In {0} of futures “{1}” asks more than a household at {2} of the median can pay in at least "
                        + "one of the first {3} years; in year {3} itself it does in {4}.",
                        StudyText.Percent(lost), rule.Rule.Title, percent, year,
                        StudyText.Percent(1 - rule.At(by)!.Affordable));
                yield return new Sentence(
                    "Under it {0} of sellers get back less than they paid in, and the usual return is {1} a year.",
                    StudyText.Percent(rule.Sellers.Losing),
                    rule.Sellers.YearlyReturn.P50 is { } usual ? StudyText.Percent(usual) : "–");
            }
        }
    }

    /// <summary>The currency's sign.</summary>
    public string Sign => Currency.Symbol();

    /// <summary>An amount for readers, in whole units.</summary>
    public string Whole(decimal? amount) => amount is { } one ? StudyText.Whole(one, Currency) : "–";
}
