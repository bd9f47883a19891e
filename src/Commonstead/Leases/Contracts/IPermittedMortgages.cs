using Commonstead.Core;

namespace Commonstead.Leases;

/// <summary>The loans on a home that the trust has permitted, as a sale must pay them off.</summary>
public interface IPermittedMortgages
{
    /// <summary>
    /// The mortgages of a lease's present owners that stand on a day, the oldest first; none when the actor may not see
    /// it.
    /// </summary>
    Task<IReadOnlyList<PermittedMortgage>> StandingOn(LeaseId lease, DateOnly day);
}

/// <summary>A loan that was permitted.</summary>
/// <param name="Lender">Who lends.</param>
/// <param name="Amount">How much was lent; what is owed today stands in the lender's letter only.</param>
public sealed record PermittedMortgage(string Lender, Money Amount);
