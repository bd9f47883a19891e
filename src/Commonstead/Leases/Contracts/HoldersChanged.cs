using Commonstead.People;

namespace Commonstead.Leases;

/// <summary>
/// Who holds leases changed: a lease began, passed on, ended, or a closing was taken back. Raised before it is saved,
/// so that it says all there is to know.
/// </summary>
/// <param name="Standings">How each person touched stands to each lease touched, each once.</param>
public sealed record HoldersChanged(IReadOnlyList<HolderStanding> Standings);

/// <summary>How a person stands to a lease.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Person">The person.</param>
/// <param name="From">The first day they held or hold it.</param>
/// <param name="Until">The last day; null while they hold it, the day before the first when it never was.</param>
public sealed record HolderStanding(LeaseId Lease, PersonId Person, DateOnly From, DateOnly? Until);
