using Commonstead.Leases;

namespace Commonstead.Pricing;

/// <summary>Facts of a sale under way that a rule may ask for, offered by whoever records them.</summary>
public interface ISaleFacts
{
    /// <summary>
    /// True when these facts count as they stand on record: who finds one wrong corrects it there, and cannot replace
    /// it when a price is computed.
    /// </summary>
    bool Binds => false;

    /// <summary>
    /// What is known of the present sale of a lease's home, by the rule book's usual names of givens.
    /// </summary>
    Task<IReadOnlyDictionary<string, StatedFact>> Of(LeaseId lease);
}
