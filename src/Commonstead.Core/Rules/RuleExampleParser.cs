namespace Commonstead.Core;

/// <summary>
/// Reads an example block: <c>given = value</c>, <c>series [of area] on date = figure</c>, <c>step => value</c> and
/// <c>maximum_price => error Code</c>.
/// </summary>
internal sealed class RuleExampleParser(
    RuleDocument document, string text, RuleBlock block, Action<RuleFault> report)
{
    private readonly Dictionary<string, GivenValue> _givens = new(StringComparer.Ordinal);
    private readonly ExampleFigures _figures = new();
    private readonly List<RuleExpectation> _expectations = [];
    private DateOnly _asOf;

    /// <summary>Reads an example, which must expect something.</summary>
    public RuleExample Example()
    {
        var inputs = Inputs();
        if (_expectations.Count == 0)
            report(new RuleFault(RuleErrorCode.InvalidExample, new SourcePosition(block.Line, 1),
                "this example expects nothing; expected a line such as “maximum_price => 175000”"));
        return new RuleExample(document, block.Label, block.Line, inputs, _expectations);
    }

    /// <summary>Reads the givens and figures alone; what is expected of them is left aside.</summary>
    public RuleInputs Inputs()
    {
        foreach (var statement in new RuleLexer(text, block, report).Statements())
        {
            try
            {
                var tokens = new TokenReader(statement);
                Statement(tokens);
                tokens.ExpectEnd();
            }
            catch (RuleFault fault)
            {
                report(fault);
            }
        }
        return new RuleInputs { Givens = _givens, Figures = _figures, AsOf = _asOf, KnownBy = DateOnly.MaxValue };
    }

    private void Statement(TokenReader tokens)
    {
        var name = tokens.Expect(RuleTokenKind.Name, "a given, a series or a step");
        if (tokens.TryTake("=>")) Expectation(name, tokens);
        else if (tokens.Current.Is("on") || tokens.Current.Is("of")) Figure(name, tokens);
        else Given(name, tokens);
    }

    private void Given(RuleToken name, TokenReader tokens)
    {
        tokens.Expect("=");
        if (name.Is(RuleWords.AsOf))
        {
            _asOf = tokens.Expect(RuleTokenKind.Date, RuleType.Date.Expectation).Date;
            return;
        }
        var given = document.Givens.FirstOrDefault(found => name.Is(found.Name))
            ?? throw Unknown(name, "given", document.Givens.Select(found => found.Name));
        if (!_givens.TryAdd(given.Name, new GivenValue(RuleValueText.Value(tokens, given.Type), "example")))
            throw new RuleFault(RuleErrorCode.DuplicateName, name.At, $"{name.Text} is given twice");
    }

    private void Figure(RuleToken name, TokenReader tokens)
    {
        var series = document.Series.FirstOrDefault(found => name.Is(found.Name))
            ?? throw Unknown(name, "series", document.Series.Select(found => found.Name));
        var area = tokens.TryTake("of")
            ? tokens.Expect(RuleTokenKind.Text, "the code of an area in quotation marks").Text
            : null;
        if (series.ByArea != area is not null)
            throw new RuleFault(RuleErrorCode.InvalidExample, name.At,
                $"{name.Text} is {(series.ByArea ? "" : "not ")}a series by area");
        tokens.Expect("on");
        var date = tokens.Expect(RuleTokenKind.Date, RuleType.Date.Expectation).Date;
        var indexBase = tokens.TryTake("as")
            ? tokens.Expect(RuleTokenKind.Text, "the base in quotation marks").Text
            : null;
        tokens.Expect("=");
        var value = RuleValueText.Value(tokens, series.Type);
        _figures.Add(series.SeriesId, area, date, value.Number, indexBase);
    }

    private void Expectation(RuleToken name, TokenReader tokens)
    {
        var step = document.Steps.FirstOrDefault(found => name.Is(found.Name))
            ?? throw Unknown(name, "step", document.Steps.Select(found => found.Name));
        if (!tokens.TryTake("error"))
        {
            _expectations.Add(new RuleExpectation(step.Name, RuleValueText.Value(tokens, step.Type), null, name.At));
            return;
        }
        var code = tokens.Expect(RuleTokenKind.Name, "the name of an error");
        if (!Enum.TryParse<RuleErrorCode>(code.Text, out var error) || !Enum.IsDefined(error))
            throw new RuleFault(RuleErrorCode.InvalidExample, code.At,
                $"“{code.Text}” is not an error of the language");
        _expectations.Add(new RuleExpectation(step.Name, null, error, name.At));
    }

    private static RuleFault Unknown(RuleToken name, string what, IEnumerable<string> known) =>
        new(RuleErrorCode.InvalidExample, name.At,
            $"“{name.Text}” is not a {what} of the rule; expected {string.Join(", ", known)}");
}

/// <summary>The figures of an example: each answers exactly the day it is written for.</summary>
internal sealed class ExampleFigures : IFigures
{
    private readonly List<Figure> _figures = [];

    public bool IsEmpty => _figures.Count == 0;

    public void Add(string series, string? area, DateOnly date, decimal value, string? indexBase) =>
        _figures.Add(new Figure(
            series, area, FigureSpan.InForce, date, value, "example", date, date, indexBase, "example",
            "the rule document"));

    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        var found = _figures.Where(figure => figure.From == date
            && string.Equals(figure.SeriesId, series, StringComparison.Ordinal)
            && string.Equals(figure.Area, area, StringComparison.Ordinal)
            && (inBase is null || string.Equals(figure.Base, inBase, StringComparison.Ordinal))).ToList();
        var bases = found.Select(figure => figure.Base).Distinct(StringComparer.Ordinal).Count();
        var asked = $"{(area is null ? "" : $"of {area} ")}on {RuleValue.OfDate(date)}";
        return found.Count switch
        {
            1 => FigureLookup.Found(found[0]),
            0 => FigureLookup.Refused(FigureRefusal.Missing, $"the example has no figure {asked}"),
            _ when inBase is null && bases == found.Count => FigureLookup.Found(found[0]),
            _ => FigureLookup.Refused(FigureRefusal.Ambiguous, $"the example has two figures {asked}"),
        };
    }
}
