using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Lab;

/// <summary>What a study is about: its rules, its place, and the facts stated for it.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Place">The place.</param>
/// <param name="Facts">Values for givens of the rules by name.</param>
internal sealed record LabSubject(
    IReadOnlyList<RuleDocument> Rules, LabPlace Place, IReadOnlyDictionary<string, RuleValue> Facts)
{
    /// <summary>Reads facts, one on a line, as the rules ask for them.</summary>
    public static Outcome<IReadOnlyDictionary<string, RuleValue>> FactsOf(
        string? text, IReadOnlyList<RuleDocument> rules)
    {
        var facts = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        const StringSplitOptions parts = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var line in (text ?? "").Split('\n', parts))
        {
            var (name, value) = line.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right]
                ? (left, right) : (line, "");
            if (rules.SelectMany(r => r.Givens).FirstOrDefault(g => g.Name == name) is not { } given)
                return new Refusal(StudyRefusal.FactUnknown, name);
            if (LabFacts.Knows(given)) return new Refusal(StudyRefusal.FactOfEachSale, name);
            var read = GivenValue.ParseText(given.Type, value, "", rules[0].Currency);
            if (read.Value is not { } known) return new Refusal(StudyRefusal.FactNotUnderstood, name, read.Error!);
            facts[name] = known.Value;
        }

        return Outcome<IReadOnlyDictionary<string, RuleValue>>.Done(facts);
    }
}
