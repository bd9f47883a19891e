namespace Commonstead.Core;

/// <summary>Turns the parts of a checked rule into parts that compute 1,024 lanes at once.</summary>
internal sealed class VectorCompiler
{
    // A rounding to a cent or finer gives one cent more or less on either side of its step, which is within the bound.
    private const decimal Cent = 0.01m;

    private readonly RuleProgram _program;
    private readonly VectorFolds _folds;
    private readonly HashSet<int> _ofPurchase = [];
    private RuleNode? _price;

    public VectorCompiler(RuleProgram program, Func<RuleGiven, Reach> reachOf, Reach asOf, int saleSlot)
    {
        _program = program;
        Reaches = new Reach?[program.SlotCount];
        Kinds = new RuleKind[program.SlotCount];
        _folds = new VectorFolds(this, saleSlot);
        Define(RuleProgram.AsOfSlot, RuleKind.Date, asOf);
        for (var given = 0; given < program.Givens.Count; given++)
        {
            var kind = program.Givens[given].Type.Kind;
            var reach = kind is RuleKind.List or RuleKind.Area or RuleKind.Choice
                ? Reach.Study : reachOf(program.Givens[given]);
            Define(given + 1, kind, reach);
            if (saleSlot < 0 || kind != RuleKind.Date || reach != Reach.Held) continue;
            PurchaseSlot = given + 1;
            _ofPurchase.Add(given + 1);
        }

        PriceSlot = ((StepStatement)program.Statements[^1]).Slot;
        try
        {
            foreach (var statement in program.Statements) Statements.Add(Statement(statement));
        }
        catch (NotSupportedException)
        {
            IsVector = false;
        }
    }

    /// <summary>How far each slot reaches; null for slots not in use.</summary>
    public Reach?[] Reaches { get; }

    public RuleKind[] Kinds { get; }

    public List<VectorStatement> Statements { get; } = [];

    public List<IHeld> Held { get; } = [];

    public int HeldCount { get; private set; }

    public int ConstantCount { get; private set; }

    public int PriceSlot { get; }

    public int PurchaseSlot { get; } = -1;

    public bool IsVector { get; private set; } = true;

    public void Define(int slot, RuleKind kind, Reach reach) => (Kinds[slot], Reaches[slot]) = (kind, reach);

    public int NewHeld(IHeld held)
    {
        Held.Add(held);
        return HeldCount++;
    }

    /// <summary>The number a held part will have.</summary>
    public int NextHeld => HeldCount;

    /// <summary>How far a part reaches.</summary>
    public Reach ReachOf(RuleNode node) => node switch
    {
        SlotNode slot => Reaches[slot.Slot] ?? throw new InvalidOperationException($"Slot {slot.Slot} has no reach."),
        SeriesNode figure => ReachOfFigure(figure.Area, figure.Date),
        ChangeNode change => ReachOfFigure(change.Area, change.From).And(ReachOfFigure(change.Area, change.To)),
        FoldNode fold => _folds.ReachOf(fold),
        _ => RuleNodes.Parts(node).Aggregate(Reach.Study, (reach, part) => reach.And(ReachOf(part))),
    };

    /// <summary>Whether a day follows from the day of purchase alone.</summary>
    public bool IsOfPurchase(RuleNode day)
    {
        var slots = RuleNodes.Slots(day).ToList();
        return slots.Any(_ofPurchase.Contains) && !RuleNodes.HasFigures(day)
            && slots.All(slot => _ofPurchase.Contains(slot) || Reaches[slot] == Reach.Study);
    }

    public VectorNode Make(RuleNode node)
    {
        var reach = ReachOf(node);
        if (reach.IsShared()) return new SharedNode(node, reach, ConstantCount++);
        return node switch
        {
            SlotNode slot => new ColumnNode(slot.Slot, reach),
            AsMoneyNode one => Make(one.Operand),
            NegateNode one => new OperationNode<Subtracted>(Zero(), Make(one.Operand), reach),
            ArithmeticNode two => Arithmetic(two, reach),
            RoundNode round => new RoundVector(Make(round.Operand), round.Mode, round.Unit,
                !ReferenceEquals(node, _price) || round.Unit > Cent, reach),
            CompareNode two => Compare(two, reach),
            JunctionNode two => new JunctionVector(two.IsAnd, Make(two.Left), Make(two.Right), reach),
            NotNode one => new NotVector(Make(one.Operand), reach),
            IfNode choice => new IfVector(
                Make(choice.Condition), Make(choice.Then), Make(choice.Otherwise), reach),
            FunctionNode call => Function(call, reach),
            SeriesNode figure => Figure(figure.Series, figure.Area, figure.Date),
            ChangeNode change => new OperationNode<Subtracted>(new QuotientNode(
                Figure(change.Series, change.Area, change.To), Figure(change.Series, change.Area, change.From), reach),
                new SharedNode(One(change.At), Reach.Study, ConstantCount++), reach),
            TableNode { Key.Type.Kind: not RuleKind.Choice } table => Table(table, reach),
            FoldNode fold => _folds.Make(fold, reach),
            _ => throw new NotSupportedException(),
        };
    }

