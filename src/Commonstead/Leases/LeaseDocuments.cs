using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>Documents that belong to a lease: the signed lease, its riders, letters and notices.</summary>
internal sealed class LeaseDocuments(LeaseRegister leases, Acting acting) : IDocumentOwner
{
    /// <summary>The kind's name in addresses.</summary>
    public const string Name = "lease";

    public string Kind => Name;

    public async Task<DocumentPlace?> Find(Guid id) => await leases.Lease(LeaseId.From(id)) is { } lease
        ? new DocumentPlace(lease.Number, $"/leases/{lease.Id}", acting.Actor.May(LeasePermission.Edit))
        {
            From = acting.Actor.May(LeasePermission.SeeAll) ? null
                : (await leases.AssignedOn([lease.Id])).TryGetValue(lease.Id, out var sold) ? sold : null,
        }
        : null;
}
