using System.Globalization;

namespace Commonstead.Series;

/// <summary>How cells are read: numbers, series codes and area codes, each in one strict form.</summary>
internal static class FigureText
{
    private const int LongestCode = 64;

    /// <summary>
    /// Reads a number: an optional minus, digits, commas only between groups of three, an optional point with digits.
    /// At most 28 digits; no exponent, no currency sign.
    /// </summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var digits = text is ['-', ..] ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        if (point >= 0 && !AreDigits(digits[(point + 1)..])) return false;
        return AreGrouped(whole) && digits.Length <= 36
            && decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value);
    }

    /// <summary>True for a cell that a spreadsheet would run as a formula; a negative number is none.</summary>
    public static bool IsFormula(string text) =>
        text is ['=' or '+' or '@' or '\t', ..] || (text is ['-', ..] && !TryNumber(text, out _));

    /// <summary>
    /// True for a series code: small letters, digits, dots, hyphens and underscores, a letter first, at most 64.
    /// </summary>
    public static bool IsSeriesCode(string text) =>
        text.Length is > 0 and <= LongestCode && char.IsAsciiLetterLower(text[0])
        && text.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_');

    /// <summary>
    /// True for an area code: a country of two small letters, then one or more parts after colons, of letters,
    /// digits, hyphens and underscores; at most 64.
    /// </summary>
    public static bool IsAreaCode(string text)
    {
        if (text.Length is < 4 or > LongestCode || text[2] != ':') return false;
        if (!char.IsAsciiLetterLower(text[0]) || !char.IsAsciiLetterLower(text[1])) return false;
        foreach (var part in text[3..].Split(':'))
            if (part.Length == 0 || !part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
                return false;
        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool AreGrouped(ReadOnlySpan<char> whole)
    {
        var comma = whole.IndexOf(',');
        if (comma < 0) return AreDigits(whole);
        if (comma > 3 || !AreDigits(whole[..comma])) return false;
        for (whole = whole[comma..]; whole.Length > 0; whole = whole[4..])
            if (whole.Length < 4 || whole[0] != ',' || !AreDigits(whole[1..4])) return false;
        return true;
    }
}
