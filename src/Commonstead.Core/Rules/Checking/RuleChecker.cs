namespace Commonstead.Core;

/// <summary>Checks the statements of a rule in order and makes the program that runs them.</summary>
internal sealed class RuleChecker(Action<RuleFault> report)
{
    /// <summary>The most simple steps a rule may be able to take: about a second of work.</summary>
    public const long MostCost = 10_000_000;

    private const int LanguageVersion = 1;

    private readonly RuleScope _scope = new();
    private readonly List<RuleGiven> _givens = [];
    private readonly List<RuleRequirement> _requirements = [];
    private readonly List<RuleSeries> _series = [];
    private readonly List<RuleStepDefinition> _steps = [];
    private readonly List<RuleStatement> _statements = [];
    private Currency? _currency;
    private bool _hasLanguage;
    private bool _hasFolds;
    private bool _pastGivens;
    private long _cost;

    public IReadOnlyList<RuleSeries> Series => _series;

    public IReadOnlyList<RuleStepDefinition> Steps => _steps;

    public IReadOnlyList<RuleRequirement> Requirements => _requirements;

    /// <summary>The program, or null when something was reported.</summary>
    public RuleProgram? Check(IReadOnlyList<RuleSource> sources, SourcePosition start)
    {
        var isFaulty = false;
        foreach (var source in sources)
        {
            try
            {
                if (source.Statement is UnreadSyntax) throw new RuleFault(RuleErrorCode.UnexpectedToken, start, "");
                if (!_hasLanguage && source.Statement is not LanguageSyntax)
                    throw new RuleFault(RuleErrorCode.MissingLanguage, source.Statement.First.At,
                        "a rule begins with its language version; expected “language 1”");
                Statement(source);
            }
            catch (RuleFault fault)
            {
                isFaulty = true;
                if (fault.Message.Length > 0) report(fault);
                if (source.Statement.First.Is("language")) _hasLanguage = true;
                if (fault.Code is RuleErrorCode.MissingLanguage or RuleErrorCode.UnsupportedLanguage) return null;
                Abandon(source.Statement);
            }
        }
        if (_currency is null && !isFaulty)
            report(new RuleFault(RuleErrorCode.MissingCurrency, start,
                "the rule names no currency; expected “currency USD”"));
        return isFaulty || _currency is null ? null : Finish(start);
    }

    private RuleProgram? Finish(SourcePosition start)
    {
        if (_statements.Count > 0 && _statements[^1] is StepStatement { Definition.Name: RuleProgram.PriceName })
            return new RuleProgram(
                _currency!.Value, _givens, _series.Count, [.. _statements], _scope.SlotCount, _steps.Count, _hasFolds);
        report(new RuleFault(RuleErrorCode.MissingPrice, _statements.Count == 0 ? start : _statements[^1].At,
            $"a rule ends with its price; expected “{RuleProgram.PriceName} = round(…)” as the last statement"));
        return null;
    }

    // A refused definition still defines its name, so that its uses are not reported as errors of their own.
    private void Abandon(StatementSyntax statement)
    {
        var name = statement switch
        {
            GivenSyntax given => given.Name.Text,
            SeriesStatementSyntax series => series.Name.Text,
            TableSyntax table => table.Name.Text,
            StepSyntax step => step.Name.Text,
            UnreadSyntax unread => unread.Name,
            _ => null,
        };
        if (name is not null) _scope.DefineRefused(name);
    }

    private void Statement(RuleSource source)
    {
        switch (source.Statement)
        {
            case LanguageSyntax language:
                Language(language);
                break;
            case CurrencySyntax currency:
                TakeCurrency(currency);
                break;
            case GivenSyntax given:
                Given(given);
                break;
            case SeriesStatementSyntax series:
                TakeSeries(series);
                break;
            case RequireSyntax require:
                Require(require, source);
                break;
            case TableSyntax table:
                Table(table, source);
                break;
            case StepSyntax step:
                Step(step, source);
                break;
        }
    }

    private void Language(LanguageSyntax language)
    {
        if (_hasLanguage)
            throw new RuleFault(RuleErrorCode.DuplicateName, language.First.At,
                "the language version is already named above");
        if (language.Version.Number != LanguageVersion)
            throw new RuleFault(RuleErrorCode.UnsupportedLanguage, language.Version.At,
                $"language {language.Version.Text} is not known; expected 1");
        _hasLanguage = true;
    }

