using Commonstead.Leases;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>Tells under which prices homes changed hands, whoever asks; it says nothing but the day.</summary>
public interface IHomesSold
{
    /// <summary>The days of the sales of these leases' homes, by the price each was sold under.</summary>
    Task<IReadOnlyDictionary<DeterminationId, DateOnly>> Under(IReadOnlyCollection<LeaseId> leases);
}
