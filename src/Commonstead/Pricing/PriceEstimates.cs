using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>Estimates by the same working that determinations are made by.</summary>
internal sealed class PriceEstimates(IRuleBook rules, Working working, Acting acting) : IPriceEstimates
{
    /// <inheritdoc/>
    public async Task<Outcome<Money>> Today(
        LeaseTerms lease, IReadOnlyDictionary<string, string> assumed, string source)
    {
        var rule = lease.RuleHash is { } hash ? await rules.Document(hash) : null;
        var entered = rule is null ? [] : Working.ToEnter(rule, lease).Where(g => assumed.ContainsKey(g.Name))
            .Select(g => new EnteredGiven
            {
                Name = g.Name,
                Text = assumed[g.Name],
                Source = source,
            });
        var worked = await working.Compute(lease, [.. entered], acting.Today, acting.Today);
        return worked.IsDone
            ? worked.Value.Result.MaximumPrice : Outcome<Money>.Refused(worked.Refusals);
    }
}
