namespace Commonstead.Core;

/// <summary>Reads one statement of a rule.</summary>
internal sealed class RuleStatementParser
{
    private readonly TokenReader _tokens;
    private readonly RuleExpressionParser _expressions;

    private RuleStatementParser(IReadOnlyList<RuleToken> statement)
    {
        _tokens = new TokenReader(statement);
        _expressions = new RuleExpressionParser(_tokens);
    }

    public static StatementSyntax Parse(IReadOnlyList<RuleToken> statement)
    {
        var parser = new RuleStatementParser(statement);
        var parsed = parser.Statement();
        parser._tokens.ExpectEnd();
        return parsed;
    }

    private StatementSyntax Statement()
    {
        var first = _tokens.Current;
        if (first.Kind != RuleTokenKind.Name)
            throw _tokens.Unexpected("a statement: language, currency, given, series, table, require, or name = …");
        return first.Text switch
        {
            "language" => new LanguageSyntax(_tokens.Take(), _tokens.Expect(RuleTokenKind.Number, "a version "
            + "such as 1")),
            "currency" => new CurrencySyntax(
                _tokens.Take(), _tokens.Expect(RuleTokenKind.Name, "an ISO 4217 code such as USD")),
            "given" => Given(),
            "series" => Series(),
            "table" => Table(),
            "require" => Require(),
            _ => Step(),
        };
    }

    private GivenSyntax Given()
    {
        var first = _tokens.Take();
        var name = _tokens.NewName("a given");
        var type = RuleTypeText.Type(_tokens);
        var atSale = _tokens.TryTake("at");
        if (atSale) _tokens.Expect("sale");
        RuleValue? fallback = null;
        if (_tokens.TryTake("=")) fallback = RuleValueText.Value(_tokens, type);
        return new GivenSyntax(first, name, type, atSale, fallback, _tokens.OptionalText());
    }

    private SeriesStatementSyntax Series()
    {
        var first = _tokens.Take();
        var name = _tokens.NewName("a series");
        var byArea = _tokens.TryTake("of");
        if (byArea) _tokens.Expect("area");
        var at = _tokens.Current.At;
        var type = RuleTypeText.Type(_tokens);
        if (!type.IsNumeric)
            throw new RuleFault(RuleErrorCode.TypeMismatch, at,
                $"a series can't be of {type}; expected money, rate, number or whole");
        var id = _tokens.TryTake("as")
            ? _tokens.Expect(RuleTokenKind.Text, "the series' identifier in quotation marks").Text
            : null;
        var source = _tokens.Expect(RuleTokenKind.Text, "who publishes the series, in quotation marks").Text;
        return new SeriesStatementSyntax(first, name, byArea, type, id, source);
    }

    private TableSyntax Table()
    {
        var first = _tokens.Take();
        var name = _tokens.NewName("a table");
        var label = _tokens.OptionalText();
        _tokens.Expect("by");
        var key = _expressions.Expression();
        _tokens.Expect(":");
        var rows = new List<TableRowSyntax> { Row() };
        while (_tokens.TryTake(";"))
        {
            if (_tokens.Current.Kind == RuleTokenKind.End) break;
            rows.Add(Row());
        }
        return new TableSyntax(first, name, label, key, rows, _tokens.PreviousEnd);
    }

    private TableRowSyntax Row()
    {
        var first = _tokens.Current;
        var key = Key();
        _tokens.Expect("=>");
        return new TableRowSyntax(first, key, _expressions.Expression());
    }

    private TableKeySyntax Key()
    {
        var from = OptionalKey();
        if (from is { Kind: RuleTokenKind.Text }) return new TableKeySyntax(from, from, false);
        if (_tokens.TryTake("..<"))
            return new TableKeySyntax(from, OptionalKey() ?? throw _tokens.Unexpected("the end of the range"), true);
        if (_tokens.TryTake(".."))
        {
            var to = OptionalKey();
            return from is null && to is null
                ? throw _tokens.Unexpected("a value at one end of the range")
                : new TableKeySyntax(from, to, false);
        }
        return from is null
            ? throw _tokens.Unexpected("a row's key: a value, “a..b”, “a..” or “..b”")
            : new TableKeySyntax(from, from, false);
    }

    private RuleToken? OptionalKey() =>
        _tokens.Current.Kind is RuleTokenKind.Number or RuleTokenKind.Rate or RuleTokenKind.Text
            ? _tokens.Take()
            : null;

    private RequireSyntax Require()
    {
        var first = _tokens.Take();
        var condition = _expressions.Expression();
        _tokens.Expect("else");
        var reason = _tokens.Expect(RuleTokenKind.Text, "the reason in quotation marks");
        return new RequireSyntax(first, condition, reason.Text);
    }

    private StepSyntax Step()
    {
        var name = _tokens.NewName("a step");
        var label = _tokens.OptionalText();
        _tokens.Expect("=");
        return new StepSyntax(name, label, _expressions.Expression());
    }
}
