using System.Numerics;

namespace Commonstead.Core;

/// <summary>What a fold does with its items, lane by lane.</summary>
/// <param name="Kind">What is made of them.</param>
/// <param name="Initial">What a carry begins with; else null.</param>
/// <param name="CarriedSlot">The slot of the carried value; −1 when nothing is carried.</param>
/// <param name="Where">The condition; null when every item counts.</param>
/// <param name="Body">What is computed for each item.</param>
internal sealed record FoldPlan(RuleFold Kind, VectorNode? Initial, int CarriedSlot, VectorNode? Where, VectorNode Body)
{
    /// <summary>The total of no items.</summary>
    public LaneNumbers Begin(LaneFrame f, int register) => Kind switch
    {
        RuleFold.Carry => Initial!.Numbers(f, register),
        RuleFold.Product => LaneNumbers.Of(1.0),
        RuleFold.Least => LaneNumbers.Of(double.PositiveInfinity),
        RuleFold.Greatest => LaneNumbers.Of(double.NegativeInfinity),
        _ => LaneNumbers.Of(0.0),
    };

    /// <summary>Joins one item to the totals of the active lanes; uses registers from <paramref name="register"/> on.
    /// </summary>
    public void Join(LaneFrame f, double[] total, int register)
    {
        var before = f.Active;
        if (CarriedSlot >= 0) total.CopyTo(f.NumberSlots[CarriedSlot], 0);
        if (Where is not null && !Narrow(f, register)) return;
        var value = Body.Numbers(f, register + 2);
        var result = Lanes.Of(total);
        var active = f.Active is null ? default : Lanes.Of(f.Active);
        for (var i = 0; i < result.Length; i++)
        {
            var (sum, item) = (result[i], value.At(i));
            var joined = Kind switch
            {
                RuleFold.Sum => sum + item,
                RuleFold.Product => sum * item,
                RuleFold.Least => Lanes.Min(sum, item),
                RuleFold.Greatest => Lanes.Max(sum, item),
                _ => item,
            };
            result[i] = f.Active is null ? joined : Vector.ConditionalSelect(active[i], joined, sum);
        }

        f.Active = before;
    }

    private bool Narrow(LaneFrame f, int register)
    {
        var counts = Where!.Truth(f, register);
        if (counts.Column is null) return counts.Scalar;
        var into = f.Mask(register + 1);
        Lanes.And(counts.Column, f.Active, into);
        f.Active = into;
        return true;
    }
}

/// <summary>A fold over years or months whose first and last day may differ by lane.</summary>
internal sealed class PeriodFoldVector(
    FoldPlan plan, VectorNode from, VectorNode to, int months, int slot, bool isShared, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var first = from.Days(f, register);
        var last = to.Days(f, register + 1);
        var total = f.Number(register);
        var begin = plan.Begin(f, register + 2);
        Lanes.Select(f.Mask(register + 2), begin, begin, total);
        var counts = f.Day(register + 2);
        var most = Counts(f, first, last, counts, register);
        var before = f.Active;
        for (var item = 0; item < most; item++)
        {
            var open = f.Mask(register + 3);
            for (var lane = 0; lane < open.Length; lane++)
                open[lane] = item < counts[lane] && (before is null || before[lane] != 0) ? -1 : 0;
            f.Active = open;
            Load(f, first, item);
            plan.Join(f, total, register + 4);
        }

        f.Active = before;
        f.FlagInfinite(total);
        return LaneNumbers.Of(total);
    }

    private int Counts(LaneFrame f, LaneDays first, LaneDays last, int[] counts, int register)
    {
        var wrong = f.Mask(register + 3);
        var most = 0;
        for (var lane = 0; lane < counts.Length; lane++)
        {
            var (a, b) = (first.Lane(lane), last.Lane(lane));
            var count = b < a ? -1 : f.Memo.WholeMonths(a, b) / months;
            var isWrong = count is < 0 or > RuleDomain.MostItems;
            wrong[lane] = isWrong ? -1 : 0;
            counts[lane] = isWrong ? 0 : count;
            if (f.Active is null || f.Active[lane] != 0) most = Math.Max(most, counts[lane]);
        }

        f.Flag(Lanes.Of(wrong));
        return most;
    }

    private void Load(LaneFrame f, LaneDays first, int item)
    {
        f.Shared.Slots[slot + 2] = RuleValue.OfWhole(item + 1);
        if (isShared)
        {
            f.Shared.Slots[slot] = RuleValue.OfDay(f.Memo.AddMonths(first.Scalar, months * item));
            f.Shared.Slots[slot + 1] = RuleValue.OfDay(f.Memo.AddMonths(first.Scalar, months * (item + 1)));
            return;
        }

        var (starts, ends) = (f.DaySlots[slot], f.DaySlots[slot + 1]);
        for (var lane = 0; lane < starts.Length; lane++)
        {
            var day = first.Lane(lane);
            starts[lane] = Math.Max(0, f.Memo.AddMonths(day, months * item));
            ends[lane] = Math.Max(0, f.Memo.AddMonths(day, months * (item + 1)));
        }
    }
}

/// <summary>A fold over the rows of a list, which all lanes share.</summary>
internal sealed class ListFoldVector(FoldPlan plan, ListDomain domain, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var total = f.Number(register);
        var begin = plan.Begin(f, register + 1);
        Lanes.Select(f.Mask(register + 1), begin, begin, total);
        var open = domain.Open(f.Shared);
        for (var item = 0; item < open.Count; item++)
        {
            domain.Load(f.Shared, open, item);
            plan.Join(f, total, register + 1);
        }

        f.FlagInfinite(total);
        return LaneNumbers.Of(total);
    }
}

/// <summary>
/// A fold from the day of purchase to the day of sale whose items do not depend on the sale: it keeps each owner's
/// total and adds only the items since the last anniversary, the same days for all.
/// </summary>
internal sealed class HeldFoldVector(FoldPlan plan, int months, int slot, int held) : VectorNode(Reach.Lane), IHeld
{
    private const int MonthsPerYear = 12;

    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        f.Flag(Lanes.Of(f.HeldTaints[held]));
        f.FlagInfinite(f.HeldNumbers[held]);
        return LaneNumbers.Of(f.HeldNumbers[held]);
    }

    public void Purchase(LaneFrame f, long[] mask)
    {
        var total = f.HeldNumbers[held];
        Lanes.Select(mask, plan.Begin(f, 0), LaneNumbers.Of(total), total);
        var index = f.NumberSlots[slot + 2];
        Lanes.Select(mask, LaneNumbers.Of(0.0), LaneNumbers.Of(index), index);
        var taints = Lanes.Of(f.HeldTaints[held]);
        var chosen = Lanes.Of(mask);
        for (var i = 0; i < taints.Length; i++) taints[i] = Vector.AndNot(taints[i], chosen[i]);
    }

    public void Advance(LaneFrame f, int from, int to)
    {
        var index = f.NumberSlots[slot + 2];
        var flags = f.Flags;
        f.Flags = f.HeldTaints[held];
        for (var item = 0; item < MonthsPerYear / months; item++)
        {
            f.Shared.Slots[slot] = RuleValue.OfDay(f.Memo.AddMonths(from, months * item));
            f.Shared.Slots[slot + 1] = RuleValue.OfDay(f.Memo.AddMonths(from, months * (item + 1)));
            Lanes.Apply<Added>(LaneNumbers.Of(index), LaneNumbers.Of(1.0), index);
            plan.Join(f, f.HeldNumbers[held], 0);
        }

        f.Flags = flags;
    }
}
