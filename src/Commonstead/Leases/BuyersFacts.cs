using Commonstead.Core;
using Commonstead.Platform.Trusts;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>
/// Works out which facts a buyer starts with: what they paid and when is known, shares and rates stay as signed, and
/// the
/// other amounts and dates that the rule needs belong to the buyer's own purchase and must be entered anew.
/// </summary>
internal static class BuyersFacts
{
    /// <summary>What the buyer paid.</summary>
    public const string Price = "purchase_price";

    /// <summary>The day of the purchase.</summary>
    public const string Date = "purchase_date";

    /// <summary>The facts, by name.</summary>
    public static IEnumerable<FactInput> Of(
        Lease old, RuleDocument? rule, IReadOnlyDictionary<string, LeaseFact> stated, ResaleClosed closed,
            bool isNewLease, Country country)
    {
        // What a record states stays as it was written, so it is in the trust's own word from the start.
        var closing = country == Country.GreatBritain ? "completion" : "closing";
        var source = $"The {closing} of {closed.ClosedOn:yyyy-MM-dd}";
        yield return new FactInput { Name = Price, Text = closed.Price.ToInvariant(), Source = source };
        yield return new FactInput
        {
            Name = Date,
            Text = closed.ClosedOn.ToString("yyyy-MM-dd", null),
            Source = source
        };
        var givens = (rule?.Givens ?? []).ToDictionary(g => g.Name, StringComparer.Ordinal);
        var names = stated.Keys.Union(givens.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n is not (Price or Date)))
        {
            var given = givens.GetValueOrDefault(name);
            if (given?.IsOfLease(old.Area) == false) continue;
            var before = stated.GetValueOrDefault(name);
            if (Stays(name, given))
            {
                if (isNewLease && before?.Text is { } text)
                    yield return new FactInput { Name = name, Text = text, Source = before.Source };
            }
            // What the seller's lease states would else count for the buyer, or give way to the rule's default.
            else if (given is { Optional: false } || before is not null)
                yield return new FactInput { Name = name, Source = "To be entered from the buyer's purchase" };
        }
    }

    // "first_" names the figures of a home's first sale, which later sales do not change.
    private static bool Stays(string name, RuleGiven? given) =>
        name.StartsWith("first_", StringComparison.Ordinal)
        || given?.Type.Kind is not (null or RuleKind.Money or RuleKind.Date or RuleKind.List);
}
