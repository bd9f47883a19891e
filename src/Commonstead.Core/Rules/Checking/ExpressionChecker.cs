namespace Commonstead.Core;

/// <summary>Settles the names and types of an expression and makes the node that computes it.</summary>
internal sealed class ExpressionChecker
{
    private const int DeepestFold = 2;

    private readonly RuleScope _scope;
    private readonly RuleSource _source;
    private readonly FunctionChecker _functions;
    private int _folds;

    public ExpressionChecker(RuleScope scope, RuleSource source)
    {
        _scope = scope;
        _source = source;
        _functions = new FunctionChecker(this);
    }

    public bool HasFolds { get; private set; }

    public RuleNode Check(RuleSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => Literal(literal),
        NameSyntax name => Name(name.Name),
        FieldSyntax field => Field(field),
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Binary(binary),
        IfSyntax choice => If(choice),
        RoundSyntax round => Round(round),
        CallSyntax call => _functions.Call(call),
        SeriesSyntax series => Series(series),
        FoldSyntax fold => Fold(fold),
        _ => throw new InvalidOperationException($"{syntax.GetType().Name} is not checked."),
    };

    public RuleNode Condition(RuleSyntax syntax)
    {
        var node = Check(syntax);
        RuleTyping.Only(node, RuleType.YesNo);
        return node;
    }

    public RuleNode Date(RuleSyntax syntax)
    {
        var node = Check(syntax);
        RuleTyping.Only(node, RuleType.Date);
        return node;
    }

    /// <summary>A series with the area it is asked for, without its date.</summary>
    public (SeriesReference Series, RuleNode? Area) SeriesOf(RuleToken name, RuleSyntax? area)
    {
        if (_scope.Find(name) is not SeriesSymbol symbol)
            throw new RuleFault(RuleErrorCode.TypeMismatch, name.At,
                $"“{name.Text}” is not a series; expected the name of one");
        var series = symbol.Reference;
        if (series.Series.ByArea != area is not null)
            throw new RuleFault(RuleErrorCode.TypeMismatch, name.At, series.Series.ByArea
                ? $"“{name.Text}” is a series by area; expected “{name.Text} of” and an area"
                : $"“{name.Text}” is not a series by area; expected it without “of”");
        if (area is null) return (series, null);
        var node = Check(area);
        RuleTyping.Only(node, RuleType.Area);
        return (series, node);
    }

    private static ConstantNode Literal(LiteralSyntax syntax)
    {
        var token = syntax.Token;
        var (type, value, isLiteral) = token.Kind switch
        {
            RuleTokenKind.Number when decimal.IsInteger(token.Number) =>
                (RuleType.Whole, RuleValue.OfNumeric(RuleKind.Whole, token.Number), true),
            RuleTokenKind.Number => (RuleType.Number, RuleValue.OfNumber(token.Number), true),
            RuleTokenKind.Rate => (RuleType.Rate, RuleValue.OfRate(token.Number), false),
            RuleTokenKind.Date => (RuleType.Date, RuleValue.OfDate(token.Date), false),
            RuleTokenKind.Text => (RuleType.Area, RuleValue.OfArea(token.Text), true),
            _ => (RuleType.YesNo, RuleValue.OfYesNo(token.Is("yes")), false),
        };
        return new ConstantNode(type, value, syntax.At, isLiteral);
    }

    private SlotNode Name(RuleToken name) => _scope.Find(name) switch
    {
        ValueSymbol { Type.Kind: RuleKind.List } => throw new RuleFault(RuleErrorCode.TypeMismatch, name.At,
            $"“{name.Text}” is a list; expected a fold over it, such as “sum i in {name.Text}: …”"),
        ValueSymbol value => new SlotNode(value.Type, value.Slot, name.At),
        SeriesSymbol => throw new RuleFault(RuleErrorCode.TypeMismatch, name.At,
            $"“{name.Text}” is a series; expected a date, as in “{name.Text} on sale_date”"),
        _ => throw new RuleFault(RuleErrorCode.TypeMismatch, name.At,
            $"“{name.Text}” is an item; expected one of its fields, as in “{name.Text}.index”"),
    };

