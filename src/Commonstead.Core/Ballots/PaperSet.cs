namespace Commonstead.Core;

/// <summary>
/// The ballot papers of a count, equal ones together. What the marks of a paper are depends on the rule: the candidates
/// in order of preference, the candidates approved of, or the points of every candidate in turn.
/// </summary>
public sealed class PaperSet
{
    private readonly ushort[] _marks;
    private readonly int[] _starts;
    private readonly long[] _copies;

    private PaperSet(ushort[] marks, int[] starts, long[] copies, int count) =>
        (_marks, _starts, _copies, Count, Total) = (marks, starts, copies, count, copies.Take(count).Sum());

    /// <summary>How many different papers there are.</summary>
    public int Count { get; }

    /// <summary>How many papers there are in all.</summary>
    public long Total { get; }

    /// <summary>The marks on a paper.</summary>
    /// <param name="paper">From 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<ushort> Marks(int paper) => _marks.AsSpan(_starts[paper].._starts[paper + 1]);

    /// <summary>How many papers are marked so.</summary>
    public long Copies(int paper) => _copies[paper];

    /// <summary>The papers' numbers in an order that depends on nothing but their marks.</summary>
    public int[] Sorted()
    {
        var order = new int[Count];
        for (var i = 0; i < Count; i++) order[i] = i;
        Array.Sort(order, (left, right) => Marks(left).SequenceCompareTo(Marks(right)));
        return order;
    }

    /// <summary>Collects papers, in any order.</summary>
    public sealed class Builder
    {
        private ushort[] _marks = new ushort[1024];
        private int[] _starts = new int[128];
        private long[] _copies = new long[128];
        private Slot[] _slots = new Slot[256];
        private int _count;

        /// <summary>Adds papers that are all marked alike.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than one copy.</exception>
        public void Add(ReadOnlySpan<ushort> marks, long copies = 1)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
            var hash = HashOf(marks);
            var slot = SlotOf(marks, hash);
            if (_slots[slot].Paper == 0) _slots[slot] = new Slot(hash, Append(marks));
            ref var counted = ref _copies[_slots[slot].Paper - 1];
            counted = checked(counted + copies);
            if (_count * 2 > _slots.Length) Spread();
        }

        /// <summary>The papers collected; the builder is not used again.</summary>
        public PaperSet Build() => new(_marks, _starts, _copies, _count);

        private ReadOnlySpan<ushort> MarksOf(int paper) => _marks.AsSpan(_starts[paper].._starts[paper + 1]);

        private int Append(ReadOnlySpan<ushort> marks)
        {
            var (start, end) = (_starts[_count], _starts[_count] + marks.Length);
            if (end > _marks.Length) Array.Resize(ref _marks, Math.Max(end, _marks.Length * 2));
            if (_count + 2 > _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
            if (_count + 1 > _copies.Length) Array.Resize(ref _copies, _copies.Length * 2);
            marks.CopyTo(_marks.AsSpan(start));
            _starts[_count + 1] = end;
            return ++_count;
        }

        // The slot that holds the paper, or the free one where it belongs.
        private int SlotOf(ReadOnlySpan<ushort> marks, uint hash)
        {
            var mask = _slots.Length - 1;
            var slot = (int)hash & mask;
            while (_slots[slot].Paper > 0
                && !(_slots[slot].Hash == hash && MarksOf(_slots[slot].Paper - 1).SequenceEqual(marks)))
            {
                slot = (slot + 1) & mask;
            }

            return slot;
        }

        private void Spread()
        {
            var (old, mask) = (_slots, (_slots.Length * 2) - 1);
            _slots = new Slot[mask + 1];
            foreach (var filled in old)
            {
                if (filled.Paper == 0) continue;
                var slot = (int)filled.Hash & mask;
                while (_slots[slot].Paper > 0) slot = (slot + 1) & mask;
                _slots[slot] = filled;
            }
        }

        // FNV-1a over whole marks, with its high bits brought down to where the mask looks.
        private static uint HashOf(ReadOnlySpan<ushort> marks)
        {
            unchecked
            {
                var hash = 14_695_981_039_346_656_037UL;
                foreach (var mark in marks) hash = (hash ^ mark) * 1_099_511_628_211UL;
                return (uint)(hash ^ (hash >> 29)) & int.MaxValue;
            }
        }

        // Papers count from 1 here, so that an empty table is one of free slots. The hash stands beside the paper
        // because looking at the marks of another paper is what takes time.
        private readonly record struct Slot(uint Hash, int Paper);
    }
}
