namespace Commonstead.Core;

/// <summary>
/// One calculation of an income limit: follows a <see cref="LimitRule"/> from the published figures to the amount,
/// keeping each step.
/// </summary>
internal sealed class LimitCalculation(PublishedLimits limits, int householdSize)
{
    private const int FourPersons = 4;

    private readonly List<LimitStep> _working = [];
    private decimal _amount;
    private IncomeLimitRefusal? _refusal;

    /// <summary>Follows the rule.</summary>
    public IncomeLimitAnswer Run(LimitRule rule)
    {
        if (Refuse(rule) is { } refusal) return IncomeLimitAnswer.Refused(refusal);
        var origin = Follow(rule);
        if (_refusal is { } found) return IncomeLimitAnswer.Refused(found);
        // Incomes are whole cents: cutting off a fraction of a cent decides no comparison.
        var money = Money.Rounded(_amount, limits.Median.Currency, MidpointRounding.ToZero);
        return IncomeLimitAnswer.Of(new IncomeLimit(money, origin, rule, householdSize, limits, _working));
    }

    private IncomeLimitRefusal? Refuse(LimitRule rule)
    {
        if (householdSize is < 1 or > HouseholdFactor.LargestSize) return IncomeLimitRefusal.HouseholdSizeOutOfRange;
        decimal? percent = rule switch
        {
            LimitRule.OfMedian median => median.Percent,
            LimitRule.Hud hud => hud.Percent,
            LimitRule.Mtsp mtsp => mtsp.Percent,
            LimitRule.Modified modified => modified.Percent,
            _ => null,
        };
        if (percent is <= 0 or > LimitRule.LargestPercent) return IncomeLimitRefusal.PercentOutOfRange;
        return rule switch
        {
            LimitRule.Modified { Rounding.Unit: <= 0 } => IncomeLimitRefusal.RoundingUnitNotPositive,
            LimitRule.Override set when string.IsNullOrWhiteSpace(set.Reason) =>
                IncomeLimitRefusal.OverrideWithoutReason,
            LimitRule.Override set when set.Amount.Minor < 0 || set.Amount.Currency != limits.Median.Currency =>
                IncomeLimitRefusal.OverrideAmountNotUsable,
            _ => null,
        };
    }

    private LimitOrigin Follow(LimitRule rule)
    {
        switch (rule)
        {
            case LimitRule.Published published: return Level(published.Level);
            case LimitRule.Hud { Percent: 50 }: return Level(PublishedLevel.VeryLow);
            case LimitRule.Hud { Percent: 80 }: return Level(PublishedLevel.Low);
            case LimitRule.Hud hud:
                Scale(PublishedLevel.VeryLow, 2 * hud.Percent, LimitRounding.UpToFifty);
                break;
            case LimitRule.Mtsp mtsp:
                Level(PublishedLevel.VeryLow);
                TimesPercent(2 * mtsp.Percent);
                break;
            case LimitRule.OfMedian median:
                Take(LimitStepKind.Median, FourPersons, limits.Median);
                TimesPercent(median.Percent);
                TimesSizeFactor();
                break;
            case LimitRule.Modified { Base: LimitBase.Median } modified:
                Take(LimitStepKind.Median, FourPersons, limits.Median);
                TimesPercent(modified.Percent);
                TimesSizeFactor();
                Round(modified.Rounding);
                break;
            case LimitRule.Modified modified:
                Scale(PublishedLevel.VeryLow, 2 * modified.Percent, modified.Rounding);
                break;
            case LimitRule.Override set:
                Take(LimitStepKind.Override, 0, set.Amount);
                return LimitOrigin.Overridden;
        }
        return LimitOrigin.Computed;
    }

    // Published figures are looked up: HUD's own rounding is not always that of its rule (it works from figures it does
    // not publish), so the rule serves only where HUD publishes nothing.
    private LimitOrigin Level(PublishedLevel level)
    {
        if (householdSize <= PublishedLimits.LargestPublishedSize)
        {
            LookUp(level, householdSize);
            return LimitOrigin.Published;
        }
        ByHudsRule(level);
        return LimitOrigin.Computed;
    }

    /// <summary>What HUD's own rule gives for a level and this household, published or not.</summary>
    internal decimal ByHudsRule(PublishedLevel level)
    {
        if (level == PublishedLevel.ExtremelyLow) ExtremelyLow();
        else Scale(level, null, LimitRounding.UpToFifty);
        return _amount;
    }

    // 24 CFR 5.603: the higher of 30 % of the median (0.6 of the very low limit) and the poverty guideline, but never
    // above the very low limit. HUD rounds the four-person base to the nearest 50, and the guideline not at all.
    private void ExtremelyLow()
    {
        if (limits.Guideline is not { } guideline)
        {
            _refusal = IncomeLimitRefusal.GuidelineMissing;
            return;
        }
        LookUp(PublishedLevel.VeryLow, FourPersons);
        var veryLow = LimitRounding.UpToFifty.Apply(_amount * HouseholdFactor.Percent(householdSize) / 100);
        TimesPercent(60);
        Round(new LimitRounding(LimitRoundingMode.Nearest, 50));
        TimesSizeFactor();
        Round(LimitRounding.UpToFifty);
        var floor = guideline.For(householdSize).Amount;
        Step(LimitStepKind.AtLeastGuideline, floor, Math.Max(_amount, floor));
        Step(LimitStepKind.AtMostVeryLow, veryLow, Math.Min(_amount, veryLow));
    }

    private void Scale(PublishedLevel level, decimal? percent, LimitRounding rounding)
    {
        LookUp(level, FourPersons);
        if (percent is { } share) TimesPercent(share);
        TimesSizeFactor();
        Round(rounding);
    }

    private void LookUp(PublishedLevel level, int size)
    {
        var kind = level switch
        {
            PublishedLevel.ExtremelyLow => LimitStepKind.ExtremelyLow,
            PublishedLevel.VeryLow => LimitStepKind.VeryLow,
            _ => LimitStepKind.Low,
        };
        if (limits.Find(level, size) is { } published) Take(kind, size, published);
        else _refusal ??= IncomeLimitRefusal.NotPublished;
    }

    private void Take(LimitStepKind kind, int size, Money money) => Step(kind, size, money.Amount);

    private void TimesPercent(decimal percent) => Step(LimitStepKind.TimesPercent, percent, _amount * percent / 100);

    private void TimesSizeFactor()
    {
        var factor = HouseholdFactor.Percent(householdSize);
        Step(LimitStepKind.TimesSizeFactor, factor, _amount * factor / 100);
    }

    private void Round(LimitRounding rounding)
    {
        var kind = rounding.Mode switch
        {
            LimitRoundingMode.Up => LimitStepKind.RoundedUp,
            LimitRoundingMode.Down => LimitStepKind.RoundedDown,
            _ => LimitStepKind.RoundedToNearest,
        };
        Step(kind, rounding.Unit, rounding.Apply(_amount));
    }

    private void Step(LimitStepKind kind, decimal operand, decimal result)
    {
        _amount = result;
        _working.Add(new LimitStep(kind, operand, result));
    }
}
