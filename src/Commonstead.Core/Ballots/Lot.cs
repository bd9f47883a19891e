using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Commonstead.Core;

/// <summary>
/// A lot drawn between candidates whom nothing else tells apart: an order of all of them, in which the earlier one is
/// elected, or has her surplus moved, before the later one, and the later one is excluded first.
/// </summary>
public sealed record Lot
{
    private readonly int[] _places;

    private Lot(IReadOnlyList<int> order, string? seed)
    {
        (Order, Seed) = (order, seed);
        _places = new int[order.Count];
        for (var place = 0; place < order.Count; place++) _places[order[place]] = place;
    }

    /// <summary>The candidates in the order drawn.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>What the order was made from, when it was made from a seed drawn in public.</summary>
    public string? Seed { get; }

    /// <summary>An order drawn by hand.</summary>
    /// <param name="order">Every candidate once, by place in the contest's list.</param>
    /// <exception cref="ArgumentException">A candidate is missing or stands twice.</exception>
    public static Lot Drawn(IReadOnlyList<int> order)
    {
        if (!order.Order().SequenceEqual(Enumerable.Range(0, order.Count)))
            throw new ArgumentException("A lot names every candidate once.", nameof(order));
        return new Lot([.. order], null);
    }

    /// <summary>
    /// An order that anyone can make again from a seed which nobody could choose, such as dice thrown before witnesses:
    /// candidates stand by the SHA-256 of the seed, a colon and their number on the ballot paper, in UTF-8, smallest
    /// first.
    /// </summary>
    public static Lot FromSeed(string seed, int candidates) => new(
        [
            .. Enumerable.Range(0, candidates).OrderBy(
                c => Convert.ToHexString(SHA256.HashData(
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{c + 1}")))),
                StringComparer.Ordinal),
        ],
        seed);

    /// <summary>The earliest of some in the order drawn.</summary>
    public int First(IEnumerable<int> candidates) => candidates.MinBy(c => _places[c]);

    /// <summary>The latest of some in the order drawn.</summary>
    public int Last(IEnumerable<int> candidates) => candidates.MaxBy(c => _places[c]);
}
