using System.Globalization;

namespace Commonstead.Core;

/// <summary>How large a share has to be for something to pass: more than a half, at least two thirds.</summary>
/// <param name="Numerator">From 0 to the denominator.</param>
/// <param name="Denominator">From 1 to 1,000.</param>
/// <param name="IsMoreThan">True when the share itself is not enough.</param>
public readonly record struct Threshold(int Numerator, int Denominator, bool IsMoreThan)
{
    private const int LargestDenominator = 1_000;

    /// <summary>More than half.</summary>
    public static Threshold Majority { get; } = new(1, 2, true);

    /// <summary>At least two thirds.</summary>
    public static Threshold TwoThirds { get; } = new(2, 3, false);

    /// <summary>The fewest of some that reach the share.</summary>
    public long Needed(long of)
    {
        var (whole, rest) = Math.DivRem(checked(of * Numerator), Denominator);
        return IsMoreThan || rest > 0 ? whole + 1 : whole;
    }

    /// <summary>True when a part of a whole reaches the share, which nothing does of nothing.</summary>
    public bool IsReached(long part, long whole) => whole > 0 && part >= Needed(whole);

    /// <summary>The form of files and settings: <c>more_than 1/2</c>, <c>at_least 2/3</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsMoreThan ? "more_than" : "at_least")} {Numerator}/{Denominator}");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out Threshold threshold)
    {
        threshold = default;
        var parts = (text ?? "").Split(' ', '/');
        if (parts is not ["more_than" or "at_least", var upper, var lower]) return false;
        if (!int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator is < 1 or > LargestDenominator || numerator > denominator)
        {
            return false;
        }

        threshold = new Threshold(numerator, denominator, parts[0] == "more_than");
        return true;
    }
}
