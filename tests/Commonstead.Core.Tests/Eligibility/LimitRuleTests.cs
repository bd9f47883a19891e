using FsCheck;
using FsCheck.Fluent;
using static Commonstead.Core.Tests.HudCounties;

namespace Commonstead.Core.Tests;

public class LimitRuleTests
{
    private static readonly PublishedLimits _hampden = Of("25013", 2026);

    [Theory]
    [InlineData(2024, 69_350)]
    [InlineData(2025, 75_750)]
    [InlineData(2026, 83_300)]
    public void Published_LooksUpLosAngelesVeryLowLimitOfFour(int year, int expected)
    {
        var limit = Limit(new LimitRule.Published(PublishedLevel.VeryLow), Of("06037", year), 4);
        Assert.Equal(Usd(expected), limit.Amount);
        Assert.Equal(LimitOrigin.Published, limit.Origin);
        Assert.Equal([new LimitStep(LimitStepKind.VeryLow, 4, expected)], limit.Working);
    }

    [Fact]
    public void Published_IsTheFigureAsPublishedEvenWhereHudsOwnRuleGivesAnother()
    {
        // HUD rounds figures it does not publish, so its rule applied to the published ones may be 50 away.
        var differing = (from limits in All
                         from size in Enumerable.Range(1, 8)
                         where Computed(limits, PublishedLevel.VeryLow, size)
                            != limits.Find(PublishedLevel.VeryLow, size)!.Value.Amount
                         select (limits, size)).ToList();
        Assert.NotEmpty(differing);
        Assert.All(differing, found =>
            Assert.Equal(found.limits.Find(PublishedLevel.VeryLow, found.size),
                Limit(new LimitRule.Published(PublishedLevel.VeryLow), found.limits, found.size).Amount));
    }

    // Size 9 is 140 % of the four-person figure, rounded up to 50: 65,750 and 105,200 in Hampden County in 2026.
    [Theory]
    [InlineData(PublishedLevel.VeryLow, 9, 92_050)]
    [InlineData(PublishedLevel.Low, 9, 147_300)]
    [InlineData(PublishedLevel.Low, 10, 155_700)]
    // 0.6 of the very low limit is 39,450, times 1.40 rounded up 55,250; the guideline of nine, 61,400, is more.
    [InlineData(PublishedLevel.ExtremelyLow, 9, 61_400)]
    public void Published_ComputesHouseholdsAboveEightAndSaysSo(PublishedLevel level, int size, int expected)
    {
        var limit = Limit(new LimitRule.Published(level), _hampden, size);
        Assert.Equal(Usd(expected), limit.Amount);
        Assert.Equal(LimitOrigin.Computed, limit.Origin);
    }

    [Fact]
    public void Published_ShowsTheWholeWorkingOfAComputedExtremelyLowLimit() =>
        Assert.Equal(
            [
                new LimitStep(LimitStepKind.VeryLow, 4, 65_750),
                new LimitStep(LimitStepKind.TimesPercent, 60, 39_450),
                new LimitStep(LimitStepKind.RoundedToNearest, 50, 39_450),
                new LimitStep(LimitStepKind.TimesSizeFactor, 140, 55_230),
                new LimitStep(LimitStepKind.RoundedUp, 50, 55_250),
                new LimitStep(LimitStepKind.AtLeastGuideline, 61_400, 61_400),
                new LimitStep(LimitStepKind.AtMostVeryLow, 92_050, 61_400),
            ],
            Limit(new LimitRule.Published(PublishedLevel.ExtremelyLow), _hampden, 9).Working);

    [Fact]
    public void HudsRule_GivesEveryPublishedExtremelyLowLimitOfTheGuidelinesCounties() =>
        Assert.All(
            from limits in All
            where limits.Guideline is not null
            from size in Enumerable.Range(1, 8)
            select (limits, size),
            found => Assert.Equal(
                found.limits.Find(PublishedLevel.ExtremelyLow, found.size)!.Value.Amount,
                Math.Min(
                    Computed(found.limits, PublishedLevel.ExtremelyLow, found.size),
                    found.limits.Find(PublishedLevel.VeryLow, found.size)!.Value.Amount)));

