using System.Numerics;

namespace Commonstead.Core;

/// <summary>
/// A checked rule compiled to operations on columns of 1,024 lanes. A lane that stands within 10⁻⁹ of a rounding tie, a
/// step, a comparison or a table edge is flagged and computed by the exact evaluator instead.
/// </summary>
internal sealed class VectorRule
{
    // Beyond this the doubles' own steps come near a cent.
    private const double MostPrice = 1e13;

    // A price whose rounding is left as it is may be a cent off, which around zero makes a refusal of a price.
    private const double Cent = 0.01;

    private readonly Reach?[] _reaches;
    private readonly RuleKind[] _kinds;

    private VectorRule(RuleDocument document, VectorCompiler compiler)
    {
        Document = document;
        (_reaches, _kinds) = (compiler.Reaches, compiler.Kinds);
        Statements = compiler.Statements;
        Held = compiler.Held;
        (ConstantCount, HeldCount) = (compiler.ConstantCount, compiler.HeldCount);
        PriceSlot = compiler.PriceSlot;
        PurchaseSlot = compiler.PurchaseSlot;
        IsVector = compiler.IsVector;
    }

    public RuleDocument Document { get; }

    public RuleProgram Program => Document.Program;

    /// <summary>False when the rule uses something the lanes do not know: then every lane is computed
    /// exactly.</summary>
    public bool IsVector { get; }

    public IReadOnlyList<VectorStatement> Statements { get; }

    public IReadOnlyList<IHeld> Held { get; }

    public int ConstantCount { get; }

    public int HeldCount { get; }

    public int PriceSlot { get; }

    /// <summary>The slot of the day of purchase where a study holds it; −1 where it does not.</summary>
    public int PurchaseSlot { get; }

    /// <summary>Compiles a rule.</summary>
    /// <param name="document">The rule.</param>
    /// <param name="reachOf">How far each given reaches; lists, areas and options reach over the whole study.</param>
    /// <param name="asOf">How far the as-of date reaches.</param>
    /// <param name="saleSlot">The slot of a day of sale that goes from anniversary to anniversary; −1 when there is
    /// none. </param>
    public static VectorRule Compile(
        RuleDocument document, Func<RuleGiven, Reach> reachOf, Reach asOf, int saleSlot = -1) =>
        new(document, new VectorCompiler(document.Program, reachOf, asOf, saleSlot));

    public Reach? ReachOf(int slot) => _reaches[slot];

    public RuleKind KindOf(int slot) => _kinds[slot];

    /// <summary>
    /// Begins again for the lanes whose home was just bought on a day. The columns of the held givens are set before.
    /// </summary>
    public void Purchase(LaneFrame f, long[] mask, int day)
    {
        if (!IsVector) return;
        if (PurchaseSlot >= 0) f.Shared.Slots[PurchaseSlot] = RuleValue.OfDay(day);
        Array.Clear(f.HeldFlags);
        Array.Clear(f.HeldRefused);
        var (flags, refused) = (f.Flags, f.Refused);
        (f.Flags, f.Refused) = (f.HeldFlags, f.HeldRefused);
        var next = 0;
        foreach (var statement in Statements)
        {
            // What a statement holds is settled just before the first statement that can use it.
            for (; next < Held.Count && statement.HeldBefore > next; next++) Held[next].Purchase(f, mask);
            if (statement.Reach is Reach.Study or Reach.Held) statement.Run(f);
            if (statement.IsOfPurchase) statement.RunShared(f);
        }

        for (; next < Held.Count; next++) Held[next].Purchase(f, mask);
        (f.Flags, f.Refused) = (flags, refused);
    }

    /// <summary>Goes on from one anniversary to the next.</summary>
    public void Advance(LaneFrame f, int from, int to)
    {
        if (!IsVector) return;
        f.Active = null;
        foreach (var held in Held) held.Advance(f, from, to);
    }

    /// <summary>Computes the prices of all lanes.</summary>
    /// <param name="f">The frame, with the givens' slots set.</param>
    /// <param name="lanes">How many lanes count, from the first.</param>
    /// <param name="prices">The prices; zero where refused.</param>
    /// <param name="isHeld">Whether what owners hold was settled by <see cref="Purchase"/>.</param>
    /// <returns>How many lanes were flagged and computed exactly. <see cref="LaneFrame.Refused"/> has those that have
    /// no price.</returns>
    public int Price(LaneFrame f, int lanes, double[] prices, bool isHeld)
    {
        f.Active = null;
        if (isHeld)
        {
            f.HeldFlags.CopyTo(f.Flags, 0);
            f.HeldRefused.CopyTo(f.Refused, 0);
        }
        else
        {
            Array.Clear(f.Flags);
            Array.Clear(f.Refused);
        }

        if (!IsVector) Array.Fill(f.Flags, -1);
        else Run(f, prices, isHeld);
        var flagged = 0;
        f.Exact.Forget();
        for (var vector = 0; vector * Vector<long>.Count < lanes; vector++)
        {
            var near = Vector.AndNot(Lanes.At(f.Flags, vector), Lanes.At(f.Refused, vector));
            if (near == Vector<long>.Zero) continue;
            var end = Math.Min(lanes, (vector + 1) * Vector<long>.Count);
            for (var lane = vector * Vector<long>.Count; lane < end; lane++)
            {
                if ((f.Flags[lane] & ~f.Refused[lane]) == 0) continue;
                flagged++;
                var exact = f.Exact.Price(f, lane);
                prices[lane] = exact ?? 0;
                f.Refused[lane] = exact is null ? -1 : 0;
            }
        }

        return flagged;
    }

