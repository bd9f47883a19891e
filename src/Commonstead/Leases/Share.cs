using System.Globalization;

namespace Commonstead.Leases;

/// <summary>A share of a lease held in common, as a fraction in lowest terms: 1 of 3.</summary>
/// <param name="Parts">Parts held, from 1.</param>
/// <param name="Whole">Parts that make the whole.</param>
internal readonly record struct Share(int Parts, int Whole)
{
    private const int LargestWhole = 10_000;

    /// <summary>Reads <c>1/3</c>, <c>50%</c> or <c>12.5 %</c>.</summary>
    /// <returns>False for anything else, and for shares of nothing or of more than the whole.</returns>
    public static bool TryParse(string? text, out Share share)
    {
        share = default;
        var bare = (text ?? "").Replace(" ", "", StringComparison.Ordinal);
        var (parts, whole) = bare.EndsWith('%') ? Percent(bare[..^1]) : Fraction(bare);
        if (parts < 1 || whole < parts || whole > LargestWhole) return false;
        var divisor = Divisor(parts, whole);
        share = new Share(parts / divisor, whole / divisor);
        return true;
    }

    /// <summary>True when the shares make up one whole.</summary>
    public static bool AddUp(IReadOnlyCollection<Share> shares)
    {
        long parts = 0;
        long whole = 1;
        foreach (var share in shares)
        {
            (parts, whole) = (checked((parts * share.Whole) + (share.Parts * whole)), checked(whole * share.Whole));
            var divisor = Divisor(parts, whole);
            (parts, whole) = (parts / divisor, whole / divisor);
        }

        return parts == whole;
    }

    /// <summary>The share as it is written on deeds: <c>1/3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Parts}/{Whole}");

    private static (int Parts, int Whole) Percent(string text)
    {
        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var percent) || percent > 100) return (0,
            0);
        var parts = percent * 100;
        return parts == decimal.Truncate(parts) ? ((int)parts, LargestWhole) : (0, 0);
    }

    private static (int Parts, int Whole) Fraction(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? (parts, whole)
            : (0, 0);
    }

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