    [Theory]
    [InlineData(PublishedLevel.VeryLow)]
    [InlineData(PublishedLevel.Low)]
    public void HudsRule_IsWithin50OfEveryPublishedLimit(PublishedLevel level) =>
        Assert.All(
            from limits in All from size in Enumerable.Range(1, 8) select (limits, size),
            found => Assert.InRange(
                Computed(found.limits, level, found.size) - found.limits.Find(level, found.size)!.Value.Amount,
                -50, 50));

    // Hampden 2026: median 96,700, very low of four 65,750, low of four 105,200.
    [Theory]
    [InlineData("80", 4, "77360.00")]
    [InlineData("80", 1, "54152.00")]
    [InlineData("65.5", 5, "68405.58")]
    [InlineData("33.337", 7, "39973.72")]
    public void OfMedian_IsNotRoundedButCutToTheCent(string percent, int size, string expected) =>
        Assert.Equal(
            expected, Limit(new LimitRule.OfMedian(decimal.Parse(percent)), _hampden, size).Amount.ToInvariant());

    [Theory]
    // The published low and very low limits.
    [InlineData(80, 4, 105_200, LimitOrigin.Published)]
    [InlineData(80, 6, 122_050, LimitOrigin.Published)]
    [InlineData(50, 2, 52_550, LimitOrigin.Published)]
    // 2 x 65,750 x 60 % = 78,900; x 0.70 = 55,230, up to 55,250.
    [InlineData(60, 4, 78_900, LimitOrigin.Computed)]
    [InlineData(60, 1, 55_250, LimitOrigin.Computed)]
    [InlineData(100, 3, 118_350, LimitOrigin.Computed)]
    [InlineData(120, 8, 208_300, LimitOrigin.Computed)]
    // 30 % of the adjusted median is not the extremely low limit, which the guideline lifts.
    [InlineData(30, 8, 52_100, LimitOrigin.Computed)]
    public void Hud_RoundsUpTo50AtTheEnd(int percent, int size, int expected, LimitOrigin origin)
    {
        var limit = Limit(new LimitRule.Hud(percent), _hampden, size);
        Assert.Equal(Usd(expected), limit.Amount);
        Assert.Equal(origin, limit.Origin);
    }

    [Theory]
    // The very low limit of the size is published: 46,000 for one, 71,050 for five; 92,050 computed for nine.
    [InlineData(60, 1, 55_200)]
    [InlineData(60, 5, 85_260)]
    [InlineData(60, 9, 110_460)]
    [InlineData(50, 5, 71_050)]
    public void Mtsp_ScalesAndRoundsFirst(int percent, int size, int expected) =>
        Assert.Equal(Usd(expected), Limit(new LimitRule.Mtsp(percent), _hampden, size).Amount);

    [Theory]
    [InlineData(LimitBase.Median, LimitRoundingMode.Nearest, 100, 4, 77_400)]
    [InlineData(LimitBase.Median, LimitRoundingMode.Up, 100, 4, 77_400)]
    [InlineData(LimitBase.Median, LimitRoundingMode.Down, 100, 4, 77_300)]
    [InlineData(LimitBase.Median, LimitRoundingMode.Down, 1, 1, 54_152)]
    [InlineData(LimitBase.TwiceVeryLow, LimitRoundingMode.Nearest, 500, 4, 105_000)]
    public void Modified_RoundsAsChosen(
        LimitBase of, LimitRoundingMode mode, int unit, int size, int expected) =>
        Assert.Equal(
            Usd(expected),
            Limit(new LimitRule.Modified(80, of, new LimitRounding(mode, unit)), _hampden, size).Amount);

