using System.Globalization;
using System.Text;

namespace Commonstead.Platform.Data;

/// <summary>
/// Text as it is searched: lower case, without accents and control characters, single spaces. Both engines then
/// compare alike.
/// </summary>
public static class SearchText
{
    /// <summary>Joins and folds texts into one searchable text.</summary>
    public static string Of(params IEnumerable<string?> texts)
    {
        var folded = new StringBuilder();
        foreach (var c in string.Join(' ', texts.Where(t => !string.IsNullOrWhiteSpace(t)))
            .Normalize(NormalizationForm.FormD))
        {
            var isSpace = char.IsWhiteSpace(c);
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsControl(c) && !isSpace) continue;
            if (isSpace && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(isSpace ? ' ' : char.ToLowerInvariant(c));
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// A short name that records go by, in lower-case letters and digits with hyphens between, such as
    /// <c>young-members</c>; empty when there is no letter or digit of the Latin alphabet in it.
    /// </summary>
    /// <param name="name">What people call it.</param>
    /// <param name="longest">At most so many characters.</param>
    public static string Code(string name, int longest)
    {
        var code = new StringBuilder();
        foreach (var c in Of(name))
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(c);
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        }

        return code.ToString(0, Math.Min(code.Length, longest)).Trim('-');
    }
}
