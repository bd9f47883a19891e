namespace Commonstead.Core;

/// <summary>The income levels a publisher gives a limit for, for each household size.</summary>
public enum PublishedLevel
{
    /// <summary>HUD's extremely low income: about 30 % of the median, lifted to the poverty guideline.</summary>
    ExtremelyLow,

    /// <summary>HUD's very low income: about 50 % of the median.</summary>
    VeryLow,

    /// <summary>HUD's low income: about 80 % of the median.</summary>
    Low,
}

/// <summary>
/// One release of an area's income limits as they were published: the area median income and, for each level, the
/// limits of households of one to eight.
/// </summary>
/// <remarks>
/// The median and the limits are different figures, and neither follows from the other: in Hampden County the median
/// fell by 0.3 % from 2024 to 2026 while the four-person low-income limit rose by 20.1 %. A year is no date either:
/// the limits of HUD's fiscal year 2026 are in force from 1 May 2026.
/// </remarks>
/// <param name="Area">The area code, such as <c>us:county:25013</c>.</param>
/// <param name="FiscalYear">The publisher's year.</param>
/// <param name="PublishedOn">The day the release came out.</param>
/// <param name="EffectiveFrom">The first day it is in force.</param>
/// <param name="Median">The area median income, which HUD gives for a household of four.</param>
public sealed record PublishedLimits(
    string Area, int FiscalYear, DateOnly PublishedOn, DateOnly EffectiveFrom, Money Median)
{
    /// <summary>The largest household a limit is published for; larger ones are computed.</summary>
    public const int LargestPublishedSize = 8;

    private readonly Dictionary<(PublishedLevel Level, int Size), Money> _limits = [];

    /// <summary>
    /// The federal poverty guideline of the year, by which HUD lifts extremely low limits (24 CFR 5.603); null where
    /// the guideline does not apply, as in Puerto Rico, or is not known.
    /// </summary>
    public PovertyGuideline? Guideline { get; init; }

    /// <summary>The same release with a level's limits, for households of one person up.</summary>
    /// <exception cref="ArgumentException">More than eight limits, or one in another currency.</exception>
    public PublishedLimits With(PublishedLevel level, params IReadOnlyList<Money> bySize)
    {
        if (bySize.Count > LargestPublishedSize)
            throw new ArgumentException("Limits are published for at most eight persons.", nameof(bySize));
        if (bySize.Any(limit => limit.Currency != Median.Currency))
            throw new ArgumentException($"A limit is not in {Median.Currency}.", nameof(bySize));
        var more = this with { };
        for (var size = 1; size <= bySize.Count; size++) more._limits[(level, size)] = bySize[size - 1];
        return more;
    }

    /// <summary>The published limit, or null when there is none for the level and household size.</summary>
    public Money? Find(PublishedLevel level, int householdSize) =>
        _limits.TryGetValue((level, householdSize), out var limit) ? limit : null;

    // A copy has its own limits, so that With leaves the original as it was.
    private PublishedLimits(PublishedLimits original)
    {
        (Area, FiscalYear, Median) = (original.Area, original.FiscalYear, original.Median);
        (PublishedOn, EffectiveFrom) = (original.PublishedOn, original.EffectiveFrom);
        Guideline = original.Guideline;
        _limits = new(original._limits);
    }
}

/// <summary>A year's federal poverty guideline: an amount for one person and one for each further person.</summary>
/// <param name="FirstPerson">The guideline of a household of one: 15,960 US dollars in 2026.</param>
/// <param name="EachFurther">What each further person adds: 5,680 US dollars in 2026.</param>
public readonly record struct PovertyGuideline(Money FirstPerson, Money EachFurther)
{
    /// <summary>The guideline of a household, which HUD does not round.</summary>
    public Money For(int householdSize) =>
        FirstPerson + new Money(checked(EachFurther.Minor * (householdSize - 1)), EachFurther.Currency);
}
