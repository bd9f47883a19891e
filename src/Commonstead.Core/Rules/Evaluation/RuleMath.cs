namespace Commonstead.Core;

/// <summary>
/// Exact decimal functions of the rule language; all throw <see cref="OverflowException"/> past 28 digits.
/// </summary>
internal static class RuleMath
{
    /// <summary>The largest power, root and number of payments.</summary>
    public const int MostPeriods = 1200;

    // Rounding first settles what division left behind: 1/3 × 39,000 is 12,999.999… of 28 digits, and means 13,000.
    private const int SettledDecimals = 12;

    /// <summary>Rounds to a multiple of the unit; up and down are towards plus and minus infinity.</summary>
    public static decimal Round(decimal value, RuleRounding mode, decimal unit)
    {
        var settled = decimal.Round(value, SettledDecimals, MidpointRounding.ToEven);
        var rest = settled % unit;
        if (rest == 0) return settled;
        var below = rest < 0 ? settled - rest - unit : settled - rest;
        var above = rest < 0 ? settled - rest : settled - rest + unit;
        return mode switch
        {
            RuleRounding.Down => below,
            RuleRounding.Up => above,
            _ => Nearest(settled, below, above, mode, unit),
        };
    }

    /// <summary>The whole power; a negative power divides.</summary>
    /// <exception cref="DivideByZeroException">Zero has no negative power.</exception>
    public static decimal Power(decimal value, int exponent)
    {
        if (exponent < 0) return decimal.One / Power(value, -exponent);
        var result = decimal.One;
        var factor = value;
        for (var left = exponent; left > 0; left >>= 1)
        {
            if ((left & 1) == 1) result *= factor;
            if (left > 1) factor *= factor;
        }
        return result;
    }

    /// <summary>The root of a number that is not negative, exact where the root has at most 14 decimals.</summary>
    public static decimal Root(decimal value, int degree)
    {
        if (value == 0 || value == 1 || degree == 1) return value;
        var low = value < 1 ? value : 1;
        var high = value < 1 ? 1 : value;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (Exceeds(middle, degree, value)) high = middle;
            else low = middle;
        }
        const int ShortDecimals = 14;
        var rounded = decimal.Round(high, ShortDecimals);
        return !Exceeds(rounded, degree, value) && Power(rounded, degree) == value ? rounded : low;
    }

    /// <summary>
    /// What a payment at the end of each period is worth at the start of the first: payment × Σ (1 + rate)⁻ᵏ. Summed
    /// term by
    /// term, so that a rate of zero or near it loses nothing.
    /// </summary>
    public static decimal PresentValue(decimal payment, decimal rate, int periods) => payment * Annuity(rate, periods);

    /// <summary>What is left of a level-payment loan after a number of its payments, none of them rounded.</summary>
    public static decimal Balance(decimal loan, decimal rate, int periods, int paid) =>
        loan * Annuity(rate, periods - paid) / Annuity(rate, periods);

    private static decimal Annuity(decimal rate, int periods)
    {
        var discount = decimal.One / (decimal.One + rate);
        var sum = decimal.Zero;
        var factor = decimal.One;
        for (var period = 0; period < periods; period++)
        {
            factor *= discount;
            sum += factor;
        }
        return sum;
    }

    private static decimal Nearest(decimal value, decimal below, decimal above, RuleRounding mode, decimal unit)
    {
        var toBelow = value - below;
        var toAbove = above - value;
        if (toBelow != toAbove) return toBelow < toAbove ? below : above;
        if (mode == RuleRounding.Even) return below / unit % 2 == 0 ? below : above;
        return value < 0 ? below : above;
    }

    // Compares without an overflow to catch: a factor past the square root of the largest decimal exceeds every value.
    private static bool Exceeds(decimal root, int degree, decimal value)
    {
        const decimal LargestSquarable = 281_474_976_710_655m;
        var result = decimal.One;
        var factor = root;
        for (var left = degree; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                if (factor > 1 && result > value / factor) return true;
                result *= factor;
            }
            if (left == 1) break;
            if (factor > LargestSquarable) return true;
            factor *= factor;
        }
        return result > value;
    }
}

/// <summary>How a rounding goes: nearest has halves away from zero, even has halves to the even multiple.</summary>
internal enum RuleRounding
{
    Nearest,
    Even,
    Up,
    Down,
}
