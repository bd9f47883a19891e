namespace Commonstead.Core;

/// <summary>
/// A part of a rule whose names and types are settled, ready to compute. A node answers the question that fits its
/// type
/// and no other; the checker never asks the wrong one.
/// </summary>
internal abstract class RuleNode(RuleType type, SourcePosition at, long cost)
{
    // Saturates far above the bound, so that adding costs up can't overflow.
    private const long Unaffordable = 1L << 40;

    public RuleType Type { get; } = type;

    public SourcePosition At { get; } = at;

    /// <summary>How many simple steps this can take at most, itself included.</summary>
    public long Cost { get; } = Math.Min(cost, Unaffordable);

    /// <summary>How tightly the node binds when it is written; looser parts are written in brackets.</summary>
    public virtual int Binding => RuleBinding.Atom;

    public virtual decimal Number(RuleEvaluation e) => throw Unasked();

    public virtual int Day(RuleEvaluation e) => throw Unasked();

    public virtual bool Truth(RuleEvaluation e) => throw Unasked();

    public virtual string Code(RuleEvaluation e) => throw Unasked();

    public RuleValue Value(RuleEvaluation e) => Type.Kind switch
    {
        RuleKind.Date => RuleValue.OfDay(Day(e)),
        RuleKind.YesNo => RuleValue.OfYesNo(Truth(e)),
        RuleKind.Area or RuleKind.Choice => RuleValue.OfCode(Type.Kind, Code(e)),
        _ => RuleValue.OfNumeric(Type.Kind, Number(e)),
    };

    /// <summary>Writes the node with the numbers put in.</summary>
    public abstract void Write(RuleWriter writer);

    protected RuleFault Fault(RuleErrorCode code, string message) => new(code, At, message);

    private InvalidOperationException Unasked() =>
        new($"A node of type {Type} was asked for a value of another type.");
}

/// <summary>How tightly the parts of an expression bind, loosest first.</summary>
internal static class RuleBinding
{
    public const int Loose = 0;
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Compare = 4;
    public const int Add = 5;
    public const int Multiply = 6;
    public const int Negate = 7;
    public const int Power = 8;
    public const int Atom = 9;
}

/// <summary>A value that stands in the rule itself.</summary>
internal sealed class ConstantNode(RuleType type, RuleValue value, SourcePosition at, bool isLiteral)
    : RuleNode(type, at, 1)
{
    private readonly decimal _number = value.Number;

    /// <summary>A bare number, which becomes money or a rate where one is needed.</summary>
    public bool IsLiteral { get; } = isLiteral;

    public RuleValue Held => value;

    public ConstantNode Negated(SourcePosition at) =>
        new(Type, RuleValue.OfNumeric(Type.Kind, -_number), at, IsLiteral);

    public override decimal Number(RuleEvaluation e) => _number;

    public override int Day(RuleEvaluation e) => value.Day;

    public override bool Truth(RuleEvaluation e) => value.Truth;

    public override string Code(RuleEvaluation e) => value.Code;

    public override void Write(RuleWriter writer) => writer.Value(value);
}

/// <summary>A given, an earlier step, or a field of a fold's item, by the slot it is kept in.</summary>
internal sealed class SlotNode(RuleType type, int slot, SourcePosition at) : RuleNode(type, at, 1)
{
    public int Slot => slot;

    public override decimal Number(RuleEvaluation e) => e.Slots[slot].Number;

    public override int Day(RuleEvaluation e) => e.Slots[slot].Day;

    public override bool Truth(RuleEvaluation e) => e.Slots[slot].Truth;

    public override string Code(RuleEvaluation e) => e.Slots[slot].Code;

    public override void Write(RuleWriter writer) => writer.Value(writer.Evaluation.Slots[slot]);
}

/// <summary><c>if c then a else b</c>: only the branch taken is computed.</summary>
internal sealed class IfNode(
    RuleType type, RuleNode condition, RuleNode then, RuleNode otherwise, IfTexts texts, SourcePosition at)
    : RuleNode(type, at, 1 + condition.Cost + Math.Max(then.Cost, otherwise.Cost))
{
    public RuleNode Condition => condition;

    public RuleNode Then => then;

    public RuleNode Otherwise => otherwise;

    public override int Binding => RuleBinding.Loose;

    public override decimal Number(RuleEvaluation e) => Taken(e).Number(e);

    public override int Day(RuleEvaluation e) => Taken(e).Day(e);

    public override bool Truth(RuleEvaluation e) => Taken(e).Truth(e);

    public override string Code(RuleEvaluation e) => Taken(e).Code(e);

    public override void Write(RuleWriter writer)
    {
        var holds = condition.Truth(writer.Evaluation);
        writer.Text(holds ? "since " : "since not (").Node(condition, RuleBinding.Loose).Text(holds ? ": " : "): ");
        var numbers = writer.Apart(condition);
        if (!holds) writer.NotTaken(new CaseNotTaken(texts.Then, texts.Condition, numbers, Held: false));
        else if (otherwise is IfNode later) later.NeverAsked(writer);
        else writer.NotTaken(new CaseNotTaken(texts.Otherwise, texts.Condition, numbers, Held: true));
        writer.Node(holds ? then : otherwise, RuleBinding.Loose);
    }

    // Behind a case that applied, nothing was asked: its numbers may not even exist.
    private void NeverAsked(RuleWriter writer)
    {
        writer.NotTaken(new CaseNotTaken(texts.Then, texts.Condition, null, Held: false));
        if (otherwise is IfNode later) later.NeverAsked(writer);
        else writer.NotTaken(new CaseNotTaken(texts.Otherwise, null, null, Held: false));
    }

    private RuleNode Taken(RuleEvaluation e) => condition.Truth(e) ? then : otherwise;
}

/// <summary>The parts of an <c>if</c> as the rule writes them.</summary>
internal sealed record IfTexts(string Condition, string Then, string Otherwise);
