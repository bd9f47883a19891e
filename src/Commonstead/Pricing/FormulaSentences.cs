using System.Text;
using System.Text.RegularExpressions;
using Commonstead.Core;

namespace Commonstead.Pricing;

/// <summary>
/// Turns what a formula says in an order of its own, which is rounding, tables and the cases of a working, into
/// sentences; the rest is left to the words of its names and signs.
/// </summary>
/// <param name="plain">Writes a formula in words that has none of these.</param>
internal sealed partial class FormulaSentences(Func<string, string> plain)
{
    private const string Round = "round(";
    private const string Since = "since ";

    // A character that no rule has stands for a part that is in words already.
    private const char FirstDone = '\ue000';

    /// <summary>The formula in words.</summary>
    /// <param name="formula">As the rule writes it, or with the numbers put in.</param>
    /// <param name="amount">The currency of what it comes to; null for a number, or where that is not known.</param>
    public string Of(string formula, Currency? amount)
    {
        var text = formula.Trim();
        return Table(text) ?? Rounded(text, amount) ?? Case(text) ?? Mixed(text);
    }

    // “bedrooms: 1 => 1.0; 2.. => 1.8”, and with the numbers put in “2 => 1.8”.
    private string? Table(string text)
    {
        var rows = FormulaParts.Split(text, ";").Select(row => FormulaParts.Split(row, "=>")).ToList();
        if (rows.Exists(row => row.Count != 2)) return null;
        var head = rows[0][0];
        var end = FormulaParts.EndOf(head, 0, ":");
        if (end == head.Length) return rows.Count == 1 ? $"for {Of(head, null)}: {Of(rows[0][1], null)}" : null;
        rows[0] = [head[(end + 1)..], rows[0][1]];
        return $"by {Of(head[..end], null)} ("
            + string.Join("; ", rows.Select(row => $"{Key(row[0])}: {Of(row[1], null)}")) + ")";
    }

    private string Key(string key)
    {
        var between = key.IndexOf("..", StringComparison.Ordinal);
        if (between < 0) return plain(key.Trim());
        var (from, to) = (key[..between].Trim(), key[(between + 2)..].Trim());
        var isBelow = to.StartsWith('<');
        var last = plain(to.TrimStart('<').Trim());
        return (from.Length, to.Length) switch
        {
            (0, _) => (isBelow ? "below " : "up to ") + last,
            (_, 0) => "from " + plain(from),
            _ when isBelow => $"from {plain(from)} to below {last}",
            _ => $"{plain(from)} to {last}",
        };
    }

    // “round(x, down to 1)”, where it is all there is.
    private string? Rounded(string text, Currency? amount)
    {
        if (!FormulaParts.BeginsAt(text, 0, Round) || FormulaParts.CloseOf(text, Round.Length - 1) != text.Length - 1)
            return null;
        if (Rounding().Match(text[Round.Length..^1]) is not { Success: true } found) return null;
        var what = found.Groups["what"].Value;
        var how = RoundingWords.Of(found.Groups["mode"].Value, found.Groups["unit"].Value, amount);
        var words = Of(what, null);

        // What is rounded must not seem to be its last case alone, or what a label says after a comma.
        var isLong = LongParts().IsMatch(what) || FormulaParts.Split(words, ", ").Count > 1;
        return isLong ? $"({words}), {how}" : $"{words}, {how}";
    }

    // “since not (0.00 > 0.00): 5.00”, of which several may stand one after the other.
    private string? Case(string text)
    {
        var held = new List<HeldCase>();
        var at = 0;
        while (FormulaParts.BeginsAt(text, at, Since))
        {
            var from = at + Since.Length;
            var end = FormulaParts.EndOf(text, from, ": ");
            if (end == text.Length || text[end] != ':') return null;
            held.Add(HeldCase.Of(text[from..end]));
            at = end + 2;
        }

        return held.Count == 0
            ? null : HeldCase.Together(held, condition => Of(condition, null)) + Of(text[at..], null);
    }

    // A sentence in the middle of a formula stands in brackets.
    private string Mixed(string text)
    {
        var (left, done) = (new StringBuilder(), new List<string>());
        for (var at = 0; at < text.Length; at++)
        {
            if (EndOfPart(text, at) is not { } end)
            {
                left.Append(text[at]);
                continue;
            }

            var words = Of(text[at..end], null);
            var isInBrackets = at > 0 && text[at - 1] == '(' && end < text.Length && text[end] == ')';
            left.Append((char)(FirstDone + done.Count));
            done.Add(isInBrackets ? words : $"({words})");
            at = end - 1;
        }

        return done.Select((words, index) => (words, index)).Aggregate(
            plain(left.ToString()),
            (all, one) => all.Replace($"{(char)(FirstDone + one.index)}", one.words, StringComparison.Ordinal));
    }

    // Where the sentence ends that begins here; null where none does. One that is all there is was tried already.
    private static int? EndOfPart(string text, int at)
    {
        int end;
        if (FormulaParts.BeginsAt(text, at, Round)) end = FormulaParts.CloseOf(text, at + Round.Length - 1) + 1;
        else if (FormulaParts.BeginsAt(text, at, Since)) end = FormulaParts.EndOf(text, at, ", ");
        else return null;
        return end <= at || (at == 0 && end == text.Length) ? null : end;
    }

    [GeneratedRegex(@"^(?<what>.*),\s*(?<mode>nearest|even|up|down)(\s+to\s+(?<unit>[0-9][0-9_.,]*))?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Rounding();

    [GeneratedRegex(@"\b(if|sum|product|least|greatest|carry) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongParts();
}