    private VectorStatement Statement(RuleStatement statement)
    {
        if (statement is RequireStatement require)
        {
            var condition = Make(require.Condition);
            return new RequireVector(condition, condition.Reach) { HeldBefore = HeldCount };
        }

        var step = (StepStatement)statement;
        if (step.Slot == PriceSlot) _price = step.Node;
        var reach = ReachOf(step.Node);
        var kind = step.Node.Type.Kind;
        var isOfPurchase = kind == RuleKind.Date && IsOfPurchase(step.Node);
        var node = reach.IsShared() ? null : Make(step.Node);
        if (node is not null && kind is RuleKind.Area or RuleKind.Choice) throw new NotSupportedException();
        Define(step.Slot, kind, reach);
        if (isOfPurchase) _ofPurchase.Add(step.Slot);
        return node is null
            ? new SharedStep(step, reach) { HeldBefore = HeldCount }
            : new ColumnStep(step, node, kind, reach) { HeldBefore = HeldCount, IsOfPurchase = isOfPurchase };
    }

    private VectorNode Arithmetic(ArithmeticNode node, Reach reach)
    {
        var (left, right) = (Make(node.Left), Make(node.Right));
        return node switch
        {
            AddNode => new OperationNode<Added>(left, right, reach),
            SubtractNode => new OperationNode<Subtracted>(left, right, reach),
            MultiplyNode => new OperationNode<Multiplied>(left, right, reach),
            DivideNode => new QuotientNode(left, right, reach),
            PowerNode => new PowerVector(left, right, reach),
            _ => throw new NotSupportedException(),
        };
    }

    private CompareVector Compare(CompareNode node, Reach reach)
    {
        var (left, right) = (node.Left.Type.Kind, node.Right.Type.Kind);
        if (left is RuleKind.Area or RuleKind.Choice) throw new NotSupportedException();
        var kind = left == RuleKind.Whole && right == RuleKind.Whole ? RuleKind.Whole
            : left == RuleKind.Whole ? right : left;
        return new CompareVector(node.Comparison, kind, Make(node.Left), Make(node.Right), reach);
    }

    private VectorNode Function(FunctionNode node, Reach reach)
    {
        var parts = node.Arguments.Select(Make).ToArray();
        return node switch
        {
            ExtremeNode { Type.Kind: RuleKind.Date } days => parts.Aggregate((a, b) =>
                new ExtremeDayVector(days.IsMax, a, b, reach)),
            ExtremeNode { IsMax: true } => parts.Aggregate((a, b) => new OperationNode<Greater>(a, b, reach)),
            ExtremeNode => parts.Aggregate((a, b) => new OperationNode<Lesser>(a, b, reach)),
            ClampNode => new ClampVector(parts[0], parts[1], parts[2], reach),
            AbsoluteNode => new OperationNode<Distance>(parts[0], Zero(), reach),
            RootNode { Arguments: [_, ConstantNode degree] } =>
                new RootVector(parts[0], (int)degree.Held.Number, reach),
            PresentValueNode => new PresentValueVector(parts[0], parts[1], parts[2], reach),
            BalanceNode => new BalanceVector(parts[0], parts[1], parts[2], parts[3], reach),
            SpanNode span => new SpanVector(span.Span, parts[0], parts[1], reach),
            LaterNode later => new LaterVector(later.Span == RuleSpan.Years, parts[0], parts[1], reach),
            _ => throw new NotSupportedException(),
        };
    }

    private VectorNode Figure(SeriesReference series, RuleNode? area, RuleNode date)
    {
        if (!IsOfPurchase(date)) return new FigureVector(series, area, Make(date), Reach.Lane);
        var held = new HeldFigureVector(series, area, date, NextHeld);
        NewHeld(held);
        return held;
    }

    private TableVector Table(TableNode table, Reach reach) => new(
        Make(table.Key), table.Key.Type.Kind == RuleKind.Whole, table.Rows,
        [.. table.Rows.Select(row => Make(row.Value))], reach);

    private Reach ReachOfFigure(RuleNode? area, RuleNode date)
    {
        if (area is not null && ReachOf(area) != Reach.Study) throw new NotSupportedException();
        _ = ReachOf(date);
        return IsOfPurchase(date) ? Reach.Held : Reach.Lane;
    }

    private SharedNode Zero() => new(
        new ConstantNode(RuleType.Number, RuleValue.OfNumber(0), default, isLiteral: true), Reach.Study,
        ConstantCount++);

    private static ConstantNode One(SourcePosition at) =>
        new(RuleType.Number, RuleValue.OfNumber(1), at, isLiteral: true);
}
