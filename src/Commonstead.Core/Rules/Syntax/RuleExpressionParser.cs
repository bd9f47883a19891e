namespace Commonstead.Core;

/// <summary>Reads expressions by recursive descent; nothing nests deeper than <see cref="MaximumDepth"/>.</summary>
internal sealed class RuleExpressionParser(TokenReader tokens)
{
    public const int MaximumDepth = 64;

    private static readonly string[] _comparisons = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly string[] _folds = ["sum", "product", "least", "greatest"];

    private int _nesting;

    /// <summary>A whole expression, from the loosest binding down.</summary>
    public RuleSyntax Expression()
    {
        if (++_nesting > MaximumDepth) throw TooDeep(tokens.Current.At);
        RuleSyntax read;
        if (tokens.Current.Is("if")) read = If();
        else if (tokens.Current.Is("carry")) read = Carry();
        else if (IsFold()) read = Fold();
        else read = Or();
        _nesting--;
        return Checked(read);
    }

    // A value that needs no brackets: a number, a name, a call, a figure, or anything in brackets.
    private RuleSyntax Postfix()
    {
        if (++_nesting > MaximumDepth) throw TooDeep(tokens.Current.At);
        var read = Primary();
        _nesting--;
        return read;
    }

    private bool IsFold() =>
        tokens.Current.Kind == RuleTokenKind.Name && Array.IndexOf(_folds, tokens.Current.Text) >= 0;

    private IfSyntax If()
    {
        var start = tokens.Take();
        var condition = Expression();
        tokens.Expect("then");
        var then = Expression();
        tokens.Expect("else");
        return new IfSyntax(start, condition, then, Expression());
    }

    private FoldSyntax Fold()
    {
        var start = tokens.Take();
        return FoldTail(start, null, null);
    }

    private FoldSyntax Carry()
    {
        var start = tokens.Take();
        var name = tokens.NewName("the name of the carried value");
        tokens.Expect("=");
        var initial = Expression();
        tokens.Expect("over");
        return FoldTail(start, name, initial);
    }

    private FoldSyntax FoldTail(RuleToken start, RuleToken? carried, RuleSyntax? initial)
    {
        var item = tokens.NewName("the name of an item");
        tokens.Expect("in");
        var domain = Domain();
        var where = tokens.TryTake("where") ? Expression() : null;
        tokens.Expect(":");
        return new FoldSyntax(start, carried, initial, item, domain, where, Expression());
    }

    private DomainSyntax Domain()
    {
        var name = tokens.Expect(RuleTokenKind.Name, "years(from, to), months(from, to) or the name of a list");
        if (!name.Is("years") && !name.Is("months")) return new DomainSyntax(name, null, null);
        tokens.Expect("(");
        var from = Expression();
        tokens.Expect(",");
        var to = Expression();
        tokens.Expect(")");
        return new DomainSyntax(name, from, to);
    }

    private RuleSyntax Or()
    {
        var left = And();
        while (tokens.Current.Is("or")) left = Checked(new BinarySyntax(tokens.Take(), left, And()));
        return left;
    }

    private RuleSyntax And()
    {
        var left = Not();
        while (tokens.Current.Is("and")) left = Checked(new BinarySyntax(tokens.Take(), left, Not()));
        return left;
    }

    private RuleSyntax Not()
    {
        if (!tokens.Current.Is("not")) return Comparison();
        var sign = tokens.Take();
        if (++_nesting > MaximumDepth) throw TooDeep(sign.At);
        var operand = Not();
        _nesting--;
        return Checked(new UnarySyntax(sign, operand));
    }

    private RuleSyntax Comparison()
    {
        var left = Sum();
        if (tokens.Current.Kind != RuleTokenKind.Symbol || Array.IndexOf(_comparisons, tokens.Current.Text) < 0)
            return left;
        var compared = new BinarySyntax(tokens.Take(), left, Sum());
        if (tokens.Current.Kind == RuleTokenKind.Symbol && Array.IndexOf(_comparisons, tokens.Current.Text) >= 0)
            throw tokens.Unexpected("one comparison; join two with “and”");
        return Checked(compared);
    }

    private RuleSyntax Sum()
    {
        var left = Product();
        while (tokens.Current.Is("+") || tokens.Current.Is("-"))
            left = Checked(new BinarySyntax(tokens.Take(), left, Product()));
        return left;
    }

    private RuleSyntax Product()
    {
        var left = Signed();
        while (tokens.Current.Is("*") || tokens.Current.Is("/"))
            left = Checked(new BinarySyntax(tokens.Take(), left, Signed()));
        return left;
    }

