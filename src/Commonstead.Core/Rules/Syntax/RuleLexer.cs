using System.Globalization;

namespace Commonstead.Core;

/// <summary>Cuts the text of one fenced block into statements of tokens.</summary>
/// <remarks>
/// A statement begins in the first column; indented lines continue it. <c>#</c> begins a comment. A statement with a
/// fault is reported and left out, and the next one is read.
/// </remarks>
internal sealed class RuleLexer(string text, RuleBlock block, Action<RuleFault> report)
{
    // Longest first, so that "..<" is not read as "..".
    private static readonly string[] _symbols =
    [
        "..<", "..", "=>", "!=", "<=", ">=", "(", ")", "{", "}", "[", "]", ",", ";", ":", ".", "+", "-", "*", "/", "^",
        "=", "<", ">",
    ];

    private readonly List<IReadOnlyList<RuleToken>> _statements = [];
    private List<RuleToken> _current = [];
    private bool _faulty;
    private int _at;
    private int _line;
    private int _lineStart;

    /// <summary>The statements of the block, each closed by an end token.</summary>
    public IReadOnlyList<IReadOnlyList<RuleToken>> Statements()
    {
        _line = block.Line;
        for (_at = block.Start; _at < block.End; _at++, _line++)
        {
            _lineStart = _at;
            ReadLine(LineEnd());
        }
        Close();
        return _statements;
    }

    private SourcePosition Here => new(_line, _at - _lineStart + 1);

    private int LineEnd()
    {
        var end = text.IndexOf('\n', _at, block.End - _at);
        return end < 0 ? block.End : end;
    }

    private void ReadLine(int end)
    {
        try
        {
            while (_at < end)
            {
                var c = text[_at];
                if (c == '#') break;
                if (c is ' ' or '\t') _at++;
                else Add(Next(end));
            }
        }
        catch (RuleFault fault)
        {
            if (!_faulty) report(fault);
            _faulty = true;
        }
        _at = end;
    }

    private void Add(RuleToken token)
    {
        if (token.At.Column == 1) Close();
        else if (_current.Count == 0 && !_faulty)
            throw new RuleFault(RuleErrorCode.MisplacedBlock, token.At,
                "this line is indented, but there is no statement above it to continue; begin it in the first column");
        _current.Add(token);
    }

    private void Close()
    {
        if (_current.Count > 0 && !_faulty)
        {
            var last = _current[^1];
            var at = new SourcePosition(last.At.Line, last.At.Column + last.End - last.Start);
            _current.Add(new RuleToken(RuleTokenKind.End, "", 0, default, at, last.End, last.End));
            _statements.Add(_current);
        }
        _current = [];
        _faulty = false;
    }

    private RuleToken Next(int end)
    {
        // A first-column token closes the statement before it even when the token itself is faulty.
        if (_at == _lineStart) Close();
        var c = text[_at];
        if (char.IsAsciiLetter(c)) return Name(end);
        if (char.IsAsciiDigit(c)) return IsDate(end) ? Date() : Number(end);
        if (c == '"') return Text(end);
        foreach (var symbol in _symbols)
            if (end - _at >= symbol.Length && string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
                return Take(RuleTokenKind.Symbol, symbol.Length);
        var shown = char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString();
        throw new RuleFault(RuleErrorCode.UnexpectedCharacter, Here,
            $"the character {shown} is not part of the language; expected a name, a number, a date or a sign");
    }

    private RuleToken Name(int end)
    {
        var length = 1;
        while (_at + length < end && IsNamePart(text[_at + length])) length++;
        return Take(RuleTokenKind.Name, length);
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private RuleToken Text(int end)
    {
        var close = text.IndexOf('"', _at + 1, end - _at - 1);
        if (close < 0)
            throw new RuleFault(RuleErrorCode.UnclosedText, Here,
                "this text has no closing quotation mark on its line");
        var token = new RuleToken(RuleTokenKind.Text, text[(_at + 1)..close], 0, default, Here, _at, close + 1);
        _at = close + 1;
        return token;
    }

    private bool IsDate(int end)
    {
        const string Shape = "dddd-dd-dd";
        if (end - _at < Shape.Length) return false;
        for (var i = 0; i < Shape.Length; i++)
            if (Shape[i] == '-' ? text[_at + i] != '-' : !char.IsAsciiDigit(text[_at + i])) return false;
        return true;
    }

    private RuleToken Date()
    {
        const int Length = 10;
        var word = text.Substring(_at, Length);
        var culture = CultureInfo.InvariantCulture;
        if (!DateOnly.TryParseExact(word, "yyyy-MM-dd", culture, DateTimeStyles.None, out var date))
            throw new RuleFault(RuleErrorCode.InvalidDate, Here, $"{word} is not a day of the calendar");
        return Take(RuleTokenKind.Date, Length) with { Date = date };
    }

    private RuleToken Number(int end)
    {
        var length = Digits(0, end);
        if (_at + length + 1 < end && text[_at + length] == '.' && char.IsAsciiDigit(text[_at + length + 1]))
            length = Digits(length + 1, end);
        var digits = text.Substring(_at, length).Replace("_", "", StringComparison.Ordinal);
        const int MostDigits = 28;
        if (digits.Count(char.IsAsciiDigit) > MostDigits
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            throw new RuleFault(RuleErrorCode.InvalidNumber, Here, "a number has at most 28 digits");
        if (_at + length < end && (char.IsAsciiLetter(text[_at + length]) || text[_at + length] == '_'))
            throw new RuleFault(RuleErrorCode.InvalidNumber, Here,
                "a number ends before a letter; expected a space or a sign");
        if (_at + length < end && text[_at + length] == '%')
            return Take(RuleTokenKind.Rate, length + 1) with { Number = number / 100 };
        return Take(RuleTokenKind.Number, length) with { Number = number };
    }

    private int Digits(int from, int end)
    {
        while (_at + from < end && (char.IsAsciiDigit(text[_at + from])
            || (text[_at + from] == '_' && _at + from + 1 < end && char.IsAsciiDigit(text[_at + from + 1])))) from++;
        return from;
    }

    private RuleToken Take(RuleTokenKind kind, int length)
    {
        var token = new RuleToken(kind, text.Substring(_at, length), 0, default, Here, _at, _at + length);
        _at += length;
        return token;
    }
}
