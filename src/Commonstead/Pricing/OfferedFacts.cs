using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>
/// Collects what is recorded of a sale and of the works on a home, so that nobody types an appraisal twice, nor another
/// value than the one on record.
/// </summary>
public sealed class OfferedFacts(IEnumerable<ISaleFacts> sources, IRuleBook rules)
{
    /// <summary>The facts a rule asks for beside the lease's, filled in where they are recorded.</summary>
    /// <remarks>An offer that is not of the kind the rule asks for is left out.</remarks>
    public Task<List<EnteredGiven>> For(LeaseId lease, IEnumerable<RuleGiven> asked) => From(sources, lease, asked);

    /// <summary>The same, from those records only that count as they stand.</summary>
    internal Task<List<EnteredGiven>> Binding(LeaseId lease, IEnumerable<RuleGiven> asked) =>
        From(sources.Where(s => s.Binds), lease, asked);

    /// <summary>
    /// What was entered, with the facts that bind in their places; refused when something else was entered for one, or
    /// the lease states something else.
    /// </summary>
    internal async Task<Outcome<List<EnteredGiven>>> Join(LeaseTerms lease, IReadOnlyList<EnteredGiven> entered)
    {
        if (lease.RuleHash is not { } hash || await rules.Document(hash) is not { } rule) return entered.ToList();
        var binding = (await Binding(lease.Id, rule.Givens)).ToDictionary(g => g.Name, StringComparer.Ordinal);
        var refused = new List<Refusal>();
        var joined = entered.ToList();
        foreach (var given in rule.Givens)
        {
            var recorded = binding[given.Name];
            if (recorded.Text is null) continue;
            if (lease.Stated(given) is { } stated)
            {
                if (stated.Text is { } text && ValueOf(given, text) != ValueOf(given, recorded.Text))
                    refused.Add(new Refusal(MakeDeterminationRefusal.LeaseAndSaleDiffer, given.Name.Replace('_', ' '),
                        text, recorded.Text, recorded.Source!));
                continue;
            }

            var typed = entered.FirstOrDefault(e => e.Name == given.Name && !string.IsNullOrWhiteSpace(e.Text));
            if (typed is not null && ValueOf(given, typed.Text!.Trim()) != ValueOf(given, recorded.Text))
                refused.Add(new Refusal(MakeDeterminationRefusal.FactStatedBySale, given.Name.Replace('_', ' '),
                    recorded.Text, recorded.Source!));
            joined.RemoveAll(e => e.Name == given.Name);
            joined.Add(recorded);
        }

        return refused.Count > 0 ? Outcome<List<EnteredGiven>>.Refused(refused) : joined;
    }

    private static async Task<List<EnteredGiven>> From(
        IEnumerable<ISaleFacts> from, LeaseId lease, IEnumerable<RuleGiven> asked)
    {
        var givens = asked.ToList();
        var offered = await Offered(lease, from, givens);
        return [.. givens.Select(given => Entered(given, offered.GetValueOrDefault(given.Name)))];
    }

    private static async Task<Dictionary<string, StatedFact>> Offered(
        LeaseId lease, IEnumerable<ISaleFacts> from, IReadOnlyList<RuleGiven> asked)
    {
        var offered = new Dictionary<string, StatedFact>(StringComparer.Ordinal);
        foreach (var source in from)
        {
            foreach (var (name, fact) in await source.Of(lease)) offered[name] = fact;
        }

        // Where the rule credits no improvements, nothing is taken out of the appraisal for them.
        if (asked.All(g => g.Name != "improvements_value") && offered.TryGetValue("market_value", out var whole))
            offered["appraisal_at_sale"] = whole;
        return offered;
    }

    private static string? ValueOf(RuleGiven given, string text) =>
        GivenValue.ParseText(given.Type, text, "").Value?.Value.ToString();

    private static EnteredGiven Entered(RuleGiven given, StatedFact? fact) =>
        fact?.Text is { } text && GivenValue.ParseText(given.Type, text, fact.Source).Error is null
            ? new EnteredGiven { Name = given.Name, Text = text, Source = fact.Source }
            : new EnteredGiven { Name = given.Name };
}
