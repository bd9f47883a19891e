namespace Commonstead.Core;

/// <summary>
/// What is counted over the futures. Whole numbers only, so that the order in which chunks are added changes nothing;
/// the memory does not grow with the number of paths.
/// </summary>
internal sealed class FuturesTally
{
    public FuturesTally(int horizon, int rules)
    {
        Market = Histograms(horizon + 1);
        Affordable = Histograms(horizon + 1);
        Rules = [.. Enumerable.Range(0, rules).Select(_ => new RuleTally(horizon))];
    }

    public LogHistogram[] Market { get; }

    public LogHistogram[] Affordable { get; }

    public RuleTally[] Rules { get; }

    public void Add(FuturesTally other)
    {
        for (var year = 0; year < Market.Length; year++)
        {
            Market[year].Add(other.Market[year]);
            Affordable[year].Add(other.Affordable[year]);
        }

        for (var rule = 0; rule < Rules.Length; rule++) Rules[rule].Add(other.Rules[rule]);
    }

    internal static LogHistogram[] Histograms(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new LogHistogram())];
}

/// <summary>What is counted under one rule, by year ahead (0 is not used) and over all sales.</summary>
internal sealed class RuleTally(int horizon)
{
    public LogHistogram[] Prices { get; } = FuturesTally.Histograms(horizon + 1);

    public long[] Affordable { get; } = new long[horizon + 1];

    public long[] AffordableSoFar { get; } = new long[horizon + 1];

    public long[] WithoutPrice { get; } = new long[horizon + 1];

    /// <summary>The sum of what each future would need, each in whole units.</summary>
    public long[] Shortfall { get; } = new long[horizon + 1];

    /// <summary>One plus the yearly return of every seller.</summary>
    public LogHistogram Returns { get; } = new();

    public long Sales { get; set; }

    public long Losing { get; set; }

    public long ShortfallAtSales { get; set; }

    public long Flagged { get; set; }

    public void Add(RuleTally other)
    {
        for (var year = 0; year <= horizon; year++)
        {
            Prices[year].Add(other.Prices[year]);
            Affordable[year] += other.Affordable[year];
            AffordableSoFar[year] += other.AffordableSoFar[year];
            WithoutPrice[year] += other.WithoutPrice[year];
            Shortfall[year] += other.Shortfall[year];
        }

        Returns.Add(other.Returns);
        Sales += other.Sales;
        Losing += other.Losing;
        ShortfallAtSales += other.ShortfallAtSales;
        Flagged += other.Flagged;
    }
}
