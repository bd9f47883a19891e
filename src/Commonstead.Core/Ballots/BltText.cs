using System.Text;

namespace Commonstead.Core;

/// <summary>The text of a ballot file and a place in it.</summary>
internal ref struct BltText(ReadOnlySpan<char> text)
{
    // Ten times this and a digit more still fit in an int.
    private const int LargestPlain = 99_999_999;

    private readonly ReadOnlySpan<char> _text = text;
    private int _place;
    private int _lineStart;

    /// <summary>The line of the place, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>True behind the last character.</summary>
    public readonly bool AtEnd => _place >= _text.Length;

    /// <summary>True at the end of a line.</summary>
    public readonly bool AtLineEnd => AtEnd || _text[_place] is '\n' or '\r';

    /// <summary>The character at the place, and a zero character behind the last.</summary>
    public readonly char Current => AtEnd ? '\0' : _text[_place];

    /// <summary>What is wrong at the place.</summary>
    public readonly BltException Wrong(string what) => new(Line, _place - _lineStart + 1, what);

    /// <summary>Reads bytes as the text they most likely are.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // What older programs wrote on Windows; every byte is a character in it.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>Goes one character on.</summary>
    public void Skip()
    {
        if (AtEnd) return;
        if (_text[_place] == '\n') (Line, _lineStart) = (Line + 1, _place + 1);
        _place++;
    }

    /// <summary>Skips blanks and comments, and line ends where they mean nothing.</summary>
    public void SkipBlank(bool acrossLines)
    {
        while (!AtEnd)
        {
            switch (_text[_place])
            {
                case ' ' or '\t' or '\u00a0' or '\f':
                    _place++;
                    break;
                case '\r' or '\n' when acrossLines:
                    Skip();
                    break;
                case '#':
                    while (!AtLineEnd) _place++;
                    break;
                case '/' when _place + 1 < _text.Length && _text[_place + 1] == '*':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Takes a whole number without a sign; a word is left where it is.</summary>
    public bool TakeNumber(out long number)
    {
        (var start, number) = (_place, 0);
        while (!AtEnd && char.IsAsciiDigit(_text[_place]))
        {
            if (_place - start == 18) throw Wrong("The number is too large.");
            number = (number * 10) + (_text[_place++] - '0');
        }

        return _place > start;
    }

    /// <summary>Takes a 0 that is a number by itself; any other number is left where it is.</summary>
    public bool TakeZero()
    {
        var isZero = Current == '0' && (_place + 1 == _text.Length || !char.IsAsciiDigit(_text[_place + 1]));
        if (isZero) _place++;
        return isZero;
    }

    /// <summary>
    /// Takes a line that is nothing but numbers with a blank between them, the last of them 0: what almost every line
    /// of a large file is. Any other line, and one with more numbers than fit, is left where it is.
    /// </summary>
    public bool TakeNumbers(Span<int> numbers, out int count)
    {
        count = 0;
        var rest = _text[_place..];
        var (number, place) = (-1, 0);
        for (; place < rest.Length; place++)
        {
            var digit = rest[place] - '0';
            if (digit is >= 0 and <= 9)
            {
                if (number > LargestPlain) return false;
                number = number < 0 ? digit : (number * 10) + digit;
                continue;
            }

            if (number < 0 || count == numbers.Length) return false;
            numbers[count++] = number;
            if (rest[place] == '\n') break;
            if (rest[place] != ' ') return false;
            number = -1;
        }

        if (place == rest.Length || count == 0 || numbers[count - 1] != 0) return false;
        _place += place;
        return true;
    }

    /// <summary>Takes what stands up to the next blank or bracket.</summary>
    public string Word()
    {
        var start = _place;
        while (!AtEnd && !char.IsWhiteSpace(_text[_place]) && _text[_place] is not (']' or ')' or '=' or '#')) _place++;
        if (_place == start) throw Wrong(AtEnd ? "The file ends too early." : $"“{Current}” is not expected here.");
        return _text[start.._place].ToString();
    }

    /// <summary>Takes the rest of the line, up to a comment.</summary>
    public string Rest()
    {
        var start = _place;
        while (!AtLineEnd && _text[_place] != '#') _place++;
        var rest = _text[start.._place].Trim().ToString();
        while (!AtLineEnd) _place++;
        return rest;
    }

    /// <summary>Takes a text in quotation marks; doubled or behind a backslash they stand for themselves.</summary>
    public string Quoted()
    {
        var closing = Current == '“' ? '”' : '"';
        Skip();
        var quoted = new StringBuilder();
        while (!AtLineEnd)
        {
            var next = _place + 1 < _text.Length ? _text[_place + 1] : '\0';
            if (Current == closing && next != closing)
            {
                Skip();
                return quoted.ToString().Trim();
            }

            if ((Current == closing && next == closing) || (Current == '\\' && next is '"' or '\\')) Skip();
            quoted.Append(Current);
            Skip();
        }

        throw Wrong("The closing quotation mark is missing.");
    }

    private void SkipComment()
    {
        var (line, column) = (Line, _place - _lineStart + 1);
        for (_place += 2; !_text[_place..].StartsWith("*/"); Skip())
        {
            if (AtEnd) throw new BltException(line, column, "The comment that begins here does not end.");
        }

        _place += 2;
    }
}