    [Fact]
    public void Override_IsMarkedAndKeepsItsReason()
    {
        var rule = new LimitRule.Override(Usd(90_000), "Board resolution 2026-14");
        var limit = Limit(rule, _hampden, 4);
        Assert.Equal(Usd(90_000), limit.Amount);
        Assert.Equal(LimitOrigin.Overridden, limit.Origin);
        Assert.Equal(rule, limit.Rule);
    }

    public static TheoryData<IncomeLimitRefusal, LimitRule, int> Refusals { get; } = new()
    {
        { IncomeLimitRefusal.HouseholdSizeOutOfRange, new LimitRule.Hud(80), 0 },
        { IncomeLimitRefusal.HouseholdSizeOutOfRange, new LimitRule.Hud(80), 31 },
        { IncomeLimitRefusal.PercentOutOfRange, new LimitRule.Hud(0), 4 },
        { IncomeLimitRefusal.PercentOutOfRange, new LimitRule.Mtsp(-5), 4 },
        { IncomeLimitRefusal.PercentOutOfRange, new LimitRule.OfMedian(500.01m), 4 },
        {
            IncomeLimitRefusal.RoundingUnitNotPositive,
            new LimitRule.Modified(80, LimitBase.Median, new LimitRounding(LimitRoundingMode.Up, 0)), 4
        },
        { IncomeLimitRefusal.OverrideWithoutReason, new LimitRule.Override(Usd(1), " "), 4 },
        { IncomeLimitRefusal.OverrideAmountNotUsable, new LimitRule.Override(Usd(-1), "Typed wrong"), 4 },
        {
            IncomeLimitRefusal.OverrideAmountNotUsable,
            new LimitRule.Override(Money.Of(1, Currency.Gbp), "Other currency"), 4
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void For_RefusesByName(IncomeLimitRefusal expected, LimitRule rule, int size) =>
        Assert.Equal(expected, rule.For(_hampden, size).Refusal);

    [Fact]
    public void For_RefusesWhatTheReleaseDoesNotHave()
    {
        var medianOnly = new PublishedLimits(
            "us:county:25013", 2026, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 1), Usd(96_700));
        Assert.Equal(IncomeLimitRefusal.NotPublished, new LimitRule.Hud(60).For(medianOnly, 4).Refusal);
        Assert.Equal(
            IncomeLimitRefusal.NotPublished,
            new LimitRule.Published(PublishedLevel.Low).For(medianOnly, 9).Refusal);
        Assert.Equal(
            IncomeLimitRefusal.GuidelineMissing,
            new LimitRule.Published(PublishedLevel.ExtremelyLow).For(Of("72001", 2026), 9).Refusal);
    }

    [Fact]
    public void For_GivesALargerHouseholdNoLowerLimit() =>
        Prop.ForAll(
            Gen.Elements(All.ToArray()).ToArbitrary(),
            Gen.Elements(_rules).ToArbitrary(),
            Gen.Choose(1, 29).ToArbitrary(),
            (limits, rule, size) =>
                !rule.For(limits, size + 1).Has(out var larger, out _)
                || Limit(rule, limits, size).Amount <= larger.Amount)
            .QuickCheckThrowOnFailure();

    private static readonly LimitRule[] _rules =
    [
        new LimitRule.Published(PublishedLevel.ExtremelyLow),
        new LimitRule.Published(PublishedLevel.VeryLow),
        new LimitRule.Published(PublishedLevel.Low),
        new LimitRule.OfMedian(80),
        new LimitRule.Hud(60),
        new LimitRule.Mtsp(60),
        new LimitRule.Modified(120, LimitBase.TwiceVeryLow, new LimitRounding(LimitRoundingMode.Nearest, 100)),
    ];

    private static IncomeLimit Limit(LimitRule rule, PublishedLimits limits, int size)
    {
        Assert.True(rule.For(limits, size).Has(out var limit, out var refusal), refusal?.ToString());
        return limit;
    }

    private static decimal Computed(PublishedLimits limits, PublishedLevel level, int size) =>
        new LimitCalculation(limits, size).ByHudsRule(level);
}
