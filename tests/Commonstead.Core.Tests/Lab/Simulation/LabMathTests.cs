using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Commonstead.Core.Tests;

/// <summary>The lab's own functions: their error against a reference of 60 digits, the same bits everywhere.</summary>
public class LabMathTests
{
    private const double MostError = 1.0;

    [Fact]
    public void Exp_IsWithinOneUnitInTheLastPlace() =>
        Assert.All(Numbers(-12, 12, 4_000).Append(0).Append(1e-9).Append(-1e-300).Append(0.34657359),
            x => Assert.InRange(BigReal.ExpError(x, LabMath.Exp(x)), -MostError, MostError));

    [Fact]
    public void Log_IsWithinOneUnitInTheLastPlace() =>
        Assert.All(
            Numbers(1e-6, 4, 3_000).Concat(Numbers(0.9, 1.1, 1_000)).Append(1).Append(2).Append(1e12).Append(1e-12)
                .Append(Math.BitIncrement(1)).Append(Math.BitDecrement(1)).Append(0.7071067811865475),
            x => Assert.InRange(BigReal.LogError(x, LabMath.Log(x)), -MostError, MostError));

    [Fact]
    public void LargeArguments_AreClamped()
    {
        Assert.Equal(LabMath.Exp(700), LabMath.Exp(1e6));
        Assert.Equal(LabMath.Exp(-700), LabMath.Exp(-1e6));
        Assert.InRange(BigReal.ExpError(50, LabMath.Exp(50)), -MostError, MostError);
    }

    [Fact]
    public void Vectors_GiveTheBitsOfScalars()
    {
        var numbers = Numbers(-20, 20, 4_096).ToArray();
        for (var at = 0; at < numbers.Length; at += Vector<double>.Count)
        {
            var exp = LabMath.Exp(new Vector<double>(numbers, at));
            var positive = LabMath.Exp(numbers[at]);
            var log = LabMath.Log(Vector.Abs(new Vector<double>(numbers, at)) + new Vector<double>(positive));
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                Assert.Equal(Bits(LabMath.Exp(numbers[at + lane])), Bits(exp[lane]));
                Assert.Equal(Bits(LabMath.Log(Math.Abs(numbers[at + lane]) + positive)), Bits(log[lane]));
            }
        }
    }

    // The digest was taken once; another machine that gives another one breaks the promise of equal figures.
    [Fact]
    public void TheBits_AreTheSameOnEveryMachine()
    {
        var results = Numbers(-30, 30, 10_000).SelectMany(x => new[]
        {
            LabMath.Exp(x), LabMath.Log(Math.Abs(x)), NormalQuantile.Of(0.5 + x / 61), LabMath.Power(1 + x / 1_000, 77),
        }).ToArray();
        var digest = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(results.AsSpan())));
        Assert.Equal("41a4957e2c5fe488b651d330a09d9d80ac8922e72c1fc081f21b8f66114c345b", digest);
    }

    // Tables of the normal distribution, and AS 241's own check values.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0)]
    public void TheNormalQuantile_IsAsPublished(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(probability), 1e-12);

    // kat_vectors of Random123, the authors' own library.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xfffffffffffffffful,
        0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822ul,
        0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_GivesItsKnownAnswers(
        uint c0, uint c1, uint c2, uint c3, ulong key, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), Philox.Words(key, c0, c1, c2, c3));

    [Fact]
    public void UnitsAndBounds_KeepTheirRange()
    {
        Assert.True(Philox.Unit(0) > 0);
        Assert.True(Philox.Unit(uint.MaxValue) < 1);
        Assert.Equal(0, Philox.Below(0, 37));
        Assert.Equal(36, Philox.Below(uint.MaxValue, 37));
    }

    // Evenly scattered, without a generator: multiples of the golden ratio.
    private static IEnumerable<double> Numbers(double from, double to, int count)
    {
        const double Golden = 0.6180339887498949;
        for (var i = 1; i <= count; i++)
        {
            var share = i * Golden;
            yield return from + (to - from) * (share - Math.Floor(share));
        }
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
