using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>What a rule document that is being written comes to: its errors, or its examples and a trial.</summary>
/// <param name="Text">The text.</param>
/// <param name="Errors">What is wrong, in the order of the text; the rest is empty while something is.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Examples">Its examples, computed now.</param>
/// <param name="Trial">What it came to on the facts it was tried on; null when it has none.</param>
public sealed record RuleReview(
    string Text, IReadOnlyList<RuleError> Errors, RuleDocument? Rule, IReadOnlyList<ExampleShown> Examples,
    TriedRule? Trial)
{
    /// <summary>The line that an error stands in.</summary>
    public string LineOf(RuleError error) => Text.Split('\n').ElementAtOrDefault(error.Line - 1) ?? "";
}

/// <summary>A rule tried on some facts, beside the rules that the trust has.</summary>
/// <param name="On">The name of the example whose facts were taken; empty when they were written for the trial.</param>
/// <param name="Errors">What is wrong with the facts.</param>
/// <param name="Price">The price; null when there is none.</param>
/// <param name="Working">How it came about.</param>
/// <param name="Stopped">Why there is none.</param>
/// <param name="Others">The same facts under the rules of the book.</param>
public sealed record TriedRule(
    string On, IReadOnlyList<RuleError> Errors, Money? Price, DeterminationFile? Working, string Stopped,
    IReadOnlyList<OtherPrice> Others);

/// <summary>What a rule of the book makes of the same facts.</summary>
/// <param name="Title">The rule's title.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Price">The price; null when the rule cannot be computed on these facts.</param>
/// <param name="Stopped">Why it cannot.</param>
public sealed record OtherPrice(string Title, string Hash, Money? Price, string Stopped);

/// <summary>Checks rule documents that are being written, and tries them. Writes nothing.</summary>
public sealed class RuleReviews(IRuleBook book, IFigureBook figures, Acting acting)
{
    // A page compares with what a board can take in; the lab compares the rest.
    private const int MostCompared = 12;

    /// <summary>Checks a text, computes its examples, and tries it.</summary>
    /// <param name="text">The document.</param>
    /// <param name="trial">Facts to try it on, as an example writes them; blank takes its first example.</param>
    public async Task<RuleReview> Of(string text, string? trial)
    {
        var canonical = RuleDocument.Canonical(text);
        var parse = RuleDocument.Parse(canonical, "rule");
        if (parse.Document is not { } rule) return new RuleReview(canonical, parse.Errors, null, [], null);
        var examples = rule.Examples.Select(example => ExampleShown.Of(rule, example)).ToList();
        return new RuleReview(
            canonical, [.. examples.SelectMany(e => e.Differs)], rule, examples, await Tried(rule, trial));
    }

    private async Task<TriedRule?> Tried(RuleDocument rule, string? trial)
    {
        if (string.IsNullOrWhiteSpace(trial))
        {
            var first = rule.Examples.FirstOrDefault();
            return first is null ? null : await Tried(rule, first.Inputs, true, first.Name);
        }

        var parse = RuleTrial.Parse(rule, trial);
        return parse.Inputs is { } inputs
            ? await Tried(rule, inputs, parse.HasFigures, "") : new TriedRule("", parse.Errors, null, null, "", []);
    }

    private async Task<TriedRule> Tried(RuleDocument rule, RuleInputs facts, bool hasFigures, string on)
    {
        var inputs = facts with { AsOf = DayOf(facts), KnownBy = acting.Today };
        var outcome = rule.Evaluate(await WithFigures(rule, inputs, hasFigures));
        var working = outcome.Result is { } result
            ? DeterminationFile.Of(new Worked(rule, result, inputs.AsOf, inputs.KnownBy)) : null;
        var others = new List<OtherPrice>();
        var titles = (await book.Selectable()).Where(r => r.Hash != rule.Hash).Take(MostCompared);
        foreach (var other in await book.Documents([.. titles.Select(t => t.Hash)]))
            others.Add(await Compared(other, inputs, hasFigures));

        return new TriedRule(
            on, [], outcome.Result?.MaximumPrice, working, outcome.Error?.Message ?? "", others);
    }

    private async Task<OtherPrice> Compared(RuleDocument other, RuleInputs inputs, bool hasFigures)
    {
        var shared = other.Givens.Where(g => inputs.Givens.TryGetValue(g.Name, out var fact)
            && fact.Value.Kind == g.Type.Kind).ToDictionary(g => g.Name, g => inputs.Givens[g.Name]);
        var outcome = other.Evaluate(await WithFigures(other, inputs with { Givens = shared }, hasFigures));
        return new OtherPrice(
            other.Title, other.Hash, outcome.Result?.MaximumPrice, outcome.Error?.Message ?? "");
    }

    private async Task<RuleInputs> WithFigures(RuleDocument rule, RuleInputs inputs, bool hasFigures) => hasFigures
        ? inputs
        : inputs with
        {
            Figures = await figures.For(
                rule, inputs.KnownBy, [.. inputs.Givens.Values.SelectMany(g => Working.AreasIn(g.Value))]),
        };

    // An example that names no day is not computed for the first day of the calendar when it looks figures up.
    private DateOnly DayOf(RuleInputs facts) => facts.AsOf == default ? acting.Today : facts.AsOf;
}
