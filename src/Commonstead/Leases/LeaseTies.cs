using Commonstead.People;

namespace Commonstead.Leases;

/// <summary>
/// That a person holds or held a lease is a tie to the trust. While they hold it nothing about them is erased; after
/// that their name stays as long as a claim on the deed may be brought.
/// </summary>
internal sealed class LeaseTies(ILeases leases) : IPersonTies
{
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids) =>
    [
        .. (await leases.EverHeldBy(ids)).Select(h => new PersonTie(
            h.Until is null ? $"Holds lease {h.Number}" : $"Held lease {h.Number}", $"/leases/{h.Lease}", h.From,
            h.Until)),
    ];
}
