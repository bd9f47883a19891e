namespace Commonstead.Pricing;

/// <summary>Finds the parts of a formula, as a rule or a working writes it, by its brackets.</summary>
internal static class FormulaParts
{
    /// <summary>Where the bracket closes that opens here; −1 where none does.</summary>
    public static int CloseOf(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += Step(text[at]);
            if (depth == 0) return at;
        }

        return -1;
    }

    /// <summary>
    /// Where a part that begins here ends: before a separator, before the bracket that closes around it, or at the end.
    /// </summary>
    public static int EndOf(string text, int from, string separator)
    {
        var depth = 0;
        for (var at = from; at < text.Length; at++)
        {
            if (depth == 0 && StandsAt(text, at, separator)) return at;
            depth += Step(text[at]);
            if (depth < 0) return at;
        }

        return text.Length;
    }

    /// <summary>The parts between separators that stand in no brackets.</summary>
    public static IReadOnlyList<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (from, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += Step(text[at]);
            if (depth != 0 || !StandsAt(text, at, separator)) continue;
            parts.Add(text[from..at].Trim());
            from = at + separator.Length;
        }

        parts.Add(text[Math.Min(from, text.Length)..].Trim());
        return parts;
    }

    /// <summary>Whether a word begins here.</summary>
    public static bool BeginsAt(string text, int at, string word) =>
        (at == 0 || text[at - 1] is ' ' or '(') && StandsAt(text, at, word);

    private static bool StandsAt(string text, int at, string part) =>
        string.CompareOrdinal(text, at, part, 0, part.Length) == 0;

    private static int Step(char c) => c switch
    {
        '(' or '[' or '{' => 1,
        ')' or ']' or '}' => -1,
        _ => 0,
    };
}
