using System.Diagnostics.CodeAnalysis;

namespace Commonstead.Core;

/// <summary>What a household of one size may earn in an area, with how the figure came about.</summary>
/// <param name="Amount">The most the household may earn in a year; a cent more is over.</param>
/// <param name="Origin">Whether it was looked up, computed or set by hand.</param>
/// <param name="Rule">The rule that was followed.</param>
/// <param name="HouseholdSize">Persons in the household.</param>
/// <param name="Limits">The release the figures come from.</param>
/// <param name="Working">Every step from the published figure to the amount.</param>
public sealed record IncomeLimit(
    Money Amount,
    LimitOrigin Origin,
    LimitRule Rule,
    int HouseholdSize,
    PublishedLimits Limits,
    IReadOnlyList<LimitStep> Working);

/// <summary>Where a limit's amount comes from; whoever shows it says so.</summary>
public enum LimitOrigin
{
    /// <summary>Looked up as published.</summary>
    Published,

    /// <summary>Computed here, because nobody publishes it.</summary>
    Computed,

    /// <summary>Set by hand, with a reason.</summary>
    Overridden,
}

/// <summary>One step of a limit's working.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Operand">
/// With what: a household size for a look-up, percent for a percentage or a size factor, the unit for a rounding, the
/// amount for a comparison.
/// </param>
/// <param name="Result">The amount after it, in units of the currency.</param>
public readonly record struct LimitStep(LimitStepKind Kind, decimal Operand, decimal Result);

/// <summary>What a step of a limit's working does.</summary>
public enum LimitStepKind
{
    /// <summary>Takes the area median income.</summary>
    Median,

    /// <summary>Takes the published extremely low limit of a household size.</summary>
    ExtremelyLow,

    /// <summary>Takes the published very low limit of a household size.</summary>
    VeryLow,

    /// <summary>Takes the published low limit of a household size.</summary>
    Low,

    /// <summary>Takes the amount set by hand.</summary>
    Override,

    /// <summary>Multiplies by a percentage.</summary>
    TimesPercent,

    /// <summary>Multiplies by the factor of the household's size, in percent.</summary>
    TimesSizeFactor,

    /// <summary>Rounds to the nearest unit.</summary>
    RoundedToNearest,

    /// <summary>Rounds up to a unit.</summary>
    RoundedUp,

    /// <summary>Rounds down to a unit.</summary>
    RoundedDown,

    /// <summary>Lifts to the poverty guideline of the household's size, where that is more.</summary>
    AtLeastGuideline,

    /// <summary>Lowers to the very low limit of the household's size, where that is less.</summary>
    AtMostVeryLow,
}

/// <summary>Why a limit can't be given.</summary>
public enum IncomeLimitRefusal
{
    /// <summary>The household has no person, or more than <see cref="HouseholdFactor.LargestSize"/>.</summary>
    HouseholdSizeOutOfRange,

    /// <summary>The percentage is not above zero and up to <see cref="LimitRule.LargestPercent"/>.</summary>
    PercentOutOfRange,

    /// <summary>The unit to round to is not above zero.</summary>
    RoundingUnitNotPositive,

    /// <summary>An amount set by hand has no reason.</summary>
    OverrideWithoutReason,

    /// <summary>An amount set by hand is below zero or in another currency than the area's limits.</summary>
    OverrideAmountNotUsable,

    /// <summary>The release has no figure that the rule starts from.</summary>
    NotPublished,

    /// <summary>An extremely low limit for more than eight persons needs the year's poverty guideline.</summary>
    GuidelineMissing,

    /// <summary>No release of the area's limits was known and in force on the date.</summary>
    NoReleaseInForce,

    /// <summary>Two releases of the area's limits have the same dates, and nothing says which counts.</summary>
    TiedReleases,

    /// <summary>No cap was named, so there is nothing to compare an income with.</summary>
    NoCap,
}

/// <summary>A limit, or the reason why there is none.</summary>
public readonly record struct IncomeLimitAnswer
{
    private IncomeLimitAnswer(IncomeLimit? limit, IncomeLimitRefusal? refusal) => (Limit, Refusal) = (limit, refusal);

    /// <summary>The limit, when there is one.</summary>
    public IncomeLimit? Limit { get; }

    /// <summary>The refusal, when there is no limit.</summary>
    public IncomeLimitRefusal? Refusal { get; }

    /// <summary>An answer that is a limit.</summary>
    public static IncomeLimitAnswer Of(IncomeLimit limit) => new(limit, null);

    /// <summary>An answer that is a refusal.</summary>
    public static IncomeLimitAnswer Refused(IncomeLimitRefusal refusal) => new(null, refusal);

    /// <summary>True with the limit, or false with the refusal.</summary>
    public bool Has(
        [NotNullWhen(true)] out IncomeLimit? limit, [NotNullWhen(false)] out IncomeLimitRefusal? refusal)
    {
        (limit, refusal) = (Limit, Refusal);
        return limit is not null;
    }
}
