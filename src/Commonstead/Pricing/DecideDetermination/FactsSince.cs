using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Pricing;

/// <summary>
/// Finds what the lease and the resale say otherwise today than a price was frozen with, so that nobody approves a
/// price of yesterday's facts.
/// </summary>
public sealed class FactsSince(ILeases leases, IRuleBook rules, OfferedFacts sale)
{
    /// <summary>One refusal for each difference; none when the price still rests on the record.</summary>
    internal async Task<IReadOnlyList<Refusal>> Differences(Determination determination)
    {
        if (await leases.Terms(determination.Lease) is not { } lease) return [];
        if (lease.RuleHash != determination.RuleHash || await rules.Document(determination.RuleHash) is not { } rule)
            return [new Refusal(ApproveDeterminationRefusal.RuleChanged, lease.Number)];
        var binding = await sale.Binding(lease.Id, rule.Givens);
        var offered = await sale.For(lease.Id, rule.Givens);
        var file = DeterminationFile.FromJson(determination.Content);
        var currency = determination.MaximumPrice.Currency;
        return [.. file.Givens.Select(used =>
        {
            var given = rule.Givens.First(g => g.Name == used.Name);
            // What somebody entered with a source of their own stands against what is only offered.
            var recorded = used.Source == DeterminationFile.DefaultSource ? offered : binding;
            var now = lease.Stated(given) ?? Fact(recorded.Find(r => r.Name == used.Name)!) ?? AreaOf(lease, given);
            return now is null ? null : Changed(given, used.Value, now, currency);
        }).OfType<Refusal>()];
    }

    private static Refusal? Changed(RuleGiven given, RuleValue then, StatedFact now, Currency currency)
    {
        var value = now.Text is { } text ? GivenValue.ParseText(given.Type, text).Value?.Value : null;
        return value?.ToString() == then.ToString() ? null : new Refusal(
            ApproveDeterminationRefusal.FactChanged, FormulaWords.Heading(given.Label, given.Name),
            then.ToReader(currency), value?.ToReader(currency) ?? (object)new Sentence(now.Text ?? "not known"));
    }

    private static StatedFact? Fact(EnteredGiven recorded) =>
        recorded.Text is { } text ? new StatedFact(text, recorded.Source ?? "") : null;

    private static StatedFact? AreaOf(LeaseTerms lease, RuleGiven given) =>
        given.Name == FactsOfLeases.Area && lease.Area is { } area ? new StatedFact(area, "") : null;
}
