using System.Numerics;

namespace Commonstead.Core;

/// <summary>
/// A part of a rule, ready to compute for 1,024 lanes at once. Its result stands in the register named, or in a column
/// that stays as it is; registers below it are left alone.
/// </summary>
internal abstract class VectorNode(Reach reach)
{
    public Reach Reach { get; } = reach;

    public virtual LaneNumbers Numbers(LaneFrame f, int register) => throw Unasked();

    public virtual LaneDays Days(LaneFrame f, int register) => throw Unasked();

    public virtual LaneTruth Truth(LaneFrame f, int register) => throw Unasked();

    private InvalidOperationException Unasked() => new($"A {GetType().Name} was asked for a value of another type.");
}

/// <summary>What all lanes share, computed once by the exact evaluator.</summary>
internal sealed class SharedNode(RuleNode node, Reach reach, int constant) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        if (f.IsConstantKnown[constant]) return LaneNumbers.Of(f.Constants[constant]);
        try
        {
            var value = (double)node.Number(f.Shared);
            if (Reach == Reach.Study) (f.Constants[constant], f.IsConstantKnown[constant]) = (value, true);
            return LaneNumbers.Of(value);
        }
        catch (Exception fault) when (fault is RuleFault or OverflowException)
        {
            f.FlagAll();
            return LaneNumbers.Of(double.NaN);
        }
    }

    public override LaneDays Days(LaneFrame f, int register) =>
        Guarded(f, () => new LaneDays(null, node.Day(f.Shared)));

    public override LaneTruth Truth(LaneFrame f, int register) =>
        Guarded(f, () => new LaneTruth(null, node.Truth(f.Shared)));

    private static T Guarded<T>(LaneFrame f, Func<T> compute)
        where T : struct
    {
        try
        {
            return compute();
        }
        catch (Exception fault) when (fault is RuleFault or OverflowException)
        {
            f.FlagAll();
            return default;
        }
    }
}

/// <summary>A given, a step, or a field of an item that differs by lane.</summary>
internal sealed class ColumnNode(int slot, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register) => LaneNumbers.Of(f.NumberSlots[slot]);

    public override LaneDays Days(LaneFrame f, int register) => new(f.DaySlots[slot], 0);

    public override LaneTruth Truth(LaneFrame f, int register) => new(f.TruthSlots[slot], false);
}

/// <summary>Two numbers with an operation between them.</summary>
internal sealed class OperationNode<TOperation>(VectorNode left, VectorNode right, Reach reach) : VectorNode(reach)
    where TOperation : struct, ILaneOperation
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var a = left.Numbers(f, register);
        var b = right.Numbers(f, register + 1);
        var into = f.Number(register);
        Lanes.Apply<TOperation>(a, b, into);
        return LaneNumbers.Of(into);
    }
}

/// <summary>A quotient; lanes that divide by next to nothing are flagged.</summary>
internal sealed class QuotientNode(VectorNode left, VectorNode right, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var a = left.Numbers(f, register);
        var b = right.Numbers(f, register + 1);
        var into = f.Number(register);
        if (b.Column is null && Math.Abs(b.Scalar) <= Lanes.Nearness) f.FlagAll();
        if (b.Column is not null)
        {
            var divisors = Lanes.Of(b.Column);
            var near = new Vector<double>(Lanes.Nearness);
            for (var i = 0; i < divisors.Length; i++)
                f.Flag(i, Vector.LessThanOrEqual(Vector.Abs(divisors[i]), near));
        }

        Lanes.Apply<Divided>(a, b, into);
        return LaneNumbers.Of(into);
    }
}