    private SlotNode Field(FieldSyntax syntax)
    {
        if (_scope.Find(syntax.Item) is not ItemSymbol item)
            throw new RuleFault(RuleErrorCode.TypeMismatch, syntax.At,
                $"“{syntax.Item.Text}” is not the item of a fold and has no fields");
        for (var i = 0; i < item.Fields.Count; i++)
            if (syntax.Field.Is(item.Fields[i].Name))
                return new SlotNode(item.Fields[i].Type, item.Slot + i, syntax.At);
        throw new RuleFault(RuleErrorCode.UnknownName, syntax.Field.At,
            $"“{syntax.Field.Text}” is not a field; expected {string.Join(", ", item.Fields.Select(f => f.Name))}");
    }

    private RuleNode Unary(UnarySyntax syntax)
    {
        if (syntax.Sign.Is("not")) return new NotNode(Condition(syntax.Operand), syntax.At);
        var operand = Check(syntax.Operand);
        RuleTyping.NumericOnly(operand);
        return operand is ConstantNode { IsLiteral: true } literal
            ? literal.Negated(syntax.At)
            : new NegateNode(operand, syntax.At);
    }

    private RuleNode Binary(BinarySyntax syntax)
    {
        var sign = syntax.Sign;
        if (sign.Is("and") || sign.Is("or"))
            return new JunctionNode(sign.Is("and"), Condition(syntax.Left), Condition(syntax.Right), sign.At);
        var nodes = new[] { Check(syntax.Left), Check(syntax.Right) };
        switch (sign.Text)
        {
            case "+":
                var sum = RuleTyping.Add(nodes, sign);
                return new AddNode(sum, nodes[0], nodes[1], sign.At);
            case "-":
                var difference = RuleTyping.Add(nodes, sign);
                return new SubtractNode(difference, nodes[0], nodes[1], sign.At);
            case "*":
                return new MultiplyNode(RuleTyping.Multiply(nodes[0], nodes[1]), nodes[0], nodes[1], sign.At);
            case "/":
                return new DivideNode(RuleTyping.Divide(nodes[0], nodes[1]), nodes[0], nodes[1], sign.At);
            case "^":
                RuleTyping.ScalarOnly(nodes[0]);
                RuleTyping.Only(nodes[1], RuleType.Whole);
                return new PowerNode(RuleType.Number, nodes[0], nodes[1], sign.At);
            default:
                return Compare(sign, nodes);
        }
    }

    private static CompareNode Compare(RuleToken sign, RuleNode[] nodes)
    {
        var comparison = sign.Text switch
        {
            "=" => RuleComparison.Equal,
            "!=" => RuleComparison.NotEqual,
            "<" => RuleComparison.Less,
            "<=" => RuleComparison.LessOrEqual,
            ">" => RuleComparison.Greater,
            _ => RuleComparison.GreaterOrEqual,
        };
        var type = RuleTyping.Common(nodes);
        if (comparison > RuleComparison.NotEqual && !type.IsNumeric && type.Kind != RuleKind.Date)
            throw new RuleFault(RuleErrorCode.TypeMismatch, sign.At, $"{type} has no order; expected = or !=");
        return new CompareNode(comparison, nodes[0], nodes[1], sign.At);
    }

    private IfNode If(IfSyntax syntax)
    {
        var condition = Condition(syntax.Condition);
        var branches = new[] { Check(syntax.Then), Check(syntax.Else) };
        var type = RuleTyping.Common(branches);
        var texts = new IfTexts(Quote(syntax.Condition), Quote(syntax.Then), Quote(syntax.Else));
        return new IfNode(type, condition, branches[0], branches[1], texts, syntax.At);
    }

    private string Quote(RuleSyntax syntax) => _source.Quote(syntax.Start, syntax.End);

    private RoundNode Round(RoundSyntax syntax)
    {
        var operand = Check(syntax.Operand);
        RuleTyping.NumericOnly(operand);
        if (syntax.Unit is null && !operand.Type.IsScalar)
            throw new RuleFault(RuleErrorCode.RoundingUnit, syntax.Mode.At,
                "money is rounded to a unit; expected “to 1”, “to 0.01” or another");
        var mode = Enum.Parse<RuleRounding>(syntax.Mode.Text, ignoreCase: true);
        return new RoundNode(syntax.Unit is null
            ? RuleType.Whole
            : operand.Type, operand, mode, syntax.Unit?.Number ?? 1, syntax.At);
    }

