using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>A given as a person enters it beside those the lease states.</summary>
public sealed class EnteredGiven
{
    /// <summary>Its name in the rule.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its value as the rule language reads it.</summary>
    public string? Text { get; set; }

    /// <summary>Where it comes from, such as an appraisal's document.</summary>
    public string? Source { get; set; }
}

/// <summary>Why no price can be computed.</summary>
public enum WorkingRefusal
{
    /// <summary>The lease records no resale rule.</summary>
    [Says("Lease {0} records no resale rule. Enter the rule that was signed.")]
    NoRule,

    /// <summary>The rule's text is not in the trust's rule book.</summary>
    [Says("The rule that lease {0} was signed under is not in the rule book. Add its document first.")]
    RuleNotInBook,

    /// <summary>A figure published later than today cannot be known.</summary>
    [Says("Figures can be known by today at the latest.", Field = "KnownBy")]
    KnownByInFuture,

    /// <summary>A fact the rule needs is neither in the lease nor entered.</summary>
    [Says("The rule needs {0} ({1}), which is not recorded. Enter it with its source.")]
    FactMissing,

    /// <summary>The lease says that a fact the rule needs is unknown.</summary>
    [Says("The rule needs {0} ({1}), which lease {2} marks as unknown. Find it, or correct the lease.")]
    FactUnknown,

    /// <summary>A fact is not what the rule's type asks for.</summary>
    [Says("{0}: {1}.")]
    FactNotUnderstood,

    /// <summary>Something was entered that the rule does not ask for.</summary>
    [Says("The rule does not ask for “{0}”.")]
    FactNotAsked,

    /// <summary>A fact the lease states was entered again with another value.</summary>
    [Says("Lease {1} states {0}. If it is wrong, correct the lease; it cannot be replaced here.")]
    FactStatedByLease,

    /// <summary>The rule stopped: a missing figure, a division by zero, a requirement not met.</summary>
    [Says("The price cannot be computed. {0}")]
    RuleStopped,
}

/// <summary>
/// Computes a lease's price from the lease's facts, entered facts and published figures. Writes nothing.
/// </summary>
public sealed class Working(IRuleBook rules, IFigureBook figures, Acting acting)
{
    /// <summary>Computes, or says why it cannot be done.</summary>
    internal async Task<Outcome<Worked>> Compute(
        LeaseTerms lease, IReadOnlyList<EnteredGiven> entered, DateOnly asOf, DateOnly knownBy) => await Compute(
        lease, lease.RuleHash is { } hash ? await rules.Document(hash) : null, entered, asOf, knownBy,
        (rule, areas) => figures.For(rule, knownBy, areas));

    /// <summary>Computes under a rule that was read before, or says why it cannot be done.</summary>
    internal async Task<Outcome<Worked>> Compute(
        LeaseTerms lease, RuleDocument? rule, IReadOnlyList<EnteredGiven> entered, DateOnly asOf, DateOnly knownBy,
        Func<RuleDocument, IReadOnlyCollection<string>, Task<IFigures>> figuresIn)
    {
        if (lease.RuleHash is null) return new Refusal(WorkingRefusal.NoRule, lease.Number);
        if (rule is null) return new Refusal(WorkingRefusal.RuleNotInBook, lease.Number);
        if (knownBy > acting.Today) return WorkingRefusal.KnownByInFuture;
        var givens = new Dictionary<string, GivenValue>(StringComparer.Ordinal);
        if (Collect(rule, lease, entered, asOf, givens)
            is { Count: > 0 } refused) return Outcome<Worked>.Refused(refused);
        var inputs = new RuleInputs
        {
            Givens = givens,
            Figures = await figuresIn(rule, [.. givens.Values.SelectMany(g => AreasIn(g.Value)).Distinct()]),
            AsOf = asOf,
            KnownBy = knownBy,
        };
        var outcome = rule.Evaluate(inputs);
        return outcome.Error is { } error
            ? new Refusal(WorkingRefusal.RuleStopped, error.Message)
            : new Worked(rule, outcome.Result!, asOf, knownBy);
    }

    /// <summary>The facts of a rule that somebody must enter: those the lease does not state.</summary>
    internal static IEnumerable<RuleGiven> ToEnter(RuleDocument rule, LeaseTerms lease) =>
        rule.Givens.Where(g => lease.Stated(g) is null && !IsAnswered(g.Name, lease));

    // The day of sale is the day the price is computed for, and a lease says for which area its index is read.
    private static bool IsAnswered(string name, LeaseTerms lease) =>
        name == RuleGiven.SaleDate || (name == FactsOfLeases.Area && lease.Area is not null);

    /// <summary>The areas that a value names.</summary>
    internal static IEnumerable<string> AreasIn(RuleValue value) => value.Kind switch
    {
        RuleKind.Area => [value.Code],
        RuleKind.List => Enumerable.Range(0, value.Rows.Count).SelectMany(i => value.Rows[i]).SelectMany(AreasIn),
        _ => [],
    };

    private static List<Refusal> Collect(
        RuleDocument rule, LeaseTerms lease, IReadOnlyList<EnteredGiven> entered, DateOnly asOf,
        Dictionary<string, GivenValue> givens)
    {
        var refused = new List<Refusal>();
        var filled = entered.Where(e => !string.IsNullOrWhiteSpace(e.Text)).ToLookup(e => e.Name,
            StringComparer.Ordinal);
        foreach (var name in filled.Select(e => e.Key))
        {
            if (rule.Givens.FirstOrDefault(g => g.Name == name) is not { } given)
                refused.Add(new Refusal(WorkingRefusal.FactNotAsked, name));
            else if (lease.Stated(given) is not null)
                refused.Add(new Refusal(WorkingRefusal.FactStatedByLease, name, lease.Number));
        }

        foreach (var given in rule.Givens)
        {
            var (text, source) = Stated(given, lease, filled[given.Name].FirstOrDefault(), asOf);
            if (text is not null)
            {
                var read = GivenValue.ParseText(given.Type, text, source, rule.Currency);
                if (read.Value is { } value) givens[given.Name] = value;
                else refused.Add(new Refusal(WorkingRefusal.FactNotUnderstood, Named(given), read.Error!));
            }
            else if (lease.Stated(given) is not null)
                refused.Add(new Refusal(WorkingRefusal.FactUnknown, given.Name, Named(given), lease.Number));
            else if (!given.Optional) refused.Add(new Refusal(WorkingRefusal.FactMissing, given.Name, Named(given)));
        }

        return refused;
    }

    private static (string? Text, string Source) Stated(
        RuleGiven given, LeaseTerms lease, EnteredGiven? entered, DateOnly asOf)
    {
        if (lease.Stated(given) is { } fact) return (fact.Text, fact.Source);
        if (entered is not null) return (entered.Text!.Trim(), entered.Source?.Trim() ?? "");
        if (given.Name == RuleGiven.SaleDate)
            return (RuleValue.OfDate(asOf).ToString(), "the day the price is computed for");
        return given.Name == FactsOfLeases.Area && lease.Area is { } area
            ? (area, $"lease {lease.Number}")
            : (null, "");
    }

    private static string Named(RuleGiven given) => given.Label.Length > 0 ? given.Label : given.Name.Replace('_', ' ');
}

/// <summary>A price that was computed.</summary>
/// <param name="Rule">Under this rule.</param>
/// <param name="Result">With this working.</param>
/// <param name="AsOf">For this day.</param>
/// <param name="KnownBy">From figures published by this day.</param>
internal sealed record Worked(RuleDocument Rule, RuleResult Result, DateOnly AsOf, DateOnly KnownBy);
