namespace Commonstead.Core;

/// <summary>How one given of a rule is answered: by a fact of each case, or by one value for the whole study.</summary>
/// <param name="Given">The given.</param>
/// <param name="Fact">The fact; null when <paramref name="Value"/> answers.</param>
/// <param name="Value">The study's value, or the rule's default.</param>
/// <param name="Source">Where the answer comes from, in words.</param>
internal sealed record LabAnswer(RuleGiven Given, LabFact? Fact, RuleValue Value, string Source);

/// <summary>A rule as a study uses it: its document with every given answered.</summary>
internal sealed record LabRule(RuleDocument Document, IReadOnlyList<LabAnswer> Answers)
{
    /// <summary>Whether the rule states a price of its own and needs none to grow from.</summary>
    public bool StatesItsOwnPrice => Answers.All(answer => answer.Given.Name != LabFacts.PricePaid);

    /// <summary>What the owner paid, where the study states it: of a real home, or of every owner; else null.</summary>
    public decimal? StatedPrice => Answers
        .Where(answer => answer.Given.Name == LabFacts.PricePaid && answer.Fact is null)
        .Select(answer => (decimal?)answer.Value.Number).FirstOrDefault();

    /// <summary>
    /// Answers a rule's givens: first by what the study says, then by the lab's facts where the rule has no default,
    /// then by the rule's defaults.
    /// </summary>
    /// <exception cref="LabException">A given stays unanswered, or the study's answer is of another type.</exception>
    public static LabRule Of(RuleDocument rule, IReadOnlyDictionary<string, RuleValue> stated) =>
        new(rule, [.. rule.Givens.Select(given => Answer(rule, given, stated))]);

    private static LabAnswer Answer(RuleDocument rule, RuleGiven given, IReadOnlyDictionary<string, RuleValue> stated)
    {
        if (stated.TryGetValue(given.Name, out var value))
        {
            try
            {
                return new LabAnswer(given, null, RuleGivenCheck.Fit(given, value), "stated for this study");
            }
            catch (RuleFault fault)
            {
                throw new LabException(LabRefusal.FactNotAnswered, $"{rule.Title}: {fault.Message}.");
            }
        }

        if (LabFacts.Of(given) is { } fact)
            return new LabAnswer(given, fact, default, "the lab’s " + LabFacts.Words(fact));
        return given.Default is { } fallback
            ? new LabAnswer(given, null, fallback, "default of the rule")
            : throw new LabException(LabRefusal.FactNotAnswered,
                $"{rule.Title} asks for {given.Name}{(given.Label.Length > 0 ? $" ({given.Label})" : "")}, which the "
                + $"lab does not know. State it for the study as {given.Name} = …, {given.Type.Expectation}.");
    }
}
