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

    private int[] _counts = [];
    private int _first;
    private long _nothing;

    /// <summary>How many numbers were counted.</summary>
    public long Count { get; private set; }

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
                Cover(Bin(number), Bin(number));
                (counts, first) = (_counts, _first);
                at = Bin(number) - first;
            }

            counts[at]++;
        }
    }

    /// <summary>Adds what another has counted.</summary>
    public void Add(LogHistogram other)
    {
        Count += other.Count;
        _nothing += other._nothing;
        if (other._counts.Length == 0) return;
        Cover(other._first, other._first + other._counts.Length - 1);
        for (var bin = 0; bin < other._counts.Length; bin++) _counts[bin + other._first - _first] += other._counts[bin];
    }

    /// <summary>The number below which a share of all stands; null when nothing was counted.</summary>
    public double? Quantile(double share)
    {
        if (Count == 0) return null;
        var rank = Math.Clamp((long)Math.Ceiling(share * Count), 1, Count);
        var below = _nothing;
        if (rank <= below) return 0;
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            if (below + _counts[bin] >= rank)
            {
                var (low, high) = (Begin(bin + _first), Begin(bin + _first + 1));
                return low + (high - low) * ((rank - below - 0.5) / _counts[bin]);
            }

            below += _counts[bin];
        }

        return null;
    }

    private static int Bin(double number) => unchecked((int)(BitConverter.DoubleToInt64Bits(number) >> Shift));

    private static double Begin(int bin) => BitConverter.Int64BitsToDouble((long)bin << Shift);

    private void Cover(int from, int to)
    {
        if (_counts.Length > 0 && from >= _first && to < _first + _counts.Length) return;
        if (_counts.Length > 0) (from, to) = (Math.Min(from, _first), Math.Max(to, _first + _counts.Length - 1));

        // Room for half a doubling on either side, so that growing is rare.
        (from, to) = (Math.Max(0, from - BinsOfDoubling / 2), to + BinsOfDoubling / 2);
        var counts = new int[to - from + 1];
        _counts.CopyTo(counts, _counts.Length == 0 ? 0 : _first - from);
        (_counts, _first) = (counts, from);
    }
}
