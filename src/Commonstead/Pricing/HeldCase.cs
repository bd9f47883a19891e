using System.Text.RegularExpressions;

namespace Commonstead.Pricing;

/// <summary>Why a case of a formula applies, with the numbers put in: an answer, or a condition that holds.</summary>
/// <param name="Answer">The answer that was given; null for a condition.</param>
/// <param name="Condition">What holds, as a formula.</param>
/// <param name="IsNot">For a choice that is another: the choice, and what it is not.</param>
internal sealed partial record HeldCase(string? Answer, string Condition, (string Choice, string Other)? IsNot)
{
    private const string Not = "not ";

    // Each comparison with the one that holds when it does not.
    private static readonly (string Sign, string Opposite)[] _comparisons =
        [(" = ", " ≠ "), (" ≠ ", " = "), (" < ", " ≥ "), (" ≥ ", " < "), (" > ", " ≤ "), (" ≤ ", " > ")];

    /// <summary>Reads what stands between “since” and the colon.</summary>
    public static HeldCase Of(string condition)
    {
        var (text, holds) = (condition, true);
        while (text.StartsWith(Not, StringComparison.Ordinal))
        {
            (text, holds) = (text[Not.Length..], !holds);
            if (text.StartsWith('(') && FormulaParts.CloseOf(text, 0) == text.Length - 1) text = text[1..^1];
        }

        if (text is "yes" or "no") return new(text, text, null);
        if (Compared(text) is not var (left, sign, right)) return new(null, holds ? text : $"not ({text})", null);
        if (!holds) sign = _comparisons.First(c => c.Sign == sign).Opposite;
        if (!Choice().IsMatch(left) || !Choice().IsMatch(right)) return new(null, left + sign + right, null);
        return sign == " = " ? new(left, text, null) : new(null, text, (left, right));
    }

    /// <summary>Some of them that hold together, to stand before what then applies.</summary>
    /// <param name="cases">They.</param>
    /// <param name="words">Writes a condition or a choice in words.</param>
    public static string Together(IReadOnlyList<HeldCase> cases, Func<string, string> words)
    {
        // What the answer is says all that it is not.
        var answers = cases.Select(c => c.Answer).OfType<string>().ToList();
        var held = cases.Where(c => c.IsNot is not var (choice, _) || !answers.Contains(choice)).ToList();
        var parts = new List<string>();
        for (var at = 0; at < held.Count; at++)
        {
            if (held[at].Answer is { } answer)
            {
                parts.Add($"the answer being {words(Quoted(answer))}, ");
                continue;
            }

            var conditions = new List<string>();
            for (; at < held.Count && held[at].Answer is null; at++) conditions.Add(Said(held, ref at, words));
            at--;
            parts.Add($"since {string.Join(" and ", conditions)}: ");
        }

        return string.Concat(parts);
    }

    // A choice that is none of several is said in one go.
    private static string Said(IReadOnlyList<HeldCase> held, ref int at, Func<string, string> words)
    {
        if (held[at].IsNot is not var (choice, first))
        {
            return held[at].Condition is ['n', 'o', 't', ' ', .. var inner]
                ? $"it is not so that {words(inner)}" : words(held[at].Condition);
        }

        var others = new List<string> { words(Quoted(first)) };
        while (at + 1 < held.Count && held[at + 1].IsNot is var (same, other) && same == choice)
        {
            others.Add(words(Quoted(other)));
            at++;
        }

        return words(Quoted(choice)) + (others is [var one] ? $" is not {one}"
            : $" is neither {string.Join(", ", others[..^1])} nor {others[^1]}");
    }

    // As a rule writes an option, so that it is not taken for a step of the same name.
    private static string Quoted(string choice) => $"\"{choice}\"";

    private static (string Left, string Sign, string Right)? Compared(string text)
    {
        if (Joined().IsMatch(text)) return null;
        foreach (var (sign, _) in _comparisons)
        {
            if (FormulaParts.Split(text, sign) is [var left, var right]) return (left, sign, right);
        }

        return null;
    }

    [GeneratedRegex("\\b(and|or|not|since)\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Joined();

    // An option, or an area's code.
    [GeneratedRegex("^(?!(yes|no)$)[A-Za-z][A-Za-z0-9_]*(:[A-Za-z0-9_-]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();
}
