using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>Estimates what homes could be sold for, without recording anything or binding anybody.</summary>
public interface IPriceEstimates
{
    /// <summary>
    /// What a lease's home could be sold for today: its own facts, and where it states none, what is assumed.
    /// </summary>
    /// <param name="lease">The lease.</param>
    /// <param name="assumed">Values by the rules' names of facts, as the rule language reads them.</param>
    /// <param name="source">Where the assumptions come from, in words.</param>
    /// <returns>The maximum price, or why none can be computed.</returns>
    Task<Outcome<Money>> Today(LeaseTerms lease, IReadOnlyDictionary<string, string> assumed, string source);
}
