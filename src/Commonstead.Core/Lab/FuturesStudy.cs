using System.Globalization;

namespace Commonstead.Core;

/// <summary>What futures are asked: which rules, from which past, for how long, for how many paths.</summary>
public sealed record FuturesStudy
{
    /// <summary>The rules, one to <see cref="LabBounds.MostRules"/>, all in one currency.</summary>
    public required IReadOnlyList<RuleDocument> Rules { get; init; }

    /// <summary>The place with its series.</summary>
    public required LabPlace Place { get; init; }

    /// <summary>What households can pay.</summary>
    public HouseholdSetting Household { get; init; } = new();

    /// <summary>What buying and selling costs, and the first price.</summary>
    public SellerSetting Seller { get; init; } = new();

    /// <summary>The first year of the history drawn from; null for the first that all series have.</summary>
    public int? HistoryFrom { get; init; }

    /// <summary>The last year of the history, where the futures begin; null for the last that all series
    /// have.</summary>
    public int? HistoryTo { get; init; }

    /// <summary>How many years ahead, <see cref="LabBounds.LeastHorizon"/> to <see
    /// cref="LabBounds.MostHorizon"/>.</summary>
    public int Years { get; init; } = 40;

    /// <summary>How many futures, 1 to <see cref="LabBounds.MostPaths"/>.</summary>
    public int Paths { get; init; } = 10_000;

    /// <summary>The seed; the same seed gives the same figures on every machine.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many years of history stay together, 1 to the history's length; used without
    /// <see cref="Movements"/>.</summary>
    public int BlockYears { get; init; } = 5;

    /// <summary>Growth, volatility and correlations instead of history; null draws from history.</summary>
    public LabMovements? Movements { get; init; }

    /// <summary>How long owners stay.</summary>
    public LengthOfStay Stay { get; init; } = LengthOfStay.Usual;

    /// <summary>Values for givens of the rules by name.</summary>
    public IReadOnlyDictionary<string, RuleValue> Givens { get; init; } =
        new Dictionary<string, RuleValue>(StringComparer.Ordinal);

    /// <summary>Only figures published by this day are used.</summary>
    public required DateOnly KnownBy { get; init; }
}

/// <summary>
/// How market prices, incomes, consumer prices and the mortgage rate move where the user says so. Growth of the first
/// three is lognormal; the mortgage rate of each year is normal around its mean, never below zero.
/// </summary>
/// <param name="Growth">The median yearly growth of market prices, incomes and consumer prices, as fractions, and the
/// mean mortgage rate.</param>
/// <param name="Volatility">The standard deviation of their yearly logarithmic growth, and of the rate.</param>
/// <param name="Correlations">Their correlations: four rows of four, market, incomes, consumer prices, mortgage rate.
/// </param>
public sealed record LabMovements(
    IReadOnlyList<decimal> Growth, IReadOnlyList<decimal> Volatility,
    IReadOnlyList<IReadOnlyList<decimal>> Correlations)
{
    /// <summary>How many move.</summary>
    public const int Count = 4;

    /// <summary>What moves, in the order of the figures.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["market prices", "incomes", "consumer prices", "mortgage rates"];

    /// <summary>How many pairs of them have a correlation.</summary>
    public const int Pairs = 6;

    /// <summary>The correlations of each pair once: market-incomes, market-prices, market-rate, incomes-prices,
    /// incomes-rate, prices-rate.</summary>
    public IReadOnlyList<decimal> PairCorrelations =>
        [.. Enumerable.Range(0, Count).SelectMany(row => Correlations[row].Skip(row + 1))];

    /// <summary>Movements of which each pair's correlation is told once, in the order of <see
    /// cref="PairCorrelations"/>.</summary>
    public static LabMovements OfPairs(
        IReadOnlyList<decimal> growth, IReadOnlyList<decimal> volatility, IReadOnlyList<decimal> pairs) => new(
        growth, volatility,
        [
            [1, pairs[0], pairs[1], pairs[2]], [pairs[0], 1, pairs[3], pairs[4]],
            [pairs[1], pairs[3], 1, pairs[5]], [pairs[2], pairs[4], pairs[5], 1],
        ]);

    /// <summary>The figures in words.</summary>
    public string Words
    {
        get
        {
            var moved = Names.Select((name, at) =>
                $"{name} {LabProxy.Percent(Growth[at])} {(at < Count - 1 ? "a year" : "in the mean")}, volatility "
                + LabProxy.Percent(Volatility[at]));
            var pairs = from one in Enumerable.Range(0, Count)
                        from other in Enumerable.Range(one + 1, Count - one - 1)
                        select $"{Names[one]} and {Names[other]} {Plain(Correlations[one][other])}";
            return $"{string.Join("; ", moved)}; correlations: {string.Join(", ", pairs)}";
        }
    }

    internal IEnumerable<string> Faults()
    {
        if (Growth.Count != Count || Volatility.Count != Count)
        {
            yield return "Growth and volatility are four figures each: market, incomes, consumer prices, mortgage "
                + "rate.";
            yield break;
        }

        if (Growth.Take(Count - 1).Any(growth => growth is < -0.5m or > 1)) yield return "Growth is from −50 % to "
            + "100 % a year.";
        if (Growth[^1] is < 0 or > 0.5m) yield return "The mean mortgage rate is from 0 % to 50 %.";
        if (Volatility.Any(one => one is < 0 or > 1)) yield return "A volatility is from 0 % to 100 %.";
    }

    private static string Plain(decimal number) =>
        number.WithoutEmptyDecimals().ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
