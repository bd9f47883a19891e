using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>Estimates what homes could be sold for, without recording anything or binding anybody.</summary>
public interface IPriceEstimates
{
    /// <summary>
    /// What homes could be sold for today: each lease's own facts, and where it states none, what is assumed.
    /// </summary>
    /// <param name="homes">The homes.</param>
    /// <param name="source">Where the assumptions come from, in words.</param>
    /// <returns>The maximum price of each in their order, or why it has none.</returns>
    Task<IReadOnlyList<Outcome<Money>>> Today(IReadOnlyList<HomeToEstimate> homes, string source);
}

/// <summary>A home whose price is estimated.</summary>
/// <param name="Lease">Its lease.</param>
/// <param name="Assumed">Values by the rules' names of facts, as the rule language reads them.</param>
public sealed record HomeToEstimate(LeaseTerms Lease, IReadOnlyDictionary<string, string> Assumed);
