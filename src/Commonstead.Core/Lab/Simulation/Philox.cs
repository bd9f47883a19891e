using System.Runtime.CompilerServices;

namespace Commonstead.Core;

/// <summary>
/// The lab's random numbers: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2,
/// 3" (SC 2011). A number is a function of seed, path, year and purpose alone, so that results depend neither on the
/// number of threads nor on the order in which chunks are computed.
/// </summary>
internal static class Philox
{
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Four words of 32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint A, uint B, uint C, uint D) Words(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        unchecked
        {
            var (k0, k1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < Rounds; round++)
            {
                var first = (ulong)FirstMultiplier * c0;
                var second = (ulong)SecondMultiplier * c2;
                (c0, c1, c2, c3) = (
                    (uint)(second >> 32) ^ c1 ^ k0, (uint)second, (uint)(first >> 32) ^ c3 ^ k1, (uint)first);
                k0 += FirstWeyl;
                k1 += SecondWeyl;
            }

            return (c0, c1, c2, c3);
        }
    }

    /// <summary>A number between 0 and 1, neither of them, from a word: its middle of 2³² equal parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Unit(uint word) => (word + 0.5) * (1.0 / 4294967296.0);

    /// <summary>A whole number from 0 to below a bound; its bias is below bound ÷ 2³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(uint word, int bound) => unchecked((int)(((ulong)word * (ulong)bound) >> 32));
}

/// <summary>What a random number is for; each purpose has a stream of its own.</summary>
internal enum DrawPurpose : uint
{
    /// <summary>Where a block of history begins.</summary>
    Block = 1,

    /// <summary>The year's normal numbers.</summary>
    Normals = 2,

    /// <summary>Whether the owner leaves this year.</summary>
    Leaving = 3,
}