/// <summary>A whole power by repeated squaring.</summary>
internal sealed class PowerVector(VectorNode value, VectorNode exponent, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var a = value.Numbers(f, register);
        var n = exponent.Numbers(f, register + 1);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        var most = new Vector<double>(RuleMath.MostPeriods);
        for (var i = 0; i < result.Length; i++)
        {
            var (factor, left) = (a.At(i), n.At(i));
            var size = Vector.Abs(left);
            f.Flag(i, Vector.GreaterThan(size, most)
                | (Vector.LessThan(left, Vector<double>.Zero) & Vector.Equals(factor, Vector<double>.Zero)));
            size = Lanes.Min(size, most);
            var power = Vector<double>.One;
            while (!Vector.EqualsAll(size, Vector<double>.Zero))
            {
                var half = Vector.Floor(size * new Vector<double>(0.5));
                var isOdd = Vector.GreaterThan(size - half * new Vector<double>(2), Vector<double>.Zero);
                power = Vector.ConditionalSelect(isOdd, power * factor, power);
                factor *= factor;
                size = half;
            }

            result[i] = Vector.ConditionalSelect(
                Vector.LessThan(left, Vector<double>.Zero), Vector<double>.One / power, power);
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>A value held between two bounds; lanes whose bounds cross are flagged.</summary>
internal sealed class ClampVector(VectorNode value, VectorNode low, VectorNode high, Reach reach) : VectorNode(reach)
{
    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var x = value.Numbers(f, register);
        var least = low.Numbers(f, register + 1);
        var most = high.Numbers(f, register + 2);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        var isCertain = least.Column is null && most.Column is null && least.Scalar < most.Scalar;
        for (var i = 0; i < result.Length; i++)
        {
            var (from, to) = (least.At(i), most.At(i));
            if (!isCertain) f.Flag(i, Vector.GreaterThanOrEqual(from, to));
            result[i] = Lanes.Min(Lanes.Max(x.At(i), from), to);
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>Rounding to a multiple of a unit; lanes whose operand stands next to a step are flagged.</summary>
/// <param name="operand">What is rounded.</param>
/// <param name="mode">How.</param>
/// <param name="unit">To multiples of what.</param>
/// <param name="isFlagging">False where either side of a step is right: a price rounded to a cent or finer.</param>
/// <param name="reach">The reach of the operand.</param>
internal sealed class RoundVector(VectorNode operand, RuleRounding mode, decimal unit, bool isFlagging, Reach reach)
    : VectorNode(reach)
{
    // Where one divided by the unit is whole, dividing by it gives the double nearest to the decimal.
    private readonly double _perUnit = decimal.IsInteger(1 / unit) ? (double)(1 / unit) : 0;
    private readonly double _unit = (double)unit;

    public override LaneNumbers Numbers(LaneFrame f, int register)
    {
        var x = operand.Numbers(f, register);
        var into = f.Number(register);
        var result = Lanes.Of(into);
        var half = new Vector<double>(0.5);
        var (scale, step) = (new Vector<double>(_perUnit), new Vector<double>(_unit));
        var near = new Vector<double>(Lanes.Nearness / _unit);
        for (var i = 0; i < result.Length; i++)
        {
            var value = x.At(i);
            var q = _perUnit == 1 ? value : _perUnit > 0 ? value * scale : value / step;
            var nearest = Vector.Floor(q + half);
            var whole = mode switch
            {
                RuleRounding.Down => Vector.Floor(q),
                RuleRounding.Up => Vector.Ceiling(q),
                _ => nearest,
            };
            if (isFlagging)
            {
                var edge = mode is RuleRounding.Down or RuleRounding.Up ? nearest : Vector.Floor(q) + half;
                var size = Lanes.Max(Vector.Abs(value), Vector<double>.One);
                f.Flag(i, Vector.LessThanOrEqual(Vector.Abs(q - edge), size * near));
            }

            result[i] = _perUnit == 1 ? whole : _perUnit > 0 ? whole / scale : whole * step;
        }

        return LaneNumbers.Of(into);
    }
}

/// <summary>A sum.</summary>
internal readonly struct Added : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => a + b;
}

/// <summary>A difference.</summary>
internal readonly struct Subtracted : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => a - b;
}

/// <summary>A product.</summary>
internal readonly struct Multiplied : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => a * b;
}

/// <summary>A quotient.</summary>
internal readonly struct Divided : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => a / b;
}

/// <summary>The lesser.</summary>
internal readonly struct Lesser : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => Lanes.Min(a, b);
}

/// <summary>The greater.</summary>
internal readonly struct Greater : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => Lanes.Max(a, b);
}

/// <summary>A distance from another number; from zero, the number without its sign.</summary>
internal readonly struct Distance : ILaneOperation
{
    public static Vector<double> Of(Vector<double> a, Vector<double> b) => Vector.Abs(a - b);
}
