using System.Numerics;

namespace Commonstead.Core;

/// <summary>What a payment each period is worth at the start: payment × Σ (1 + rate)⁻ᵏ.</summary>
internal sealed class PresentValueVector(VectorNode payment, VectorNode rate, VectorNode periods, Reach reach)
    : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var amount = payment.Numbers(f, register);
        var r = rate.Numbers(f, register + 1);
        var n = periods.Numbers(f, register + 2);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        for (var i = 0; i < result.Length; i++)
        {
            var (interest, count) = (r.At(i), n.At(i));
            f.Flag(i, Annuities.Unsure(interest, count) | Vector.LessThan(count, Vector<double>.Zero));
            result[i] = amount.At(i) * Annuities.Of(interest, count);
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>What is left of a level-payment loan after some of its payments.</summary>
internal sealed class BalanceVector(
    VectorNode loan, VectorNode rate, VectorNode periods, VectorNode paid, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var amount = loan.Numbers(f, register);
        var r = rate.Numbers(f, register + 1);
        var n = periods.Numbers(f, register + 2);
        var k = paid.Numbers(f, register + 3);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        for (var i = 0; i < result.Length; i++)
        {
            var (interest, count, done) = (r.At(i), n.At(i), k.At(i));
            f.Flag(i, Annuities.Unsure(interest, count) | Vector.LessThan(count, Vector<double>.One)
                | Vector.LessThan(done, Vector<double>.Zero) | Vector.GreaterThan(done, count));
            result[i] = amount.At(i) * Annuities.Of(interest, count - done) / Annuities.Of(interest, count);
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>A root of a number that is not negative, by exponential and logarithm and one step of Newton's.</summary>
internal sealed class RootVector(VectorNode value, int degree, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var x = value.Numbers(f, register);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        var (n, least) = (new Vector<double>(degree), new Vector<double>(1e-100));
        for (var i = 0; i < result.Length; i++)
        {
            var number = x.At(i);
            f.Flag(i, Vector.LessThan(number, least));
            var root = LabMath.Exp(LabMath.Log(Lanes.Max(number, least)) / n);
            var power = Vector<double>.One;
            for (var k = 1; k < degree; k++) power *= root;
            result[i] = root - (root * power - number) / (n * power);
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>Σ (1 + rate)⁻ᵏ for k from 1 to n, in closed form.</summary>
internal static class Annuities
{
    // Below this rate the closed form loses digits; such lanes are computed exactly.
    private const double LeastRate = 1e-4;

    /// <summary>Lanes in which the closed form is not good to 10⁻¹¹.</summary>
    public static Vector<long> Unsure(Vector<double> rate, Vector<double> count) =>
        Vector.LessThan(Vector.Abs(rate), new Vector<double>(LeastRate))
        | Vector.GreaterThan(rate, new Vector<double>(1))
        | Vector.LessThan(rate, new Vector<double>(-0.5))
        | Vector.GreaterThan(count, new Vector<double>(RuleMath.MostPeriods));

    /// <summary>The sum for each lane.</summary>
    public static Vector<double> Of(Vector<double> rate, Vector<double> count) =>
        (Vector<double>.One - Discount(rate, count)) / rate;

    private static Vector<double> Discount(Vector<double> rate, Vector<double> count)
    {
        var left = Lanes.Max(Lanes.Min(count, new Vector<double>(RuleMath.MostPeriods)), Vector<double>.Zero);
        var factor = Vector<double>.One / (Vector<double>.One + rate);
        var power = Vector<double>.One;
        while (!Vector.EqualsAll(left, Vector<double>.Zero))
        {
            var half = Vector.Floor(left * new Vector<double>(0.5));
            var isOdd = Vector.GreaterThan(left - half * new Vector<double>(2), Vector<double>.Zero);
            power = Vector.ConditionalSelect(isOdd, power * factor, power);
            factor *= factor;
            left = half;
        }

        return power;
    }
}
