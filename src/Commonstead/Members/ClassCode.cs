using System.Text;
using Commonstead.Platform.Data;

namespace Commonstead.Members;

/// <summary>The code of a class, made once of its first name.</summary>
internal static class ClassCode
{
    /// <summary>The longest code.</summary>
    public const int Longest = 30;

    /// <summary>A name in lower-case letters and digits with hyphens between, such as <c>young-members</c>.</summary>
    public static string Of(string name)
    {
        var code = new StringBuilder();
        foreach (var c in SearchText.Of(name))
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(c);
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        }

        return code.ToString(0, Math.Min(code.Length, Longest)).Trim('-');
    }
}
