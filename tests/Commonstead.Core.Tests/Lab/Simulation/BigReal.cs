using System.Numerics;

namespace Commonstead.Core.Tests;

/// <summary>
/// A reference of 60 decimals in whole numbers: exponential and logarithm by their series, to judge the lab's own.
/// </summary>
internal static class BigReal
{
    private const int Digits = 60;

    private static readonly BigInteger _one = BigInteger.Pow(10, Digits);

    private static readonly BigInteger _ln2 = LogOf(_one * 2);

    /// <summary>How far a result stands from e to a power, in units of the result's last place.</summary>
    public static double ExpError(double x, double result) => Error(ExpOf(Of(x)), result);

    /// <summary>How far a result stands from a logarithm, in units of the result's last place.</summary>
    public static double LogError(double x, double result)
    {
        var exponent = Math.ILogB(x);
        var log = LogOf(Of(Math.ScaleB(x, -exponent))) + exponent * _ln2;
        return Error(log, result);
    }

    private static double Error(BigInteger exact, double result)
    {
        var unit = Of(Math.BitIncrement(Math.Abs(result)) - Math.Abs(result));
        return unit.IsZero ? 0 : (double)(Of(result) - exact) / (double)unit;
    }

    // A double is a whole number times a power of two.
    private static BigInteger Of(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        if (bits < 0) mantissa = -mantissa;
        var power = Math.Max(exponent, 1) - 1075;
        return power >= 0 ? mantissa * _one << power : mantissa * _one / BigInteger.Pow(2, -power);
    }

    private static BigInteger ExpOf(BigInteger x)
    {
        // Halved until it is small, then squared back.
        var halvings = 0;
        while (BigInteger.Abs(x) > _one / 4)
        {
            x /= 2;
            halvings++;
        }

        var (sum, term) = (_one, _one);
        for (var k = 1; !term.IsZero; k++)
        {
            term = term * x / _one / k;
            sum += term;
        }

        for (; halvings > 0; halvings--) sum = sum * sum / _one;
        return sum;
    }

    private static BigInteger LogOf(BigInteger x)
    {
        var s = (x - _one) * _one / (x + _one);
        var square = s * s / _one;
        var (sum, power) = (BigInteger.Zero, s);
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += power / k;
            power = power * square / _one;
        }

        return sum * 2;
    }
}
