using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Commonstead.Core;

/// <summary>Columns of 1,024 lanes and what is done to whole columns.</summary>
internal static class Lanes
{
    /// <summary>How many lanes a column has.</summary>
    public const int Count = 1024;

    /// <summary>
    /// How near, relative to its size and at least to 1, a number may stand to an edge before its lane is flagged.
    /// </summary>
    public const double Nearness = 1e-9;

    /// <summary>A column as vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<Vector<double>> Of(double[] column) =>
        MemoryMarshal.Cast<double, Vector<double>>(column.AsSpan(0, Count));

    /// <summary>A mask as vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<Vector<long>> Of(long[] mask) =>
        MemoryMarshal.Cast<long, Vector<long>>(mask.AsSpan(0, Count));

    /// <summary>The greater of two numbers by a comparison, which every machine does alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Max(Vector<double> a, Vector<double> b) =>
        Vector.ConditionalSelect(Vector.GreaterThan(a, b), a, b);

    /// <summary>The lesser of two numbers by a comparison, which every machine does alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Min(Vector<double> a, Vector<double> b) =>
        Vector.ConditionalSelect(Vector.LessThan(a, b), a, b);

    /// <summary>An amount to the cent, halves up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cents(Vector<double> amount)
    {
        var hundred = new Vector<double>(100);
        return Vector.Floor(amount * hundred + new Vector<double>(0.5)) / hundred;
    }

    /// <summary>Applies an operation lane by lane.</summary>
    public static void Apply<TOperation>(in LaneNumbers a, in LaneNumbers b, double[] into)
        where TOperation : struct, ILaneOperation
    {
        var result = Of(into);
        if (a.Column is null)
        {
            var one = new Vector<double>(a.Scalar);
            var right = Of(b.Column!);
            for (var i = 0; i < result.Length; i++) result[i] = TOperation.Of(one, right[i]);
        }
        else if (b.Column is null)
        {
            var left = Of(a.Column);
            var one = new Vector<double>(b.Scalar);
            for (var i = 0; i < result.Length; i++) result[i] = TOperation.Of(left[i], one);
        }
        else
        {
            var left = Of(a.Column);
            var right = Of(b.Column);
            for (var i = 0; i < result.Length; i++) result[i] = TOperation.Of(left[i], right[i]);
        }
    }

    /// <summary>Takes one column where the mask holds and another where it does not.</summary>
    public static void Select(long[] mask, in LaneNumbers then, in LaneNumbers otherwise, double[] into)
    {
        var result = Of(into);
        var chosen = Of(mask);
        for (var i = 0; i < result.Length; i++)
            result[i] = Vector.ConditionalSelect(chosen[i], then.At(i), otherwise.At(i));
    }

    /// <summary>A mask's lanes that another mask has as well; all of them where there is no other.</summary>
    public static void And(long[] mask, long[]? other, long[] into)
    {
        var result = Of(into);
        var first = Of(mask);
        if (other is null)
        {
            first.CopyTo(result);
            return;
        }

        var second = Of(other);
        for (var i = 0; i < result.Length; i++) result[i] = first[i] & second[i];
    }

    /// <summary>The lanes of a second mask, or all, that a first does not have.</summary>
    public static void AndNot(long[]? all, long[] mask, long[] into)
    {
        var result = Of(into);
        var removed = Of(mask);
        var from = all is null ? default : Of(all);
        for (var i = 0; i < result.Length; i++)
            result[i] = Vector.AndNot(all is null ? Vector<long>.AllBitsSet : from[i], removed[i]);
    }

    /// <summary>Whether any lane of a mask holds.</summary>
    public static bool Any(long[] mask)
    {
        var all = Vector<long>.Zero;
        foreach (var one in Of(mask)) all |= one;
        return all != Vector<long>.Zero;
    }

    /// <summary>How many of the first lanes of a mask hold.</summary>
    public static int CountOf(long[] mask, int lanes)
    {
        var vectors = Of(mask);
        var whole = lanes / Vector<long>.Count;
        var counts = Vector<long>.Zero;
        for (var i = 0; i < whole; i++) counts -= vectors[i];
        var count = Vector.Sum(counts);
        for (var lane = whole * Vector<long>.Count; lane < lanes; lane++) count -= mask[lane];
        return (int)count;
    }

    /// <summary>The sum of the first lanes of a column of whole numbers, which is exact in any order.</summary>
    public static long SumOf(double[] whole, int lanes)
    {
        var vectors = Of(whole);
        var full = lanes / Vector<double>.Count;
        var sums = Vector<double>.Zero;
        for (var i = 0; i < full; i++) sums += vectors[i];
        var sum = Vector.Sum(sums);
        for (var lane = full * Vector<double>.Count; lane < lanes; lane++) sum += whole[lane];
        return (long)sum;
    }

    /// <summary>One vector of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Vector<double> At(double[] column, int vector) => ref Unsafe.Add(
        ref Unsafe.As<double, Vector<double>>(ref MemoryMarshal.GetArrayDataReference(column)), vector);

    /// <summary>One vector of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Vector<long> At(long[] mask, int vector) => ref Unsafe.Add(
        ref Unsafe.As<long, Vector<long>>(ref MemoryMarshal.GetArrayDataReference(mask)), vector);
}

/// <summary>An operation on two numbers, the same in every lane.</summary>
internal interface ILaneOperation
{
    /// <summary>The operation.</summary>
    static abstract Vector<double> Of(Vector<double> a, Vector<double> b);
}

/// <summary>Numbers by lane, or one number for all lanes.</summary>
/// <param name="Column">The column; null when all lanes have <paramref name="Scalar"/>.</param>
/// <param name="Scalar">The number of all lanes.</param>
internal readonly record struct LaneNumbers(double[]? Column, double Scalar)
{
    public static LaneNumbers Of(double[] column) => new(column, 0);

    public static LaneNumbers Of(double scalar) => new(null, scalar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<double> At(int vector) =>
        Column is null ? new Vector<double>(Scalar) : Lanes.At(Column, vector);

    public double Lane(int lane) => Column is null ? Scalar : Column[lane];
}

/// <summary>Days by lane, or one day for all lanes.</summary>
internal readonly record struct LaneDays(int[]? Column, int Scalar)
{
    public Vector<int> At(int lane) => Column is null ? new Vector<int>(Scalar) : new Vector<int>(Column, lane);

    public int Lane(int lane) => Column is null ? Scalar : Column[lane];
}

/// <summary>Yes and no by lane, as masks of −1 and 0, or one answer for all lanes.</summary>
internal readonly record struct LaneTruth(long[]? Column, bool Scalar);