    private void TakeCurrency(CurrencySyntax currency)
    {
        if (_currency is not null)
            throw new RuleFault(RuleErrorCode.DuplicateName, currency.First.At, "the currency is already named above");
        if (!Currency.TryParse(currency.Code.Text, out var parsed))
            throw new RuleFault(RuleErrorCode.MissingCurrency, currency.Code.At,
                $"“{currency.Code.Text}” is not a currency; expected an ISO 4217 code such as USD");
        _currency = parsed;
    }

    private void Given(GivenSyntax given)
    {
        if (_pastGivens)
            throw new RuleFault(RuleErrorCode.UnexpectedToken, given.First.At,
                "givens stand before the first step, table or requirement");
        _scope.Define(given.Name, new ValueSymbol(given.Type, _scope.NewSlots(1)));
        _givens.Add(new RuleGiven(given.Name.Text, given.Type, given.Label, given.Default)
        {
            SaysAtSale = given.AtSale,
            At = given.Name.At,
        });
    }

    private void TakeSeries(SeriesStatementSyntax syntax)
    {
        var name = syntax.Name.Text;
        var series = new RuleSeries(name, syntax.Id ?? name, syntax.ByArea, syntax.Type, syntax.Source);
        _scope.Define(syntax.Name, new SeriesSymbol(new SeriesReference(_series.Count, series)));
        _series.Add(series);
    }

    private void Require(RequireSyntax require, RuleSource source)
    {
        var expressions = new ExpressionChecker(_scope, source);
        var condition = expressions.Condition(require.Condition);
        Charge(condition, expressions, require.First.At);
        _statements.Add(new RequireStatement(condition, require.Reason, require.First.At));
        _requirements.Add(new RuleRequirement(
            source.Quote(require.Condition.Start, require.Condition.End), require.Reason));
    }

    private void Table(TableSyntax table, RuleSource source)
    {
        var expressions = new ExpressionChecker(_scope, source);
        var node = new TableChecker(expressions).Check(table);
        Define(table.Name, table.Label, node, expressions, source.Quote(table.Key.Start, table.End));
    }

    private void Step(StepSyntax step, RuleSource source)
    {
        var expressions = new ExpressionChecker(_scope, source);
        var node = expressions.Check(step.Expression);
        if (step.Name.Is(RuleProgram.PriceName)) CheckPrice(node, step.Name.At);

        // From what follows the sign, not from the expression: that begins inside an opening bracket.
        var first = source.Tokens[source.Tokens.TakeWhile(token => !token.Is("=")).Count() + 1];
        Define(step.Name, step.Label, node, expressions, source.Quote(first.Start, source.Tokens[^1].Start));
    }

    private void CheckPrice(RuleNode node, SourcePosition at)
    {
        if (node is not RoundNode round)
            throw new RuleFault(RuleErrorCode.UnroundedPrice, at,
                $"the maximum price must be rounded; expected “{RuleProgram.PriceName} = round(…, down to 1)” or "
                + "another mode and unit");
        if (round.Type.Kind != RuleKind.Money) throw RuleTyping.Mismatch(round, "money");
        if (_currency is { } currency && !decimal.IsInteger(round.Unit * currency.MinorPerUnit))
            throw new RuleFault(RuleErrorCode.RoundingUnit, at,
                $"the maximum price must be a whole number of the smallest coin of {currency}");
    }

    private void Define(RuleToken name, string label, RuleNode node, ExpressionChecker expressions, string formula)
    {
        if (_currency is null)
            throw new RuleFault(RuleErrorCode.MissingCurrency, name.At,
                "the rule names no currency above its first step; expected “currency USD”");
        Charge(node, expressions, name.At);
        var slot = _scope.NewSlots(1);
        _scope.Define(name, new ValueSymbol(node.Type, slot));
        var definition = new RuleStepDefinition(name.Text, label, node.Type, formula);
        _statements.Add(new StepStatement(definition, _steps.Count, slot, node, name.At));
        _steps.Add(definition);
    }

    private void Charge(RuleNode node, ExpressionChecker expressions, SourcePosition at)
    {
        _pastGivens = true;
        _hasFolds |= expressions.HasFolds;
        _cost += node.Cost;
        if (_cost > MostCost)
            throw new RuleFault(RuleErrorCode.TooCostly, at,
                $"the rule could take {_cost:N0} steps here, counting {RuleDomain.MostItems} items for every "
                + $"fold; at most {MostCost:N0} are allowed");
    }
}
