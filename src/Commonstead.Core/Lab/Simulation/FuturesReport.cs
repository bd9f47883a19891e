using System.Globalization;

namespace Commonstead.Core;

/// <summary>Makes the figures people read of what was counted.</summary>
internal sealed class FuturesReport(
    FuturesStudy study, FuturesPlan plan, IReadOnlyList<LabRule> rules, IReadOnlyList<double> firstPrices)
{
    private const int MoneyDecimals = 2;
    private const int ShareDecimals = 6;
    private const double MostShown = 1e15;

    public FuturesResult Of(FuturesTally tally) => new(
        LabChecks.Caption(
            study.Rules, study.Place, study.Household, study.Seller, study.Givens, Notes(tally), study.Movements),
        study.Years, study.Paths, study.Seed, plan.FirstYear,
        [.. tally.Market.Select(Money)], [.. tally.Affordable.Select(Money)],
        [.. LabChecks.Used(rules).Select((rule, at) => Rule(rule, at, tally.Rules[at]))],
        plan.History.Count > 1 ? LabPast.Of(plan.History) : null);

    private RuleFutures Rule(LabRuleUsed rule, int at, RuleTally tally) => new(
        rule, (decimal)firstPrices[at], [.. Enumerable.Range(1, study.Years).Select(year => Year(tally, year))],
        new SellerFutures(
            tally.Sales, Fan(tally.Returns, one => Rounded(one - 1, ShareDecimals)),
            Share(tally.Losing, tally.Sales), Mean(tally.ShortfallAtSales, tally.Sales)),
        Share(tally.Flagged, (long)study.Years * study.Paths));

    private RuleYear Year(RuleTally tally, int year) => new(
        year, Money(tally.Prices[year]), Share(tally.Affordable[year], study.Paths),
        Share(tally.AffordableSoFar[year], study.Paths), Share(tally.WithoutPrice[year], study.Paths),
        Mean(tally.Shortfall[year], study.Paths));

    private List<string> Notes(FuturesTally tally)
    {
        var (first, last) = (plan.History[0].Year, plan.FirstYear);
        var changes = plan.History.Count - 1;
        var notes = new List<string>
        {
            study.Movements is null
                ? $"Each future is put together from blocks of {study.BlockYears} years of {first} to {last}, market "
                    + (study.Place.Cpi is null ? "prices, incomes and mortgage rate together."
                        : "prices, incomes, consumer prices and mortgage rate together.")
                : $"Growth, volatility and correlations are the user’s own, not history’s: {study.Movements.Words}.",
            "Every amount is in money of its own year, not of today.",
            $"Owners stay: {study.Stay.Words}. A home sells for the lower of its maximum price and its market value.",
            $"Seed {study.Seed}; quantiles are within {LabProxy.Percent(FuturesResult.QuantileError)} of those of all "
                + $"{study.Paths.ToString("N0", CultureInfo.InvariantCulture)} futures sorted, those of returns "
                + "within a tenth of a percentage point.",
        };
        if (study.Movements is null && study.Years > changes)
        {
            notes.Add($"{study.Years} years ahead are drawn from {changes} years of the past: beyond year {changes} "
                + "the figures repeat the same few years in other orders, and say less the further they go.");
        }

        if (study.Place.Proxies.Count > 0)
        {
            notes.Add(study.Movements is null
                ? "History rests on proxies, which move as declared and not as the world did."
                : $"Proxies say no more than where the futures begin, in {last}.");
        }

        if (tally.Market.Concat(tally.Rules.SelectMany(rule => rule.Prices)).Any(one => one.Greatest > MostShown))
        {
            notes.Add("Some futures grow beyond 1,000,000,000,000,000, which is shown in their place, and no home is "
                + "taken to need more than 1,000,000,000,000: these figures say nothing but that.");
        }

        return notes;
    }

    private static FanPoint Money(LogHistogram counts) => Fan(counts, one => Rounded(one, MoneyDecimals));

    private static FanPoint Fan(LogHistogram counts, Func<double, decimal> shown)
    {
        var at = counts.Quantiles(0.05, 0.25, 0.50, 0.75, 0.95);
        return new FanPoint(Shown(at[0]), Shown(at[1]), Shown(at[2]), Shown(at[3]), Shown(at[4]));

        decimal? Shown(double? number) => number is { } one ? shown(one) : null;
    }

    private static decimal Rounded(double number, int decimals) =>
        decimal.Round((decimal)Math.Clamp(number, -MostShown, MostShown), decimals);

    private static decimal Share(long part, long all) =>
        all == 0 ? 0 : decimal.Round((decimal)part / all, ShareDecimals);

    private static decimal Mean(long sum, long count) =>
        count == 0 ? 0 : decimal.Round((decimal)sum / count, MoneyDecimals);
}
