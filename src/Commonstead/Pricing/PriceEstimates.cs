using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Series;

namespace Commonstead.Pricing;

/// <summary>Estimates by the same working that determinations are made by.</summary>
internal sealed class PriceEstimates(IRuleBook rules, IFigureBook book, Working working, Acting acting)
    : IPriceEstimates
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Outcome<Money>>> Today(IReadOnlyList<HomeToEstimate> homes, string source)
    {
        var known = (await rules.Documents([.. homes.Select(h => h.Lease.RuleHash).OfType<string>().Distinct()]))
            .ToDictionary(r => r.Hash, StringComparer.Ordinal);
        var read = new Dictionary<string, IFigures>(StringComparer.Ordinal);
        var estimates = new List<Outcome<Money>>();
        foreach (var home in homes)
        {
            var rule = home.Lease.RuleHash is { } hash ? known.GetValueOrDefault(hash) : null;
            var worked = await working.Compute(
                home.Lease, rule, Entered(rule, home, source), acting.Today, acting.Today, Figures);
            estimates.Add(worked.IsDone
                ? worked.Value.Result.MaximumPrice : Outcome<Money>.Refused(worked.Refusals));
        }

        return estimates;

        // A trust's many leases share a few rules and areas, whose figures are read once.
        async Task<IFigures> Figures(RuleDocument rule, IReadOnlyCollection<string> areas)
        {
            var key = string.Join(' ', areas.Order(StringComparer.Ordinal).Prepend(rule.Hash));
            if (!read.TryGetValue(key, out var figures))
                read[key] = figures = await book.For(rule, acting.Today, areas);
            return figures;
        }
    }

    private static List<EnteredGiven> Entered(RuleDocument? rule, HomeToEstimate home, string source) =>
        rule is null ? [] : [.. Working.ToEnter(rule, home.Lease).Where(g => home.Assumed.ContainsKey(g.Name))
            .Select(g => new EnteredGiven
            {
                Name = g.Name,
                Text = home.Assumed[g.Name],
                Source = source,
            })];
}
