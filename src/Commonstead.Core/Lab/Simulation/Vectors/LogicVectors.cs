using System.Numerics;

namespace Commonstead.Core;

/// <summary>A comparison; of numbers that are not whole, lanes next to the edge are flagged.</summary>
internal sealed class CompareVector(
    RuleComparison comparison, RuleKind kind, VectorNode left, VectorNode right, Reach reach) : VectorNode(reach)
{
    public override LaneTruth Truth(LaneFrame f, int register) => kind switch
    {
        RuleKind.Date => OfDays(f, register),
        RuleKind.YesNo => OfTruths(f, register),
        _ => OfNumbers(f, register),
    };

    private LaneTruth OfNumbers(LaneFrame f, int register)
    {
        var a = left.Numbers(f, register);
        var b = right.Numbers(f, register + 1);
        var into = f.Mask(register);
        var result = Lanes.Of(into);
        var near = new Vector<double>(Lanes.Nearness);
        for (var i = 0; i < result.Length; i++)
        {
            var (one, other) = (a.At(i), b.At(i));
            result[i] = comparison switch
            {
                RuleComparison.Equal => Vector.Equals(one, other),
                RuleComparison.NotEqual => ~Vector.Equals(one, other),
                RuleComparison.Less => Vector.LessThan(one, other),
                RuleComparison.LessOrEqual => Vector.LessThanOrEqual(one, other),
                RuleComparison.Greater => Vector.GreaterThan(one, other),
                _ => Vector.GreaterThanOrEqual(one, other),
            };

            // Whole numbers are exact in doubles.
            if (kind == RuleKind.Whole) continue;
            var size = Lanes.Max(Lanes.Max(Vector.Abs(one), Vector.Abs(other)), Vector<double>.One);
            f.Flag(i, Vector.LessThanOrEqual(Vector.Abs(one - other), size * near));
        }

        return new LaneTruth(into, false);
    }

    private LaneTruth OfDays(LaneFrame f, int register)
    {
        var a = left.Days(f, register);
        var b = right.Days(f, register + 1);
        var into = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane += Vector<int>.Count)
        {
            Vector.Widen(a.At(lane), out var firstLow, out var firstHigh);
            Vector.Widen(b.At(lane), out var secondLow, out var secondHigh);
            var vector = lane / Vector<long>.Count;
            Lanes.At(into, vector) = Compared(firstLow, secondLow);
            Lanes.At(into, vector + 1) = Compared(firstHigh, secondHigh);
        }

        return new LaneTruth(into, false);
    }

    private Vector<long> Compared(Vector<long> one, Vector<long> other) => comparison switch
    {
        RuleComparison.Equal => Vector.Equals(one, other),
        RuleComparison.NotEqual => ~Vector.Equals(one, other),
        RuleComparison.Less => Vector.LessThan(one, other),
        RuleComparison.LessOrEqual => Vector.LessThanOrEqual(one, other),
        RuleComparison.Greater => Vector.GreaterThan(one, other),
        _ => Vector.GreaterThanOrEqual(one, other),
    };

    private LaneTruth OfTruths(LaneFrame f, int register)
    {
        var a = left.Truth(f, register);
        var b = right.Truth(f, register + 1);
        var into = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane++)
        {
            var isSame = (a.Column is null ? a.Scalar : a.Column[lane] != 0)
                == (b.Column is null ? b.Scalar : b.Column[lane] != 0);
            into[lane] = isSame == (comparison == RuleComparison.Equal) ? -1 : 0;
        }

        return new LaneTruth(into, false);
    }
}

/// <summary><c>and</c>, <c>or</c>: the right side counts only where the left does not decide.</summary>
internal sealed class JunctionVector(bool isAnd, VectorNode left, VectorNode right, Reach reach) : VectorNode(reach)
{
    public override LaneTruth Truth(LaneFrame f, int register)
    {
        var first = left.Truth(f, register);
        if (first.Column is null) return first.Scalar == isAnd ? right.Truth(f, register) : first;
        var before = f.Active;
        var open = f.Mask(register + 1);
        if (isAnd) Lanes.And(first.Column, before, open);
        else Lanes.AndNot(before, first.Column, open);
        f.Active = open;
        var second = right.Truth(f, register + 2);
        f.Active = before;
        var into = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane++)
        {
            var other = second.Column is null ? (second.Scalar ? -1L : 0L) : second.Column[lane];
            into[lane] = isAnd ? first.Column[lane] & other : first.Column[lane] | other;
        }

        return new LaneTruth(into, false);
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotVector(VectorNode operand, Reach reach) : VectorNode(reach)
{
    public override LaneTruth Truth(LaneFrame f, int register)
    {
        var truth = operand.Truth(f, register);
        if (truth.Column is null) return new LaneTruth(null, !truth.Scalar);
        var into = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane++) into[lane] = ~truth.Column[lane];
        return new LaneTruth(into, false);
    }
}

