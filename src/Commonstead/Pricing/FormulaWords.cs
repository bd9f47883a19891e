using System.Globalization;
using System.Text.RegularExpressions;
using Commonstead.Core;
using Commonstead.Platform.Web;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>
/// Writes a rule's formula in words: <c>purchase_price + share * appreciation</c> becomes
/// “price paid at purchase + owner's share × rise in value”.
/// </summary>
public sealed partial class FormulaWords
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _counts = new(StringComparer.Ordinal);
    private readonly AreaNames _areas;

    /// <summary>The words of a determination, with the names of its areas where they are known.</summary>
    public FormulaWords(DeterminationFile file, AreaNames? areas = null)
        : this(file.Givens.Select(g => (g.Name, g.Label)).Concat(file.Steps.Select(s => (s.Name, s.Label))), areas)
    {
        foreach (var (name, value) in file.Givens.Select(g => (g.Name, g.Value))
            .Concat(file.Steps.Select(s => (s.Name, s.Value))))
        {
            if (value.Kind == RuleKind.Whole) _counts[name] = value.Number;
        }
    }

    /// <summary>The words of names with their labels, with the names of areas where they are known.</summary>
    public FormulaWords(IEnumerable<(string Name, string Label)> named, AreaNames? areas = null)
    {
        _areas = areas ?? AreaNames.None;
        foreach (var (name, label) in named) _labels[name] = Named(label, name);
    }

    /// <summary>What a thing is called: its label, else its name with spaces.</summary>
    public static string Named(string label, string name) => label.Length > 0 ? label : name.Replace('_', ' ');

    /// <summary>The same as a heading or a label: with a capital letter.</summary>
    public static string Heading(string label, string name) =>
        Named(label, name) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : name;

    /// <summary>The codes of the areas that a rule's formulas and defaults name.</summary>
    internal static IEnumerable<string> AreasIn(RuleDocument rule) => rule.Steps
        .SelectMany(step => Part().Matches(step.FormulaText)).Select(part => part.Value.Trim('"'))
        .Where(part => part.Contains(':', StringComparison.Ordinal))
        .Concat(rule.Givens.Select(g => g.Default).OfType<RuleValue>().SelectMany(Working.AreasIn));

    /// <summary>The formula in words, before or after the numbers are put in.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="amount">The currency of what it comes to; null for a number, or where that is not known.</param>
    public string Of(string formula, Currency? amount = null) =>
        Signed(new FormulaSentences(Plain).Of(Counted().Replace(formula, Count), amount));

    /// <summary>A step's formula in words.</summary>
    public string Of(RuleStepDefinition step, Currency currency) =>
        Of(step.FormulaText, step.Type.Kind == RuleKind.Money ? currency : null);

    /// <summary>A step's formula in words, and the same with the numbers put in.</summary>
    public (string Formula, string Numbers) Of(RuleStep step, Currency currency)
    {
        Currency? amount = step.Value.Kind == RuleKind.Money ? currency : null;
        return (Of(step.FormulaText, amount), Of(step.Substituted, amount));
    }

    private string Plain(string formula)
    {
        var words = Fold().Replace(Named(formula), "${fold}, for each of the ${unit} from ${from} to ${to}, of ");
        words = Span().Replace(words, "${what} from ${from} to ${to}");
        words = Carry().Replace(words,
            "${name}, at first ${start}, then for each of the ${unit} from ${from} to ${to} ");
        words = words.Replace("carry(", "carried from one to the next (", StringComparison.Ordinal)
            .Replace("least(", "the least of (", StringComparison.Ordinal)
            .Replace("greatest(", "the greatest of (", StringComparison.Ordinal);
        words = Moved().Replace(words, MovedInWords);
        return Day().Replace(words, day => DateOnly.TryParseExact(
            day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToReader() : day.Value);
    }

    /// <summary>What a case that did not apply would have been, and why it was not.</summary>
    public Sentence NotTaken(CaseNotTaken passed)
    {
        var formula = Of(passed.FormulaText);
        if (passed.Condition is null) return new("Not used: {0}. It is for when no case before it applies.", formula);
        var condition = Of(passed.Condition);
        if (passed.Substituted is null)
            return new("Not used: {0}. It is for when {1}, but a case before it applies.", formula, condition);
        var numbers = Of(passed.Substituted);
        return (passed.Held, numbers) switch
        {
            (false, "no") => new("Not used: {0}. It is for when the answer to “{1}” is yes; it is no.",
                formula, condition),
            (true, "yes") => new("Not used: {0}. It is for when the answer to “{1}” is no; it is yes.",
                formula, condition),
            (false, _) when Compared(condition, numbers) is { } found =>
                new("Not used: {0}. It is for when {1}; here it is {2}.", formula, condition, found),
            (false, _) => new("Not used: {0}. It is for when {1}; here {2} does not hold.",
                formula, condition, numbers),
            (true, _) when Compared(condition, numbers) is not null =>
                new("Not used: {0}. It is for any other answer than {1}.", formula, condition),
            _ => new("Not used: {0}. It is for when {1} does not hold; here {2} does.", formula, condition, numbers),
        };
    }

    // “floor policy = price paid” with the value put in is “none = price paid”: the value alone says it.
    private static string? Compared(string condition, string numbers) =>
        condition.Split(" = ") is [_, var asked] && numbers.Split(" = ") is [var found, var same] && same == asked
            ? found
            : null;

    // A day moved by a named number of months is said with the number: “2 months before day of sale”.
    private string Count(Match moved)
    {
        if (!_counts.TryGetValue(moved.Groups["count"].Value, out var count)) return moved.Value;
        if (moved.Groups["back"].Success) count = -count;
        return count == 0
            ? moved.Groups["day"].Value
            : string.Create(CultureInfo.InvariantCulture, $"{moved.Groups["head"].Value}{count:0})");
    }

    // Where only the name of the number is known, the name stands for it.
    private static string MovedInWords(Match moved)
    {
        var (count, day) = (moved.Groups["count"].Value, moved.Groups["day"].Value);
        var way = moved.Groups["back"].Success ? "before" : "after";
        return char.IsAsciiDigit(count[0]) ? $"{count} {Unit(moved)} {way} {day}"
            : $"as many {moved.Groups["unit"].Value} {way} {day} as “{count}” says";
    }

    private static string Unit(Match moved) =>
        moved.Groups["count"].Value == "1" ? moved.Groups["unit"].Value[..^1] : moved.Groups["unit"].Value;

    // A minus sign is no hyphen, and “+ −5,000.00” is “− 5,000.00”; before a power the number keeps its own sign.
    private static string Signed(string words) => DoubleSign().Replace(
        Minus().Replace(words, "\u2212"), sign => sign.Value[0] == '+' ? "\u2212 " : "+ ");

    private string Named(string formula) => Part().Replace(formula, part => part.Value switch
    {
        ['"', .. var area, '"'] when area.Contains(':', StringComparison.Ordinal) => _areas.Of(area),
        ['"', .. var choice, '"'] => choice.Replace('_', ' '),
        "*" => "×",
        "/" => "÷",
        "-" => "−",
        var area when area.Contains(':', StringComparison.Ordinal) => _areas.Of(area),
        ">=" => "≥",
        "<=" => "≤",
        "min" => "the lesser of ",
        "max" => "the greater of ",
        "change" => "rise of ",
        "clamp" => "within limits ",
        var name when name.EndsWith(".start", StringComparison.Ordinal) => "its start",
        var name when name.EndsWith(".end", StringComparison.Ordinal) => "its end",
        var name => _labels.GetValueOrDefault(name) ?? name.Replace('_', ' '),
    });

    [GeneratedRegex(
        @"\b(?<fold>sum|product|least|greatest) \w+ in (?<unit>years|months)\((?<from>[^()]+), (?<to>[^()]+)\):\s*",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(
        @"\bcarry (?<name>[^=]+?) = (?<start>.+?) over \w+ in (?<unit>years|months)"
        + @"\((?<from>[^()]+), (?<to>[^()]+)\):\s*",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Carry();

    [GeneratedRegex(@"\b(?<what>whole years|whole months|days)\((?<from>[^(),]+), (?<to>[^(),]+)\)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\badd (?<unit>years|months)\((?<day>[^(),]+), (?<back>[-−])?(?<count>[^(),−-]+)\)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moved();

    [GeneratedRegex(@"(?<head>\badd_(years|months)\((?<day>[^(),]+), )(?<back>-)?(?<count>[A-Za-z_][A-Za-z0-9_]*)\)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![\w.,%)])-(?=[0-9])", RegexOptions.None, 1000)]
    private static partial Regex Minus();

    [GeneratedRegex(@"(?<= )[+−] −(?=[0-9][0-9.,]*%?(?![0-9.,%]| \^))", RegexOptions.None, 1000)]
    private static partial Regex DoubleSign();

    // A choice, an area's code, a name, a sign.
    [GeneratedRegex("\"[^\"]*\"|\\b[a-z]{2}(:[A-Za-z0-9_-]+)+|[A-Za-z_][A-Za-z0-9_]*(\\.[a-z_]+)?"
        + "|(?<= )[*/-](?= )|[<>]=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
