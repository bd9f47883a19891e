using System.Numerics;

namespace Commonstead.Core;

/// <summary>
/// Where one thread computes one rule for 1,024 lanes: the slots of its givens and steps, registers, flags and what it
/// keeps for the owners.
/// </summary>
internal sealed class LaneFrame
{
    private readonly List<double[]> _numbers = [];
    private readonly List<int[]> _days = [];
    private readonly List<long[]> _masks = [];

    public LaneFrame(VectorRule rule, ILaneFigures figures)
    {
        Rule = rule;
        Figures = figures;
        var inputs = new RuleInputs
        {
            Givens = new Dictionary<string, GivenValue>(StringComparer.Ordinal),
            Figures = new FigureSet([]),
            AsOf = default,
            KnownBy = default,
        };
        Shared = new LaneEvaluation(rule.Program, inputs, figures);
        Single = new LaneEvaluation(rule.Program, inputs, figures);
        Exact = new LaneExact(rule);
        NumberSlots = new double[rule.Program.SlotCount][];
        DaySlots = new int[rule.Program.SlotCount][];
        TruthSlots = new long[rule.Program.SlotCount][];
        Constants = new double[rule.ConstantCount];
        IsConstantKnown = new bool[rule.ConstantCount];
        IsStepKnown = new bool[rule.Program.SlotCount];
        HeldNumbers = Columns(rule.HeldCount);
        HeldTaints = [.. Enumerable.Range(0, rule.HeldCount).Select(_ => new long[Lanes.Count])];
        for (var slot = 0; slot < rule.Program.SlotCount; slot++)
        {
            if (rule.ReachOf(slot) is null or Reach.Study or Reach.Year) continue;
            switch (rule.KindOf(slot))
            {
                case RuleKind.Date:
                    DaySlots[slot] = new int[Lanes.Count];
                    break;
                case RuleKind.YesNo:
                    TruthSlots[slot] = new long[Lanes.Count];
                    break;
                default:
                    NumberSlots[slot] = new double[Lanes.Count];
                    break;
            }
        }
    }

    public VectorRule Rule { get; }

    public ILaneFigures Figures { get; }

    /// <summary>The exact run for what all lanes share.</summary>
    public LaneEvaluation Shared { get; }

    /// <summary>The exact run for a single lane.</summary>
    public LaneEvaluation Single { get; }

    /// <summary>The exact prices of lanes next to an edge.</summary>
    public LaneExact Exact { get; }

    public double[][] NumberSlots { get; }

    public int[][] DaySlots { get; }

    public long[][] TruthSlots { get; }

    /// <summary>Shared values of the whole study, once they are known.</summary>
    public double[] Constants { get; }

    public bool[] IsConstantKnown { get; }

    /// <summary>Steps of the whole study that are settled, by slot.</summary>
    public bool[] IsStepKnown { get; }

    /// <summary>Figures looked up at the purchase, and folds so far.</summary>
    public double[][] HeldNumbers { get; }

    /// <summary>Lanes in which a fold so far met an edge.</summary>
    public long[][] HeldTaints { get; }

    /// <summary>The lanes now looked at; null for all.</summary>
    public long[]? Active { get; set; }

    /// <summary>Lanes to be computed exactly.</summary>
    public long[] Flags { get; set; } = new long[Lanes.Count];

    /// <summary>Lanes in which the rule certainly names no price.</summary>
    public long[] Refused { get; set; } = new long[Lanes.Count];

    /// <summary>The flags and refusals of what stays the same while an owner stays.</summary>
    public long[] HeldFlags { get; } = new long[Lanes.Count];

    public long[] HeldRefused { get; } = new long[Lanes.Count];

    /// <summary>Calendar differences computed before.</summary>
    public DayMemo Memo { get; } = new();

    public double[] Number(int register) => At(_numbers, register);

    public int[] Day(int register) => At(_days, register);

    public long[] Mask(int register) => At(_masks, register);

    /// <summary>Flags the active lanes of a mask.</summary>
    public void Flag(Span<Vector<long>> mask)
    {
        var flags = Lanes.Of(Flags);
        if (Active is null)
        {
            for (var i = 0; i < flags.Length; i++) flags[i] |= mask[i];
            return;
        }

        var active = Lanes.Of(Active);
        for (var i = 0; i < flags.Length; i++) flags[i] |= mask[i] & active[i];
    }

    /// <summary>Flags one vector of lanes where they are active.</summary>
    public void Flag(int vector, Vector<long> mask) =>
        Lanes.At(Flags, vector) |= Active is null ? mask : mask & Lanes.At(Active, vector);

    /// <summary>Flags the active lanes of a fold that found no item: the least of nothing is no number.</summary>
    public void FlagInfinite(double[] total)
    {
        var totals = Lanes.Of(total);
        var most = new Vector<double>(double.MaxValue);
        for (var i = 0; i < totals.Length; i++) Flag(i, Vector.GreaterThan(Vector.Abs(totals[i]), most));
    }

    /// <summary>Flags every active lane.</summary>
    public void FlagAll()
    {
        var flags = Lanes.Of(Flags);
        for (var i = 0; i < flags.Length; i++) Flag(i, Vector<long>.AllBitsSet);
    }

    private static T[] At<T>(List<T[]> registers, int register)
    {
        while (registers.Count <= register) registers.Add(new T[Lanes.Count]);
        return registers[register];
    }

    private static double[][] Columns(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new double[Lanes.Count])];
}

/// <summary>Remembers calendar results: of a few purchase days and a sale day there are few different pairs.</summary>
internal sealed class DayMemo
{
    private const int Size = 4096;

    private readonly (int From, int To, int Answer)[] _months = new (int, int, int)[Size];
    private readonly (int From, int Count, int Answer)[] _later = new (int, int, int)[Size];

    /// <summary>Whole months between two days.</summary>
    public int WholeMonths(int from, int to)
    {
        ref var known = ref _months[Slot(from, to)];
        if (known.From == from && known.To == to && from != 0) return known.Answer;
        var answer = CalendarMath.WholeMonths(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
        known = (from, to, answer);
        return answer;
    }

    /// <summary>The day so many months later; −1 outside the calendar.</summary>
    public int AddMonths(int from, int months)
    {
        ref var known = ref _later[Slot(from, months)];
        if (known.From == from && known.Count == months && from != 0) return known.Answer;
        var date = DateOnly.FromDayNumber(from);
        var month = date.Year * 12 + date.Month - 1 + months;
        var answer = month is < 12 or >= 120_000 ? -1 : CalendarMath.AddMonths(date, months).DayNumber;
        known = (from, months, answer);
        return answer;
    }

    private static int Slot(int one, int other) =>
        unchecked((int)(((uint)one * 0x9E3779B1u + (uint)other * 0x85EBCA77u) >> 20)) & (Size - 1);
}
