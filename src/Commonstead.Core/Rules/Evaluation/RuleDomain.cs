namespace Commonstead.Core;

/// <summary>What a fold goes over; opening it settles how many items there are.</summary>
internal abstract class RuleDomain(SourcePosition at, long cost)
{
    public const int MostItems = 1200;

    public long Cost { get; } = cost;

    protected SourcePosition At { get; } = at;

    public abstract OpenDomain Open(RuleEvaluation e);

    /// <summary>Puts the fields of one item into their slots.</summary>
    public abstract void Load(RuleEvaluation e, in OpenDomain open, int item);

    /// <summary>The item as a working names it.</summary>
    public abstract string Label(in OpenDomain open, int item);

    protected int Bounded(int count) =>
        count <= MostItems
            ? count
            : throw new RuleFault(RuleErrorCode.TooManyItems, At,
                $"this goes over {count} items; at most {MostItems} are allowed");
}

/// <summary>A domain whose items are counted.</summary>
internal readonly record struct OpenDomain(int Count, DateOnly From, RuleRows? Rows);

/// <summary>The whole years or months between two dates; what is left at the end is not an item.</summary>
internal sealed class PeriodDomain(RuleNode from, RuleNode to, int months, int slot, SourcePosition at)
    : RuleDomain(at, 2 + from.Cost + to.Cost)
{
    public RuleNode From => from;

    public RuleNode To => to;

    public int Months => months;

    /// <summary>The slot of an item's first day; its last day and its number follow.</summary>
    public int Slot => slot;

    public override OpenDomain Open(RuleEvaluation e)
    {
        var first = DateOnly.FromDayNumber(from.Day(e));
        var last = DateOnly.FromDayNumber(to.Day(e));
        if (last < first)
            throw new RuleFault(RuleErrorCode.InvalidPeriod, At,
                $"this period ends on {RuleValue.OfDate(last)}, before it begins on {RuleValue.OfDate(first)}");
        return new OpenDomain(Bounded(CalendarMath.WholeMonths(first, last) / months), first, null);
    }

    public override void Load(RuleEvaluation e, in OpenDomain open, int item)
    {
        e.Slots[slot] = RuleValue.OfDay(Start(open, item).DayNumber);
        e.Slots[slot + 1] = RuleValue.OfDay(Start(open, item + 1).DayNumber);
        e.Slots[slot + 2] = RuleValue.OfWhole(item + 1);
    }

    public override string Label(in OpenDomain open, int item) =>
        $"{RuleValue.OfDate(Start(open, item))} – {RuleValue.OfDate(Start(open, item + 1))}";

    // Counted from the first day each time: 31 January, 28 February, 31 March.
    private DateOnly Start(in OpenDomain open, int item) => CalendarMath.AddMonths(open.From, months * item);
}

/// <summary>The rows of a list.</summary>
internal sealed class ListDomain(int listSlot, int fields, int slot, SourcePosition at) : RuleDomain(at, 1)
{
    /// <summary>How many slots an item takes, its number included.</summary>
    public int SlotCount => fields + 1;

    public int Slot => slot;

    public override OpenDomain Open(RuleEvaluation e)
    {
        var rows = e.Slots[listSlot].Rows;
        return new OpenDomain(Bounded(rows.Count), default, rows);
    }

    public override void Load(RuleEvaluation e, in OpenDomain open, int item)
    {
        for (var field = 0; field < fields; field++) e.Slots[slot + field] = open.Rows!.At(item, field);
        e.Slots[slot + fields] = RuleValue.OfWhole(item + 1);
    }

    public override string Label(in OpenDomain open, int item)
    {
        var rows = open.Rows!;
        return string.Join(", ", rows.Fields.Select((name, field) => $"{name} {rows.At(item, field)}"));
    }
}
