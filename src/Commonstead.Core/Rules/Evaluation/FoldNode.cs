namespace Commonstead.Core;

/// <summary>What a fold makes of its items.</summary>
internal enum RuleFold
{
    Sum,
    Product,
    Least,
    Greatest,
    Carry,
}

/// <summary>
/// <c>sum</c>, <c>product</c>, <c>least</c>, <c>greatest</c> and <c>carry</c> over the items of a domain. An
/// outermost fold
/// leaves a trace of each item, so that a working can show every year.
/// </summary>
internal sealed class FoldNode(
    RuleFold fold, RuleType type, RuleDomain domain, RuleNode? where, RuleNode body, FoldStart? start, string bodyText,
    bool isOutermost, SourcePosition at)
    : RuleNode(type, at, 1 + domain.Cost + (start?.Initial.Cost ?? 0)
        + RuleDomain.MostItems * Math.Min(body.Cost + (where?.Cost ?? 0) + 1, 1L << 28))
{
    private const int MostShown = 12;

    private static readonly string[] _joints = [" + ", " × ", ", ", ", ", " → "];

    public override int Binding => fold switch
    {
        RuleFold.Sum => RuleBinding.Add,
        RuleFold.Product => RuleBinding.Multiply,
        _ => RuleBinding.Atom,
    };

    public RuleFold Kind => fold;

    public RuleDomain Domain => domain;

    public RuleNode? Where => where;

    public RuleNode Body => body;

    public FoldStart? Start => start;

    /// <summary>The expression computed for each item, as written.</summary>
    public string BodyText => bodyText;

    public override decimal Number(RuleEvaluation e)
    {
        var open = domain.Open(e);
        var total = fold == RuleFold.Carry ? start!.Initial.Number(e) : fold == RuleFold.Product ? 1 : 0;
        var counted = 0;
        for (var item = 0; item < open.Count; item++)
        {
            domain.Load(e, open, item);
            var uses = e.UseCount;
            var before = total;
            if (fold == RuleFold.Carry) e.Slots[start!.Slot] = RuleValue.OfNumeric(Type.Kind, total);
            if (where is not null && !where.Truth(e))
            {
                if (isOutermost) e.Trace(new FoldItem(this, item, false, before, 0, uses, e.UseCount));
                continue;
            }
            var value = body.Number(e);
            e.At = At;
            total = Join(total, value, counted++);
            if (isOutermost) e.Trace(new FoldItem(this, item, true, before, value, uses, e.UseCount));
        }
        if (counted == 0 && fold is RuleFold.Least or RuleFold.Greatest)
            throw Fault(RuleErrorCode.EmptyFold,
                $"there is nothing here to take the {fold.ToString().ToLowerInvariant()} of");
        return total;
    }

    public override void Write(RuleWriter writer)
    {
        var items = writer.Evaluation.ItemsOf(this).Where(item => item.Counted).ToList();
        if (!isOutermost || items.Count is 0 or > MostShown)
        {
            writer.Value(Value(writer.Evaluation));
            return;
        }
        if (Binding == RuleBinding.Atom) writer.Text($"{fold.ToString().ToLowerInvariant()}(");
        if (fold == RuleFold.Carry) writer.Value(RuleValue.OfNumeric(Type.Kind, items[0].Before)).Text(" → ");
        for (var i = 0; i < items.Count; i++)
            writer.Text(i == 0 ? "" : _joints[(int)fold]).Value(RuleValue.OfNumeric(body.Type.Kind, items[i].Value));
        if (Binding == RuleBinding.Atom) writer.Text(")");
    }

    /// <summary>Writes one item of the trace with its numbers put in, and says what it is called.</summary>
    public (string Label, string Substituted, RuleValue Value) Describe(
        RuleEvaluation e, in FoldItem item, RuleWriter writer)
    {
        var open = domain.Open(e);
        domain.Load(e, open, item.Index);
        if (fold == RuleFold.Carry) e.Slots[start!.Slot] = RuleValue.OfNumeric(Type.Kind, item.Before);
        if (item.Counted) writer.Node(body, RuleBinding.Loose);
        else writer.Text("not (").Node(where!, RuleBinding.Loose).Text(")");
        return (domain.Label(open, item.Index), writer.ToString(), RuleValue.OfNumeric(body.Type.Kind, item.Value));
    }

    private decimal Join(decimal total, decimal value, int counted) => fold switch
    {
        RuleFold.Sum => total + value,
        RuleFold.Product => total * value,
        RuleFold.Least => counted == 0 || value < total ? value : total,
        RuleFold.Greatest => counted == 0 || value > total ? value : total,
        _ => value,
    };
}

/// <summary>The value a carry begins with, and the slot its carried value is kept in.</summary>
internal sealed record FoldStart(RuleNode Initial, int Slot);

/// <summary>The trace of one item of an outermost fold.</summary>
/// <param name="Fold">The fold it belongs to.</param>
/// <param name="Index">Which item, from 0.</param>
/// <param name="Counted">Whether the fold's condition held.</param>
/// <param name="Before">The total before it.</param>
/// <param name="Value">What the item came to.</param>
/// <param name="UsesFrom">The first figure use within the item.</param>
/// <param name="UsesTo">Just past the last figure use within the item.</param>
internal readonly record struct FoldItem(
    FoldNode Fold, int Index, bool Counted, decimal Before, decimal Value, int UsesFrom, int UsesTo);
