using static Commonstead.Core.Tests.HudCounties;

namespace Commonstead.Core.Tests;

public class BuyerLimitTests
{
    private const string Hampden = "us:county:25013";

    private static readonly DateOnly _june2026 = new(2026, 6, 1);

    private static readonly IncomeCap _lease = new("Lease", new LimitRule.Hud(80), Hampden);
    private static readonly IncomeCap _funder = new("HOME funds", new LimitRule.Mtsp(60), Hampden);

    [Fact]
    public void Of_TakesTheLowestCap()
    {
        var limit = Find([_lease, _funder], 4, _june2026);
        Assert.Equal(Usd(78_900), limit.Amount);
        Assert.Equal("HOME funds", limit.Binding.Cap.ImposedBy);
        Assert.Equal([Usd(105_200), Usd(78_900)], limit.Caps.Select(cap => cap.Limit.Amount));
    }

    [Fact]
    public void Of_NamesTheFirstOfEqualCaps() =>
        Assert.Equal("Lease", Find([_lease, _lease with { ImposedBy = "County" }], 4, _june2026).Binding.Cap.ImposedBy);

    [Fact]
    public void Check_LetsTheLimitPassAndRefusesOneCentMore()
    {
        var limit = Find([_lease], 4, _june2026);
        Assert.True(limit.Check(Usd(105_200.00m)).IsWithin);
        var over = limit.Check(Usd(105_200.01m));
        Assert.False(over.IsWithin);
        Assert.Equal(Usd(0.01m), over.Over);
    }

    [Fact]
    public void Check_RefusesAnIncomeInAnotherCurrency() =>
        Assert.Throws<MixedCurrencyException>(() => Find([_lease], 4, _june2026).Check(Money.Of(1, Currency.Gbp)));

    // The limits of fiscal year 2026 are in force from 1 May 2026, not from a year's first day.
    [Theory]
    [InlineData("2026-04-30", 95_650)]
    [InlineData("2026-05-01", 105_200)]
    public void Of_UsesTheLimitsInForceOnTheDayOfCertification(string day, int expected) =>
        Assert.Equal(Usd(expected), Find([_lease], 4, DateOnly.Parse(day)).Amount);

    [Fact]
    public void Of_LeavesAsideWhatWasPublishedAfterTheKnownByDate()
    {
        var answer = BuyerLimit.Of([_lease], All, 4, _june2026, new DateOnly(2026, 4, 30));
        Assert.Equal(2025, answer.Limit!.Binding.Limit.Limits.FiscalYear);
    }

    [Fact]
    public void Of_TakesTheLaterPublishedOfTwoInForceFromOneDay()
    {
        var corrected = Of("25013", 2026) with { PublishedOn = new DateOnly(2026, 5, 20), FiscalYear = 20_261 };
        var answer = BuyerLimit.Of([_lease], [corrected, .. All], 4, _june2026, _june2026);
        Assert.Equal(20_261, answer.Limit!.Binding.Limit.Limits.FiscalYear);
    }

    [Fact]
    public void Of_RefusesTwoReleasesWithTheSameDates()
    {
        var answer = BuyerLimit.Of([_lease], [.. All, Of("25013", 2026)], 4, _june2026, _june2026);
        Assert.Equal(IncomeLimitRefusal.TiedReleases, answer.Refusal);
        Assert.Equal(_lease, answer.Cap);
    }

    [Fact]
    public void Of_RefusesAnAreaOrADateWithoutLimits()
    {
        var elsewhere = _funder with { Area = "us:county:99999" };
        var answer = BuyerLimit.Of([_lease, elsewhere], All, 4, _june2026, _june2026);
        Assert.Equal(IncomeLimitRefusal.NoReleaseInForce, answer.Refusal);
        Assert.Equal(elsewhere, answer.Cap);
        Assert.Null(answer.Limit);
        var early = new DateOnly(2024, 3, 31);
        Assert.Equal(IncomeLimitRefusal.NoReleaseInForce, BuyerLimit.Of([_lease], All, 4, early, early).Refusal);
    }

    [Fact]
    public void Of_RefusesWhenOneCapHasNoAnswerThoughAnotherHas()
    {
        var unusable = _funder with { Rule = new LimitRule.Hud(0) };
        var answer = BuyerLimit.Of([_lease, unusable], All, 4, _june2026, _june2026);
        Assert.Equal(IncomeLimitRefusal.PercentOutOfRange, answer.Refusal);
        Assert.Equal(unusable, answer.Cap);
    }

    [Fact]
    public void Of_RefusesNoCapAtAll() =>
        Assert.Equal(IncomeLimitRefusal.NoCap, BuyerLimit.Of([], All, 4, _june2026, _june2026).Refusal);

    private static BuyerLimit Find(IReadOnlyList<IncomeCap> caps, int size, DateOnly day)
    {
        var answer = BuyerLimit.Of(caps, All, size, day, day);
        Assert.Null(answer.Refusal);
        return answer.Limit!;
    }
}
