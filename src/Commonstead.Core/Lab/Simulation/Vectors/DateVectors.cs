using System.Numerics;

namespace Commonstead.Core;

/// <summary>Days, whole months or whole years between two days of each lane.</summary>
internal sealed class SpanVector(RuleSpan span, VectorNode from, VectorNode to, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var first = from.Days(f, register);
        var last = to.Days(f, register + 1);
        var into = f.Number(register);
        for (var lane = 0; lane < into.Length; lane++)
        {
            var (a, b) = (first.Lane(lane), last.Lane(lane));
            into[lane] = span switch
            {
                RuleSpan.Days => b - a,
                RuleSpan.Months => f.Memo.WholeMonths(a, b),
                _ => f.Memo.WholeMonths(a, b) / 12,
            };
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>A day some months or years later in each lane.</summary>
internal sealed class LaterVector(bool isYears, VectorNode from, VectorNode count, Reach reach) : VectorNode(reach)
{
    public override LaneDays Days(LaneFrame f, int register)
    {
        var first = from.Days(f, register);
        var n = count.Numbers(f, register + 1);
        var into = f.Day(register);
        var outside = f.Mask(register);
        for (var lane = 0; lane < into.Length; lane++)
        {
            var steps = n.Lane(lane);
            var isFar = !(Math.Abs(steps) <= LaterNode.MostMonths / 12);
            var day = isFar ? -1 : f.Memo.AddMonths(first.Lane(lane), (int)steps * (isYears ? 12 : 1));
            outside[lane] = day < 0 ? -1 : 0;
            into[lane] = Math.Max(day, 0);
        }

        f.Flag(Lanes.Of(outside));
        return new LaneDays(into, 0);
    }
}

/// <summary>The earliest or latest of two days of each lane.</summary>
internal sealed class ExtremeDayVector(bool isMax, VectorNode left, VectorNode right, Reach reach) : VectorNode(reach)
{
    public override LaneDays Days(LaneFrame f, int register)
    {
        var a = left.Days(f, register);
        var b = right.Days(f, register + 1);
        var into = f.Day(register);
        for (var lane = 0; lane < into.Length; lane++)
            into[lane] = isMax ? Math.Max(a.Lane(lane), b.Lane(lane)) : Math.Min(a.Lane(lane), b.Lane(lane));
        return new LaneDays(into, 0);
    }
}

/// <summary>A published figure by lane.</summary>
internal sealed class FigureVector(SeriesReference series, RuleNode? area, VectorNode date, Reach reach)
    : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var days = date.Days(f, register);
        var code = area?.Code(f.Shared);
        if (days.Column is null)
        {
            if (f.Figures.Row(series, code, days.Scalar) is { } row) return LaneNumbers.Of(row);
            f.FlagAll();
            return LaneNumbers.Of(double.NaN);
        }

        var into = f.Number(register);
        f.Figures.Read(series, code, days.Column, into);
        var result = Lanes.Of(into);
        for (var i = 0; i < result.Length; i++) f.Flag(i, ~Vector.Equals(result[i], result[i]));

        return LaneNumbers.Of(into);
    }
}

/// <summary>
/// A published figure that depends on the day of purchase alone: looked up once when an owner buys, kept while she
/// stays.
/// </summary>
internal sealed class HeldFigureVector(SeriesReference series, RuleNode? area, RuleNode date, int held)
    : VectorNode(Reach.Held), IHeld
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        if (Lanes.Any(f.HeldTaints[held])) f.Flag(Lanes.Of(f.HeldTaints[held]));
        return LaneNumbers.Of(f.HeldNumbers[held]);
    }

    public void Purchase(LaneFrame f, long[] mask)
    {
        var row = Row(f);
        var taints = Lanes.Of(f.HeldTaints[held]);
        var chosen = Lanes.Of(mask);
        for (var i = 0; i < taints.Length; i++)
            taints[i] = row is null ? taints[i] | chosen[i] : Vector.AndNot(taints[i], chosen[i]);
        var figure = row is null ? LaneNumbers.Of(double.NaN) : LaneNumbers.Of(row);
        Lanes.Select(mask, figure, LaneNumbers.Of(f.HeldNumbers[held]), f.HeldNumbers[held]);
    }

    public void Advance(LaneFrame f, int from, int to)
    {
        // A figure of the day of purchase stays as it is.
    }

    // The day of purchase is one day for all who buy now. What refuses to name a day is left to the exact evaluator.
    private double[]? Row(LaneFrame f)
    {
        try
        {
            return f.Figures.Row(series, area?.Code(f.Shared), date.Day(f.Shared));
        }
        catch (RuleFault)
        {
            return null;
        }
    }
}

/// <summary>What keeps something for the owners from year to year.</summary>
internal interface IHeld
{
    /// <summary>Begins again in the lanes whose home was just bought.</summary>
    void Purchase(LaneFrame f, long[] mask);

    /// <summary>Goes on from one anniversary to the next.</summary>
    void Advance(LaneFrame f, int from, int to);
}