    private RuleSyntax Signed()
    {
        if (!tokens.Current.Is("-")) return Power();
        var sign = tokens.Take();
        if (++_nesting > MaximumDepth) throw TooDeep(sign.At);
        var operand = Signed();
        _nesting--;
        return Checked(new UnarySyntax(sign, operand));
    }

    private RuleSyntax Power()
    {
        var left = Postfix();
        if (!tokens.Current.Is("^")) return left;
        var sign = tokens.Take();
        if (++_nesting > MaximumDepth) throw TooDeep(sign.At);
        var right = Signed();
        _nesting--;
        return Checked(new BinarySyntax(sign, left, right));
    }

    private RuleSyntax Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case RuleTokenKind.Number or RuleTokenKind.Rate or RuleTokenKind.Date or RuleTokenKind.Text:
                return new LiteralSyntax(tokens.Take());
            case RuleTokenKind.Symbol when token.Is("("):
                tokens.Take();
                var inner = Expression();
                tokens.Expect(")");
                return inner;
            case RuleTokenKind.Name when token.Is("yes") || token.Is("no"):
                return new LiteralSyntax(tokens.Take());
            case RuleTokenKind.Name:
                return Named(tokens.Take());
            default:
                throw tokens.Unexpected("a value: a number, a name, a function or “(”");
        }
    }

    private RuleSyntax Named(RuleToken name)
    {
        if (tokens.Current.Is("(")) return name.Is("round") ? Round(name) : Call(name);
        if (tokens.TryTake("."))
            return new FieldSyntax(name, tokens.Expect(RuleTokenKind.Name, "the name of a field"));
        if (!tokens.Current.Is("of") && !tokens.Current.Is("on"))
            return RuleWords.Reserved.Contains(name.Text) && !name.Is(RuleWords.AsOf)
                ? throw new RuleFault(RuleErrorCode.UnexpectedToken, name.At, $"found “{name.Text}”; expected a value")
                : new NameSyntax(name);
        var area = tokens.TryTake("of") ? Area() : null;
        var date = tokens.TryTake("on") ? Postfix() : null;
        return Checked(new SeriesSyntax(name, area, date, tokens.PreviousEnd));
    }

    // Only a name, a field or a text: what follows "on" belongs to the series, not to its area.
    private RuleSyntax Area()
    {
        if (tokens.Current.Kind == RuleTokenKind.Text) return new LiteralSyntax(tokens.Take());
        var name = tokens.Expect(RuleTokenKind.Name, "an area: a name, a field or a code in quotation marks");
        return tokens.TryTake(".")
            ? new FieldSyntax(name, tokens.Expect(RuleTokenKind.Name, "the name of a field"))
            : new NameSyntax(name);
    }

    private RuleSyntax Call(RuleToken name)
    {
        tokens.Expect("(");
        var arguments = new List<RuleSyntax>();
        if (!tokens.Current.Is(")"))
        {
            arguments.Add(Expression());
            while (tokens.TryTake(",")) arguments.Add(Expression());
        }
        tokens.Expect(")");
        return Checked(new CallSyntax(name, arguments, tokens.PreviousEnd));
    }

    private RuleSyntax Round(RuleToken name)
    {
        tokens.Expect("(");
        var operand = Expression();
        tokens.Expect(",");
        var mode = tokens.Current;
        if (!mode.Is("nearest") && !mode.Is("even") && !mode.Is("up") && !mode.Is("down"))
            throw tokens.Unexpected("nearest, even, up or down");
        tokens.Take();
        RuleToken? unit = null;
        if (tokens.TryTake("to"))
        {
            unit = tokens.Expect(RuleTokenKind.Number, "the unit to round to, such as 1, 0.01 or 50");
            if (unit.Value.Number <= 0)
                throw new RuleFault(RuleErrorCode.RoundingUnit, unit.Value.At,
                    "the unit to round to is more than zero");
        }
        tokens.Expect(")");
        return Checked(new RoundSyntax(name, operand, mode, unit, tokens.PreviousEnd));
    }

    private static RuleSyntax Checked(RuleSyntax syntax) =>
        syntax.Depth > MaximumDepth ? throw TooDeep(syntax.At) : syntax;

    private static RuleFault TooDeep(SourcePosition at) =>
        new(RuleErrorCode.TooDeep, at,
            $"this expression is nested more than {MaximumDepth} deep; name its parts as steps");
}
