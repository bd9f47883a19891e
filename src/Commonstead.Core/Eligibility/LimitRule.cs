namespace Commonstead.Core;

/// <summary>
/// How a lease or a funder says what a household may earn: a published level looked up, or a percentage computed by a
/// named calculation. They differ by up to hundreds of dollars, so the document has to say which it means.
/// </summary>
/// <remarks>
/// Percentages are in percent (80 for 80 %), above zero and up to <see cref="LargestPercent"/>. Household sizes scale
/// the four-person figure by HUD's factors (<see cref="HouseholdFactor"/>).
/// </remarks>
public abstract record LimitRule
{
    /// <summary>The highest percentage a rule may name.</summary>
    public const decimal LargestPercent = 500;

    private LimitRule()
    {
    }

    /// <summary>The published limit of a level; computed by HUD's own rule for more than eight persons only.</summary>
    /// <param name="Level">Which published limit.</param>
    public sealed record Published(PublishedLevel Level) : LimitRule;

    /// <summary>
    /// A percentage of the area median income, scaled by household size, not rounded (fractions of a cent are cut off,
    /// which changes no comparison with an income in whole cents).
    /// </summary>
    /// <param name="Percent">In percent.</param>
    public sealed record OfMedian(decimal Percent) : LimitRule;

    /// <summary>
    /// HUD's way: 50 % and 80 % are the published very low and low limits; any other percentage is that share of twice
    /// the four-person very low limit, scaled by household size, then rounded up to 50.
    /// </summary>
    /// <param name="Percent">In percent.</param>
    public sealed record Hud(decimal Percent) : LimitRule;

    /// <summary>
    /// The way of multifamily tax subsidy projects (26 U.S.C. 42(g)): the percentage of twice the very low limit of the
    /// household's size, which is published, or for more than eight persons scaled and rounded up to 50 first; the
    /// result is not rounded.
    /// </summary>
    /// <param name="Percent">In percent.</param>
    public sealed record Mtsp(decimal Percent) : LimitRule;

    /// <summary>A percentage of a chosen base, scaled by household size, with a chosen rounding.</summary>
    /// <param name="Percent">In percent.</param>
    /// <param name="Base">What the percentage is of.</param>
    /// <param name="Rounding">How the result is rounded.</param>
    public sealed record Modified(decimal Percent, LimitBase Base, LimitRounding Rounding) : LimitRule;

    /// <summary>An amount set by hand, with the reason that goes on record.</summary>
    /// <param name="Amount">The limit.</param>
    /// <param name="Reason">Why it is not computed; must say something.</param>
    public sealed record Override(Money Amount, string Reason) : LimitRule;

    /// <summary>The limit this rule gives for a household, from one release of the area's limits.</summary>
    /// <param name="limits">The release.</param>
    /// <param name="householdSize">Persons, from one to <see cref="HouseholdFactor.LargestSize"/>.</param>
    /// <returns>The limit with its working, or the refusal.</returns>
    public IncomeLimitAnswer For(PublishedLimits limits, int householdSize)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return new LimitCalculation(limits, householdSize).Run(this);
    }
}

/// <summary>What a percentage of income is a percentage of.</summary>
public enum LimitBase
{
    /// <summary>The area median income.</summary>
    Median,

    /// <summary>Twice the four-person very low limit: the median as HUD adjusts it for the cost of housing.</summary>
    TwiceVeryLow,
}

/// <summary>Which way an amount is rounded.</summary>
public enum LimitRoundingMode
{
    /// <summary>To the nearer unit; half a unit goes up.</summary>
    Nearest,

    /// <summary>To the next unit.</summary>
    Up,

    /// <summary>To the unit below.</summary>
    Down,
}

/// <summary>A rounding to whole units, such as up to 50 dollars.</summary>
/// <param name="Mode">Which way.</param>
/// <param name="Unit">The unit in units of the currency; above zero.</param>
public readonly record struct LimitRounding(LimitRoundingMode Mode, decimal Unit)
{
    /// <summary>HUD's rounding of every limit: up to the next 50 dollars.</summary>
    public static LimitRounding UpToFifty { get; } = new(LimitRoundingMode.Up, 50);

    /// <summary>The amount, zero or more, rounded.</summary>
    public decimal Apply(decimal amount)
    {
        var units = amount / Unit;
        return Unit * Mode switch
        {
            LimitRoundingMode.Up => decimal.Ceiling(units),
            LimitRoundingMode.Down => decimal.Floor(units),
            _ => decimal.Round(units, MidpointRounding.AwayFromZero),
        };
    }
}

/// <summary>
/// HUD's household-size factors: 70, 80, 90, 100, 108, 116, 124 and 132 % of the four-person figure for one to eight
/// persons, and 8 % more for each person beyond.
/// </summary>
public static class HouseholdFactor
{
    /// <summary>The largest household a limit is given for.</summary>
    public const int LargestSize = 30;

    /// <summary>The factor in percent: 70 for one person, 140 for nine.</summary>
    public static int Percent(int householdSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(householdSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(householdSize, LargestSize);
        return householdSize <= 4 ? 60 + 10 * householdSize : 100 + 8 * (householdSize - 4);
    }
}
