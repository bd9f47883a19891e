namespace Commonstead.Leases;

/// <summary>
/// What the lease and every funder of a home let a buyer's household earn; the lowest counts, as of the day of
/// certification.
/// </summary>
public interface IIncomeCaps
{
    /// <summary>
    /// The caps in force on a day: the lease's own first, then each subsidy's in the home, the oldest first. Empty when
    /// none is set, or the actor may not see the lease.
    /// </summary>
    Task<IReadOnlyList<HomeIncomeCap>> CapsOn(LeaseId lease, DateOnly on, CancellationToken cancellation = default);
}

/// <summary>A cap on a buyer's income.</summary>
/// <param name="Source">Who sets it: <c>Lease 2014-07</c>, or the subsidy's source.</param>
/// <param name="PercentOfMedian">Percent of the area median.</param>
public sealed record HomeIncomeCap(string Source, decimal PercentOfMedian);
