using System.Numerics;

namespace Commonstead.Core;

/// <summary>A statement of a compiled rule.</summary>
/// <param name="reach">How far its value reaches.</param>
internal abstract class VectorStatement(Reach reach)
{
    public Reach Reach { get; } = reach;

    /// <summary>How many of the rule's held parts must be settled before it runs.</summary>
    public required int HeldBefore { get; init; }

    /// <summary>Whether it is a date that follows from the day of purchase alone.</summary>
    public bool IsOfPurchase { get; init; }

    public abstract void Run(LaneFrame f);

    /// <summary>Settles the value that all who buy on one day share.</summary>
    public virtual void RunShared(LaneFrame f)
    {
    }
}

/// <summary>A step whose value all lanes share.</summary>
internal sealed class SharedStep(StepStatement step, Reach reach) : VectorStatement(reach)
{
    public override void Run(LaneFrame f)
    {
        if (f.IsStepKnown[step.Slot]) return;
        try
        {
            f.Shared.Slots[step.Slot] = step.Node.Value(f.Shared);
            f.IsStepKnown[step.Slot] = Reach == Reach.Study;
        }
        catch (Exception fault) when (fault is RuleFault or OverflowException)
        {
            f.FlagAll();
        }
    }
}

/// <summary>A step that differs by lane.</summary>
internal sealed class ColumnStep(StepStatement step, VectorNode node, RuleKind kind, Reach reach)
    : VectorStatement(reach)
{
    public override void Run(LaneFrame f)
    {
        switch (kind)
        {
            case RuleKind.Date:
                var days = node.Days(f, 0);
                if (days.Column is null) Array.Fill(f.DaySlots[step.Slot], days.Scalar);
                else days.Column.CopyTo(f.DaySlots[step.Slot], 0);
                break;
            case RuleKind.YesNo:
                var truth = node.Truth(f, 0);
                if (truth.Column is null) Array.Fill(f.TruthSlots[step.Slot], truth.Scalar ? -1 : 0);
                else truth.Column.CopyTo(f.TruthSlots[step.Slot], 0);
                break;
            default:
                var numbers = node.Numbers(f, 0);
                if (numbers.Column is null) Array.Fill(f.NumberSlots[step.Slot], numbers.Scalar);
                else numbers.Column.CopyTo(f.NumberSlots[step.Slot], 0);
                break;
        }
    }

    public override void RunShared(LaneFrame f)
    {
        try
        {
            f.Shared.Slots[step.Slot] = step.Node.Value(f.Shared);
        }
        catch (Exception fault) when (fault is RuleFault or OverflowException)
        {
            f.FlagAll();
        }
    }
}

/// <summary><c>require</c>: the lanes in which it does not hold have no price.</summary>
internal sealed class RequireVector(VectorNode condition, Reach reach) : VectorStatement(reach)
{
    public override void Run(LaneFrame f)
    {
        var truth = condition.Truth(f, 0);
        if (truth is { Column: null, Scalar: true }) return;
        var refused = Lanes.Of(f.Refused);
        var flags = Lanes.Of(f.Flags);
        for (var i = 0; i < refused.Length; i++)
        {
            // Where an edge was met so far, the exact evaluator decides.
            var holds = truth.Column is null ? Vector<long>.Zero : Lanes.Of(truth.Column)[i];
            refused[i] |= Vector.AndNot(~holds, flags[i]);
        }
    }
}