/// <summary><c>if c then a else b</c>: both are computed, each counts only where it is taken.</summary>
internal sealed class IfVector(VectorNode condition, VectorNode then, VectorNode otherwise, Reach reach)
    : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var truth = condition.Truth(f, register);
        if (truth.Column is null) return (truth.Scalar ? then : otherwise).Numbers(f, register);
        var before = f.Active;
        Narrow(f, truth.Column, register + 1, before, isThen: true);
        var a = then.Numbers(f, register + 2);
        Narrow(f, truth.Column, register + 1, before, isThen: false);
        var b = otherwise.Numbers(f, register + 3);
        f.Active = before;
        var into = f.Number(register);
        Lanes.Select(truth.Column, a, b, into);
        return LaneNumbers.Of(into);
    }

    public override LaneDays Days(LaneFrame f, int register)
    {
        var truth = condition.Truth(f, register);
        if (truth.Column is null) return (truth.Scalar ? then : otherwise).Days(f, register);
        var before = f.Active;
        Narrow(f, truth.Column, register + 1, before, isThen: true);
        var a = then.Days(f, register + 2);
        Narrow(f, truth.Column, register + 1, before, isThen: false);
        var b = otherwise.Days(f, register + 3);
        f.Active = before;
        var into = f.Day(register);
        for (var lane = 0; lane < into.Length; lane++)
            into[lane] = truth.Column[lane] != 0 ? a.Lane(lane) : b.Lane(lane);
        return new LaneDays(into, 0);
    }

    public override LaneTruth Truth(LaneFrame f, int register)
    {
        var truth = condition.Truth(f, register);
        if (truth.Column is null) return (truth.Scalar ? then : otherwise).Truth(f, register);
        var before = f.Active;
        Narrow(f, truth.Column, register + 1, before, isThen: true);
        var a = then.Truth(f, register + 2);
        Narrow(f, truth.Column, register + 1, before, isThen: false);
        var b = otherwise.Truth(f, register + 3);
        f.Active = before;
        var into = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane++)
        {
            var taken = truth.Column[lane] != 0 ? a : b;
            into[lane] = taken.Column is null ? (taken.Scalar ? -1 : 0) : taken.Column[lane];
        }

        return new LaneTruth(into, false);
    }

    private static void Narrow(LaneFrame f, long[] mask, int register, long[]? before, bool isThen)
    {
        var into = f.Mask(register);
        if (isThen) Lanes.And(mask, before, into);
        else Lanes.AndNot(before, mask, into);
        f.Active = into;
    }
}

/// <summary>A step table by a number; lanes whose key stands next to an edge, or outside, are flagged.</summary>
internal sealed class TableVector(VectorNode key, bool isWhole, TableRow[] rows, VectorNode[] values, Reach reach)
    : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var number = key.Numbers(f, register);
        var before = f.Active;
        var (result, open, within) = (f.Number(register + 1), f.Mask(register), f.Mask(register + 1));
        Array.Clear(result, 0, Lanes.Count);
        Array.Clear(open, 0, Lanes.Count);
        for (var row = 0; row < rows.Length; row++)
        {
            Answer(f, number, rows[row], within, open);
            var active = f.Mask(register + 2);
            Lanes.And(within, before, active);
            f.Active = active;
            var value = values[row].Numbers(f, register + 3);
            f.Active = before;
            Lanes.Select(within, value, LaneNumbers.Of(result), result);
        }

        // Lanes that no row answered.
        for (var lane = 0; lane < open.Length; lane++) open[lane] = ~open[lane];
        f.Flag(Lanes.Of(open));
        var into = f.Number(register);
        result.CopyTo(into, 0);
        return LaneNumbers.Of(into);
    }

    private void Answer(LaneFrame f, in LaneNumbers number, TableRow row, long[] within, long[] answered)
    {
        var mask = Lanes.Of(within);
        var seen = Lanes.Of(answered);
        var (from, to) = (new Vector<double>((double)row.From), new Vector<double>((double)row.To));
        var near = new Vector<double>(Lanes.Nearness);
        for (var i = 0; i < mask.Length; i++)
        {
            var x = number.At(i);
            mask[i] = Vector.GreaterThanOrEqual(x, from)
                & (row.ExcludesTo ? Vector.LessThan(x, to) : Vector.LessThanOrEqual(x, to));
            seen[i] |= mask[i];
            if (isWhole) continue;
            var size = Lanes.Max(Vector.Abs(x), Vector<double>.One) * near;
            f.Flag(i, Vector.LessThanOrEqual(Vector.Abs(x - from), size)
                | Vector.LessThanOrEqual(Vector.Abs(x - to), size));
        }
    }
}
