using System.Numerics;
using System.Runtime.InteropServices;

namespace Commonstead.Core;

/// <summary>
/// Counts positive numbers in bins of equal relative width, 1,024 to a doubling, so that quantiles of any number of
/// paths take little memory and are within a bin's width, 0.1 %, of those of all numbers sorted.
/// </summary>
internal sealed class LogHistogram
{
    // A double's exponent and the first ten bits of its fraction, in the order of the numbers themselves.
    private const int Shift = 42;
    private const int BinsOfDoubling = 1 << (52 - Shift);

    /// <summary>Numbers below this count as nothing.</summary>
    private const double Least = 1.0 / 1024;

    // What is beyond any price counts as this, so that memory stays bounded whatever growth a study states.
    private const double Most = 1L << 50;

    // Small counters, since those of a long study outgrow the processor's cache; a full one begins again from zero, and
    // how often that was is kept aside.
    private const int Full = ushort.MaxValue + 1;

    private readonly Dictionary<int, int> _filled = [];
    private ushort[] _counts = [];
    private int _first;
    private long _nothing;
    private double _smallest = double.PositiveInfinity;

    /// <summary>How many numbers were counted.</summary>
    public long Count { get; private set; }

    /// <summary>The greatest number counted.</summary>
    public double Greatest { get; private set; }

    /// <summary>Counts the first lanes of a column, but for those of a mask.</summary>
    public void Add(double[] column, long[]? without, int lanes)
    {
        if (without is null || !Lanes.Any(without))
        {
            Add(column.AsSpan(0, lanes));
            return;
        }

        for (var lane = 0; lane < lanes; lane++)
            if (without[lane] == 0) Add(column.AsSpan(lane, 1));
    }

    // The one comparison that keeps a number within its bins also finds the number that there is no bin for yet.
    private void Add(ReadOnlySpan<double> numbers)
    {
        Count += numbers.Length;
        Bound(numbers);
        var (counts, first) = (_counts, _first);
        foreach (var number in numbers)
        {
            if (!(number >= Least))
            {
                _nothing++;
                continue;
            }

            var at = unchecked(Bin(number) - first);
            if (unchecked((uint)at) >= (uint)counts.Length)
            {
                var bin = Math.Min(Bin(number), Bin(Most));
                Cover(bin, bin);
                (counts, first) = (_counts, _first);
                at = bin - first;
            }

            if (unchecked(++counts[at]) == 0) Fill(at + first);
        }
    }

    /// <summary>Adds what another has counted.</summary>
    public void Add(LogHistogram other)
    {
        Count += other.Count;
        _nothing += other._nothing;
        Bound(other._smallest, other.Greatest);
        if (other._counts.Length == 0) return;
        Cover(other._first, other._first + other._counts.Length - 1);
        for (var bin = other._first; bin < other._first + other._counts.Length; bin++)
        {
            var sum = _counts[bin - _first] + other._counts[bin - other._first];
            _counts[bin - _first] = unchecked((ushort)sum);
            if (sum >= Full) Fill(bin);
        }

        foreach (var (bin, times) in other._filled) Fill(bin, times);
    }

    /// <summary>The numbers below which shares of all stand; nulls when nothing was counted.</summary>
    /// <param name="shares">The shares, from 0 to 1 and ascending.</param>
    public double?[] Quantiles(params ReadOnlySpan<double> shares)
    {
        var found = new double?[shares.Length];
        if (Count == 0) return found;
        var (below, bin, within) = (0L, _first - 1, _nothing);
        for (var at = 0; at < found.Length; at++)
        {
            var rank = Math.Clamp((long)Math.Ceiling(shares[at] * Count), 1, Count);
            while (below + within < rank)
            {
                below += within;
                within = CountOf(++bin);
            }

            found[at] = bin < _first
                ? 0 : Math.Clamp(Within(bin, (rank - below - 0.5) / within), _smallest, Greatest);
        }

        return found;
    }

    private static int Bin(double number) => unchecked((int)(BitConverter.DoubleToInt64Bits(number) >> Shift));

    private static double Begin(int bin) => BitConverter.Int64BitsToDouble((long)bin << Shift);

    // Where all numbers are one, as under a rule that knows no chance, their quantiles are that number.
    private void Bound(ReadOnlySpan<double> numbers)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        if (vectors.Length > 0)
        {
            var (low, high) = (vectors[0], vectors[0]);
            foreach (var vector in vectors) (low, high) = (Lanes.Min(low, vector), Lanes.Max(high, vector));
            for (var lane = 0; lane < Vector<double>.Count; lane++) Bound(low[lane], high[lane]);
        }

        foreach (var number in numbers[(vectors.Length * Vector<double>.Count)..]) Bound(number, number);
    }

    private void Bound(double low, double high) =>
        (_smallest, Greatest) = (Math.Min(_smallest, low), Math.Max(Greatest, high));

    private static double Within(int bin, double share) => Begin(bin) + (Begin(bin + 1) - Begin(bin)) * share;

    private long CountOf(int bin) =>
        _counts[bin - _first] + (_filled.Count == 0 ? 0 : (long)Full * _filled.GetValueOrDefault(bin));

    private void Fill(int bin, int times = 1) => _filled[bin] = _filled.GetValueOrDefault(bin) + times;

    private void Cover(int from, int to)
    {
        if (_counts.Length > 0 && from >= _first && to < _first + _counts.Length) return;
        if (_counts.Length > 0) (from, to) = (Math.Min(from, _first), Math.Max(to, _first + _counts.Length - 1));

        // Room for half a doubling on either side, so that growing is rare.
        (from, to) = (Math.Max(0, from - BinsOfDoubling / 2), to + BinsOfDoubling / 2);
        var counts = new ushort[to - from + 1];
        _counts.CopyTo(counts, _counts.Length == 0 ? 0 : _first - from);
        (_counts, _first) = (counts, from);
    }
}
