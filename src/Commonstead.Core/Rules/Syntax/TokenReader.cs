namespace Commonstead.Core;

/// <summary>Walks the tokens of one statement, saying what was expected where something else stands.</summary>
internal sealed class TokenReader(IReadOnlyList<RuleToken> tokens)
{
    private int _at;

    public RuleToken Current => tokens[_at];

    public RuleToken Following => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public int PreviousEnd => tokens[Math.Max(0, _at - 1)].End;

    public RuleToken Take()
    {
        var token = Current;
        if (token.Kind != RuleTokenKind.End) _at++;
        return token;
    }

    public bool TryTake(string symbolOrWord)
    {
        if (!Current.Is(symbolOrWord)) return false;
        _at++;
        return true;
    }

    public RuleToken Expect(string symbolOrWord) =>
        Current.Is(symbolOrWord) ? Take() : throw Unexpected($"“{symbolOrWord}”");

    public RuleToken Expect(RuleTokenKind kind, string expectation) =>
        Current.Kind == kind ? Take() : throw Unexpected(expectation);

    /// <summary>A name that is being defined: not a word of the language.</summary>
    public RuleToken NewName(string expectation)
    {
        var name = Expect(RuleTokenKind.Name, expectation);
        return RuleWords.Reserved.Contains(name.Text)
            ? throw new RuleFault(RuleErrorCode.ReservedName, name.At,
                $"“{name.Text}” is a word of the language; expected {expectation} of another name")
            : name;
    }

    /// <summary>A quoted text when one stands here, or nothing.</summary>
    public string OptionalText() => Current.Kind == RuleTokenKind.Text ? Take().Text : "";

    /// <summary>What stands here without its quotation marks, as it is written: <c>us:county:25013</c>.</summary>
    public string Unquoted()
    {
        var end = _at;
        while (IsUnquoted(tokens[end]) && (end == _at || tokens[end].Start == tokens[end - 1].End)) end++;
        return string.Concat(tokens.Skip(_at).Take(end - _at).Select(token => token.Text));
    }

    private static bool IsUnquoted(RuleToken token) =>
        token.Kind is RuleTokenKind.Name or RuleTokenKind.Number or RuleTokenKind.Date
        || token.Is(":") || token.Is("-");

    public void ExpectEnd()
    {
        if (Current.Kind != RuleTokenKind.End) throw Unexpected("the end of the statement");
    }

    public RuleFault Unexpected(string expectation) =>
        new(RuleErrorCode.UnexpectedToken, Current.At, $"found {Current.Shown}; expected {expectation}");
}