    private void Run(LaneFrame f, double[] prices, bool isHeld)
    {
        foreach (var statement in Statements)
            if (!isHeld || statement.Reach is Reach.Year or Reach.Lane) statement.Run(f);
        var price = ReachOf(PriceSlot)!.Value.IsShared()
            ? LaneNumbers.Of((double)f.Shared.Slots[PriceSlot].Number)
            : LaneNumbers.Of(f.NumberSlots[PriceSlot]);
        var result = Lanes.Of(prices);
        var refused = Lanes.Of(f.Refused);
        var flags = Lanes.Of(f.Flags);
        var (most, cent) = (new Vector<double>(MostPrice), new Vector<double>(Cent));
        for (var i = 0; i < result.Length; i++)
        {
            var one = price.At(i);
            var size = Vector.Abs(one);
            f.Flag(i, ~Vector.LessThanOrEqual(size, most) | Vector.LessThanOrEqual(size, cent));
            refused[i] |= Vector.AndNot(Vector.LessThan(one, Vector<double>.Zero), flags[i]);
            result[i] = Vector.ConditionalSelect(refused[i], Vector<double>.Zero, one);
        }
    }
}

/// <summary>
/// The exact evaluator for single lanes. Under a rule without figures, lanes with the same facts have the same price,
/// such as all first owners: the last few are remembered.
/// </summary>
internal sealed class LaneExact(VectorRule rule)
{
    private const int Remembered = 4;

    private readonly int[] _slots = [.. Enumerable.Range(0, rule.Program.Givens.Count + 1)
        .Where(slot => rule.ReachOf(slot) is { } reach && !reach.IsShared())];

    private readonly int[] _lanes = new int[Remembered];
    private readonly double?[] _prices = new double?[Remembered];
    private int _computed;

    /// <summary>Forgets the lanes of another year.</summary>
    public void Forget() => _computed = 0;

    /// <summary>The price; null when the rule names none.</summary>
    public double? Price(LaneFrame f, int lane)
    {
        if (rule.Document.Series.Count > 0) return Compute(f, lane);
        for (var known = 0; known < Math.Min(_computed, Remembered); known++)
            if (IsSame(f, lane, _lanes[known])) return _prices[known];
        var price = Compute(f, lane);
        (_lanes[_computed % Remembered], _prices[_computed % Remembered]) = (lane, price);
        _computed++;
        return price;
    }

    private static double? Compute(LaneFrame f, int lane)
    {
        var (rule, single) = (f.Rule, f.Single);
        single.Lane = lane;
        try
        {
            single.Slots[RuleProgram.AsOfSlot] = Value(f, RuleProgram.AsOfSlot, RuleKind.Date, lane);
            for (var given = 0; given < rule.Program.Givens.Count; given++)
                single.Slots[given + 1] = Value(f, given + 1, rule.Program.Givens[given].Type.Kind, lane);
            foreach (var statement in rule.Program.Statements) statement.Run(single);
            var price = single.Slots[rule.PriceSlot].Number;
            return price < 0 ? null : (double)price;
        }
        catch (Exception fault) when (fault is RuleFault or OverflowException)
        {
            return null;
        }
    }

    private bool IsSame(LaneFrame f, int lane, int other)
    {
        foreach (var slot in _slots)
        {
            var isSame = f.NumberSlots[slot] is { } numbers ? numbers[lane].Equals(numbers[other])
                : f.DaySlots[slot] is { } days ? days[lane] == days[other]
                : f.TruthSlots[slot][lane] == f.TruthSlots[slot][other];
            if (!isSame) return false;
        }

        return true;
    }

    private static RuleValue Value(LaneFrame f, int slot, RuleKind kind, int lane)
    {
        if (f.Rule.ReachOf(slot) is not { } reach || reach.IsShared()) return f.Shared.Slots[slot];
        return kind switch
        {
            RuleKind.Date => RuleValue.OfDay(f.DaySlots[slot][lane]),
            RuleKind.YesNo => RuleValue.OfYesNo(f.TruthSlots[slot][lane] != 0),
            _ => RuleValue.OfNumeric(kind, Decimal(f.NumberSlots[slot][lane])),
        };
    }

    /// <summary>The decimal of a double to 15 digits, as .NET defines it, on every machine the same.</summary>
    public static decimal Decimal(double number) =>
        Math.Abs(number) < 1e28 ? (decimal)number : throw new OverflowException();
}
