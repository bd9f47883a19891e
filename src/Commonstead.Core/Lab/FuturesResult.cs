namespace Commonstead.Core;

/// <summary>What the futures come to.</summary>
/// <param name="Caption">What every table, chart and file of it prints.</param>
/// <param name="Years">How many years ahead.</param>
/// <param name="Paths">How many futures.</param>
/// <param name="Seed">The seed.</param>
/// <param name="FirstYear">The year in which the futures begin.</param>
/// <param name="Market">The market value by year, from year 0.</param>
/// <param name="AffordableToTarget">What the target household can pay by year, from year 0.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Past">How the years moved that are drawn from, or that stated movements stand in for; null of a single
/// year.</param>
public sealed record FuturesResult(
    LabCaption Caption, int Years, int Paths, ulong Seed, int FirstYear, IReadOnlyList<FanPoint> Market,
    IReadOnlyList<FanPoint> AffordableToTarget, IReadOnlyList<RuleFutures> Rules, LabPast? Past)
{
    /// <summary>
    /// How far a quantile may be from that of all paths sorted, relative to it: the width of a bin of the histogram.
    /// </summary>
    public const decimal QuantileError = 0.001m;

    /// <summary>How many yearly changes the past has; 0 of a single year.</summary>
    public int PastYears => Past is { } past ? past.To - past.From : 0;
}

/// <summary>
/// The values below which 5, 25, 50, 75 and 95 % of the futures stand, in units of the currency; all null when no
/// future has one.
/// </summary>
public sealed record FanPoint(decimal? P5, decimal? P25, decimal? P50, decimal? P75, decimal? P95);

/// <summary>What the futures come to under one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="FirstPrice">What the first buyer pays.</param>
/// <param name="ByYear">Year by year, from year 1.</param>
/// <param name="Sellers">What sellers got.</param>
/// <param name="ComputedExactly">The share of prices that stood next to an edge and were computed by the exact
/// evaluator. </param>
public sealed record RuleFutures(
    LabRuleUsed Rule, decimal FirstPrice, IReadOnlyList<RuleYear> ByYear, SellerFutures Sellers,
    decimal ComputedExactly)
{
    /// <summary>The year so many years ahead; null beyond the horizon.</summary>
    public RuleYear? At(int year) => year >= 1 && year <= ByYear.Count ? ByYear[year - 1] : null;
}

/// <summary>One year ahead under one rule. Shares are of all futures.</summary>
/// <param name="Year">How many years ahead.</param>
/// <param name="MaximumPrice">The maximum price under the rule, in the futures in which it names one.</param>
/// <param name="Affordable">The share in which the target household can pay the lower of maximum price and market
/// value. </param>
/// <param name="AffordableSoFar">The share in which it could in this and every year before.</param>
/// <param name="WithoutPrice">The share in which the rule names no price.</param>
/// <param name="SubsidyNeeded">What would have to be added to keep the home affordable to the target household, on
/// average over all futures, in units of the currency.</param>
public sealed record RuleYear(
    int Year, FanPoint MaximumPrice, decimal Affordable, decimal AffordableSoFar, decimal WithoutPrice,
    decimal SubsidyNeeded);

/// <summary>What sellers got under one rule, over all sales of all futures.</summary>
/// <param name="Sales">How many sales there were.</param>
/// <param name="YearlyReturn">The yearly return, as a fraction: (proceeds ÷ paid in)^(1 ÷ years) − 1.</param>
/// <param name="Losing">The share of sellers who got less than they had paid in.</param>
/// <param name="SubsidyNeeded">What each sale would have needed on average to be affordable to the target
/// household.</param>
public sealed record SellerFutures(long Sales, FanPoint YearlyReturn, decimal Losing, decimal SubsidyNeeded);
