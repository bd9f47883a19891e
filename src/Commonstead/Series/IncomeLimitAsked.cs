using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Series;

/// <summary>Answers what a household of a size may earn in an area on a day, at a percentage of the median.</summary>
public sealed class IncomeLimitAsked(IIncomeLimits limits, Acting acting)
{
    /// <summary>The limit, or why there is none.</summary>
    /// <param name="area">The area's code.</param>
    /// <param name="household">Persons.</param>
    /// <param name="percent">In percent; those HUD publishes are looked up, any other is computed.</param>
    /// <param name="on">The day; today when null.</param>
    internal async Task<(IncomeLimit? Limit, string Why)> Answer(string area, int household, decimal percent,
        DateOnly? on)
    {
        var day = on ?? acting.Today;
        var cap = new IncomeCap("", RuleOf(percent), area);
        var answer = BuyerLimit.Of([cap], await limits.Of(area), household, day, acting.Today);
        return answer.Limit is { } limit ? (limit.Binding.Limit, "") : (null, Why(answer.Refusal!.Value));
    }

    /// <summary>The percentages that HUD publishes are looked up, never computed.</summary>
    internal static LimitRule RuleOf(decimal percent) => percent switch
    {
        30 => new LimitRule.Published(PublishedLevel.ExtremelyLow),
        50 => new LimitRule.Published(PublishedLevel.VeryLow),
        80 => new LimitRule.Published(PublishedLevel.Low),
        _ => new LimitRule.Hud(percent),
    };

    /// <summary>A refusal in words.</summary>
    internal static string Why(IncomeLimitRefusal refusal) => refusal switch
    {
        IncomeLimitRefusal.HouseholdSizeOutOfRange => "A household has 1 to 30 persons.",
        IncomeLimitRefusal.PercentOutOfRange => "The percentage is above 0 and at most 500.",
        IncomeLimitRefusal.GuidelineMissing =>
            "The extremely low limit of more than eight persons needs the year's poverty guideline, "
            + "which is not known for this area.",
        IncomeLimitRefusal.NotPublished => "The release has no figure that this limit starts from.",
        IncomeLimitRefusal.TiedReleases => "Two releases have the same dates, and nothing says which counts.",
        _ => "No imported release of this area's limits was published and in force on that day.",
    };
}
