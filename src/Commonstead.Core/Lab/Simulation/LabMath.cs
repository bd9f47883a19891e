using System.Numerics;

namespace Commonstead.Core;

/// <summary>
/// Exponential and logarithm that give the same bits on every machine: additions, multiplications and divisions of IEEE
/// 754 doubles in a fixed order, no fused multiply-add, no library function. The forms for vectors do the same
/// operations in each lane. Errors, tested against a reference of 60 digits: at most 1 unit in the last place for
/// <see cref="Exp(double)"/> and <see cref="Log(double)"/> in their ranges.
/// </summary>
/// <remarks>
/// After the methods in Muller, "Elementary Functions" (3rd edition, 2016): reduction by multiples of ln 2 in two parts
/// (Cody and Waite), then for exp the Taylor series of a remainder of at most ½ ln 2, and for log the series of the
/// inverse hyperbolic tangent, with the leading term kept apart.
/// </remarks>
internal static class LabMath
{
    /// <summary>The range in which <see cref="Exp(double)"/> is used; beyond it the argument is clamped.</summary>
    public const double MostExponent = 700;

    private const double InverseLn2 = 1.4426950408889634;

    // ln 2 in two parts; the first has 32 significant bits, so that its product with a small whole number is exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double RootOfHalf = 0.70710678118654752440;
    private const long MantissaMask = 0x000FFFFFFFFFFFFF;
    private const long ExponentOfHalf = 0x3FE0000000000000;

    // Rounding to a whole number by adding 1.5 × 2⁵².
    private const double RoundingShift = 6755399441055744.0;

    // 1 ÷ k!, from 13 down to 3.
    private static readonly double[] _expTerms =
    [
        1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
        1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6,
    ];

    // 2 ÷ (2 k + 1), from k = 11 down to 1.
    private static readonly double[] _logTerms =
    [
        2.0 / 23, 2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3,
    ];

    /// <summary>e to the power of a number from −700 to 700.</summary>
    public static double Exp(double x)
    {
        x = x > MostExponent ? MostExponent : x < -MostExponent ? -MostExponent : x;
        var shifted = x * InverseLn2 + RoundingShift;
        var whole = shifted - RoundingShift;
        var high = x - whole * Ln2High;
        var low = whole * Ln2Low;
        var r = high - low;
        var lost = high - r - low;
        var tail = _expTerms[0];
        for (var term = 1; term < _expTerms.Length; term++) tail = tail * r + _expTerms[term];

        // 1 + (r + (½ r² + r³ × tail)), with what the reduction lost.
        var rest = r * r * (0.5 + r * tail) + lost;
        return (1.0 + (r + rest)) * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }

    /// <summary>e to the power of each lane, from −700 to 700.</summary>
    public static Vector<double> Exp(Vector<double> x)
    {
        x = Lanes.Min(Lanes.Max(x, new Vector<double>(-MostExponent)), new Vector<double>(MostExponent));
        var shift = new Vector<double>(RoundingShift);
        var shifted = x * new Vector<double>(InverseLn2) + shift;
        var whole = shifted - shift;
        var high = x - whole * new Vector<double>(Ln2High);
        var low = whole * new Vector<double>(Ln2Low);
        var r = high - low;
        var lost = high - r - low;
        var tail = new Vector<double>(_expTerms[0]);
        for (var term = 1; term < _expTerms.Length; term++) tail = tail * r + new Vector<double>(_expTerms[term]);
        var rest = r * r * (new Vector<double>(0.5) + r * tail) + lost;

        // The whole number stands in the low bits of the shifted sum.
        var power = Vector.AsVectorInt64(shifted) - Vector.AsVectorInt64(shift) + new Vector<long>(1023);
        return (Vector<double>.One + (r + rest)) * Vector.AsVectorDouble(Vector.ShiftLeft(power, 52));
    }

    /// <summary>The natural logarithm of a number above zero that is neither subnormal nor infinite.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits >> 52) - 1022;
        var m = BitConverter.Int64BitsToDouble((bits & MantissaMask) | ExponentOfHalf);
        if (m < RootOfHalf)
        {
            m += m;
            exponent--;
        }

        var f = m - 1.0;
        var s = f / (2.0 + f);
        var z = s * s;
        var tail = _logTerms[0];
        for (var term = 1; term < _logTerms.Length; term++) tail = tail * z + _logTerms[term];

        // log m = f − (½ f² − s × (½ f² + z × tail)): the exact leading term apart from a small correction.
        var half = 0.5 * f * f;
        var whole = (double)exponent;
        return whole * Ln2High + (f - (half - (s * (half + z * tail) + whole * Ln2Low)));
    }

    /// <summary>The natural logarithm of each lane, all above zero, neither subnormal nor infinite.</summary>
    public static Vector<double> Log(Vector<double> x)
    {
        var bits = Vector.AsVectorInt64(x);
        var m = Vector.AsVectorDouble((bits & new Vector<long>(MantissaMask)) | new Vector<long>(ExponentOfHalf));
        var isSmall = Vector.LessThan(m, new Vector<double>(RootOfHalf));
        m = Vector.ConditionalSelect(isSmall, m + m, m);

        // A comparison's mask is −1 where it holds.
        var exponent = Vector.ShiftRightLogical(bits, 52) - new Vector<long>(1022) + Vector.AsVectorInt64(isSmall);
        var f = m - Vector<double>.One;
        var s = f / (new Vector<double>(2.0) + f);
        var z = s * s;
        var tail = new Vector<double>(_logTerms[0]);
        for (var term = 1; term < _logTerms.Length; term++) tail = tail * z + new Vector<double>(_logTerms[term]);
        var half = new Vector<double>(0.5) * f * f;

        // Small whole numbers become doubles exactly, in the low bits of the shift.
        var shift = new Vector<double>(RoundingShift);
        var whole = Vector.AsVectorDouble(exponent + Vector.AsVectorInt64(shift)) - shift;
        return whole * new Vector<double>(Ln2High)
            + (f - (half - (s * (half + z * tail) + whole * new Vector<double>(Ln2Low))));
    }

    /// <summary>A number to a whole power from 0 on, by repeated squaring.</summary>
    public static double Power(double value, int exponent)
    {
        var (result, factor) = (1.0, value);
        for (var left = exponent; left > 0; left >>= 1)
        {
            if ((left & 1) == 1) result *= factor;
            if (left > 1) factor *= factor;
        }

        return result;
    }
}