    private SeriesNode Series(SeriesSyntax syntax)
    {
        var (series, area) = SeriesOf(syntax.Series, syntax.Area);
        return syntax.Date is null
            ? throw new RuleFault(RuleErrorCode.UnexpectedToken, syntax.At,
                $"a figure of “{syntax.Series.Text}” needs its date; expected “on” and a date")
            : new SeriesNode(series, area, Date(syntax.Date), syntax.At);
    }

    private FoldNode Fold(FoldSyntax syntax)
    {
        if (++_folds > DeepestFold)
            throw new RuleFault(RuleErrorCode.FoldTooDeep, syntax.At,
                "folds stand at most two deep inside one another");
        HasFolds = true;
        var initial = syntax.Initial is null ? null : Check(syntax.Initial);
        var (domain, fields, slot) = Domain(syntax.Domain);
        _scope.Define(syntax.Item, new ItemSymbol(fields, slot));
        try
        {
            return Fold(syntax, initial, domain);
        }
        finally
        {
            _scope.Forget(syntax.Item);
            _folds--;
        }
    }

    private FoldNode Fold(FoldSyntax syntax, RuleNode? initial, RuleDomain domain)
    {
        var start = initial is null ? null : Start(syntax.Carried!.Value, initial);
        try
        {
            var where = syntax.Where is null ? null : Condition(syntax.Where);
            var body = Check(syntax.Body);
            RuleTyping.NumericOnly(body);
            var kind = Enum.Parse<RuleFold>(syntax.Fold.Text, ignoreCase: true);
            if (kind == RuleFold.Product) RuleTyping.ScalarOnly(body);
            var type = start is null ? FoldType(kind, body) : CarryType(start, body);
            return new FoldNode(kind, type, domain, where, body, start, Quote(syntax.Body), _folds == 1, syntax.At);
        }
        finally
        {
            if (start is not null) _scope.Forget(syntax.Carried!.Value);
        }
    }

    private FoldStart Start(RuleToken carried, RuleNode initial)
    {
        RuleTyping.NumericOnly(initial);

        // The carried value outgrows the type of a bare start: a carry from 1 through growth factors is a number.
        var type = initial.Type.IsScalar ? RuleType.Number : initial.Type;
        var slot = _scope.NewSlots(1);
        _scope.Define(carried, new ValueSymbol(type, slot));
        return new FoldStart(initial, slot);
    }

    private static RuleType FoldType(RuleFold kind, RuleNode body) =>
        kind == RuleFold.Product && body.Type.Kind == RuleKind.Rate ? RuleType.Number : body.Type;

    private static RuleType CarryType(FoldStart start, RuleNode body)
    {
        var type = start.Initial.Type.IsScalar ? RuleType.Number : start.Initial.Type;
        if (type.IsScalar != body.Type.IsScalar) throw RuleTyping.Mismatch(body, type.ToString());
        return type;
    }

    private (RuleDomain Domain, IReadOnlyList<RuleField> Fields, int Slot) Domain(DomainSyntax syntax)
    {
        var index = new RuleField("index", RuleType.Whole);
        if (syntax.From is not null)
        {
            var from = Date(syntax.From);
            var to = Date(syntax.To!);
            var first = _scope.NewSlots(3);
            var months = syntax.Name.Is("years") ? 12 : 1;
            return (new PeriodDomain(from, to, months, first, syntax.Name.At),
                [new RuleField("start", RuleType.Date), new RuleField("end", RuleType.Date), index], first);
        }
        if (_scope.Find(syntax.Name) is not ValueSymbol { Type.Kind: RuleKind.List } list)
            throw new RuleFault(RuleErrorCode.TypeMismatch, syntax.Name.At,
                $"“{syntax.Name.Text}” is not a list; expected a list, years(from, to) or months(from, to)");
        var slot = _scope.NewSlots(list.Type.Fields.Count + 1);
        var rows = new ListDomain(list.Slot, list.Type.Fields.Count, slot, syntax.Name.At);
        return (rows, [.. list.Type.Fields, index], slot);
    }
}
