using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// How long owners stay, in whole years: the chance of leaving in each year of ownership for those still there.
/// </summary>
public sealed class LengthOfStay
{
    private const int Longest = LabBounds.MostHorizon;

    private LengthOfStay(string words, IReadOnlyList<decimal> chances)
    {
        Words = words;
        Chances = chances;
    }

    /// <summary>The distribution in words, which <see cref="Parse"/> reads back.</summary>
    public string Words { get; }

    /// <summary>The chance of leaving at the end of year 1, 2, … of ownership for those who have stayed so long, as
    /// fractions; the last holds for all later years.</summary>
    public IReadOnlyList<decimal> Chances { get; }

    /// <summary>One in twelve leaves each year.</summary>
    public static LengthOfStay Usual { get; } = Parse("8.3 % a year")!;

    /// <summary>
    /// Reads a distribution: <c>8 % a year</c> (the same chance each year), <c>7 years</c>, <c>3 to 12 years</c> (each
    /// as likely), <c>5, 10, 20, 30, 35</c> (percentages of owners that stay 1, 2, … years, 100 in all).
    /// </summary>
    /// <returns>Null when it is not understood.</returns>
    public static LengthOfStay? Parse(string text)
    {
        var words = text.Trim();
        if (Ending(words, "% a year") is { } chance)
        {
            return Number(chance) is > 0 and <= 100 and var percent
                ? new LengthOfStay(Plain(percent) + " % a year", [percent / 100]) : null;
        }

        if (Ending(words, "years") is { } years)
        {
            var ends = years.Split(" to ", StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Whole(ends[0]) is not { } from || Whole(ends[^1]) is not { } to) return null;
            if (to < from) return null;
            return new LengthOfStay(from == to ? $"{from} years" : $"{from} to {to} years", Evenly(from, to));
        }

        var shares = words.Split(',').Select(share => Number(share.Trim()) ?? -1).ToList();
        return shares.Count is > 1 and <= Longest && shares.All(share => share >= 0) && shares.Sum() == 100
            && shares[^1] > 0
            ? new LengthOfStay(string.Join(", ", shares.Select(Plain)), OfShares(shares)) : null;
    }

    private static List<decimal> Evenly(int from, int to) =>
        [.. Enumerable.Range(1, to).Select(year => year < from ? 0 : 1m / (to - year + 1))];

    private static List<decimal> OfShares(List<decimal> shares)
    {
        var left = 100m;
        var chances = new List<decimal>();
        foreach (var share in shares)
        {
            chances.Add(share / left);
            left -= share;
        }

        return chances;
    }

    private static string? Ending(string text, string ending) =>
        text.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? text[..^ending.Length].Trim() : null;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
        && whole is >= 1 and <= Longest ? whole : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static string Plain(decimal number) =>
        number.WithoutEmptyDecimals().ToString(CultureInfo.InvariantCulture);
}
