using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Pricing;

/// <summary>
/// Reads the facts of a price from <c>--given name=value</c>, and says everything that is wrong with them.
/// </summary>
internal static class GivenOptions
{
    /// <summary>The facts as the rule asks for them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="given">The options as typed.</param>
    /// <param name="asOf">The day the price is for, which answers the rule's day of sale.</param>
    /// <param name="isNamed">True when that day was named, false when it is today.</param>
    /// <exception cref="CommandRefusedException">Something is unknown, missing, given twice or of the wrong
    /// type.</exception>
    public static Dictionary<string, GivenValue> Read(
        RuleDocument rule, IEnumerable<string> given, DateOnly asOf, bool isNamed)
    {
        var values = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var text in given)
        {
            if (Read(rule, text, named, values) is { } error) errors.Add(error);
        }

        const string sale = RuleGiven.SaleDate;
        if (!named.Contains(sale) && rule.Givens.Any(g => g.Name == sale && g.Type.Kind == RuleKind.Date))
        {
            values[sale] = new GivenValue(RuleValue.OfDate(asOf), isNamed
                ? "the day the price is computed for (--as-of)"
                : "today, the day the price is computed for");
        }

        errors.AddRange(rule.Givens
            .Where(g => !g.Optional && !values.ContainsKey(g.Name) && !named.Contains(g.Name))
            .Select(g => $"{g.Name} is missing{(g.Label.Length > 0 ? $" ({g.Label})" : "")}: add "
                + $"--given {g.Name}=…, {g.Type.Expectation}."));
        return errors.Count == 0
            ? values : throw new CommandRefusedException(string.Join('\n', errors), ExitCode.BadInput);
    }

    private static string? Read(
        RuleDocument rule, string text, HashSet<string> named, Dictionary<string, GivenValue> values)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) return $"“{text}” is not a fact: write --given name=value.";
        var name = text[..equals].Trim();
        if (rule.Givens.FirstOrDefault(g => g.Name == name) is not { } asked)
        {
            return $"The rule does not ask for {name}. It asks for "
                + $"{string.Join(", ", rule.Givens.Select(g => g.Name))}.";
        }

        if (!named.Add(name)) return $"{name} is given twice.";
        var read = GivenValue.ParseText(asked.Type, text[(equals + 1)..], "given on the command line", rule.Currency);
        if (read.Value is not { } value) return $"{name}: {read.Error}.";
        values.Add(name, value);
        return null;
    }
}
