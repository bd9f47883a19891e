using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Leases;

/// <summary>What is done to one transfer.</summary>
public interface ITransferInput : ILeaseInput
{
    /// <summary>The transfer.</summary>
    TransferId Transfer { get; set; }
}

/// <summary>A form on one transfer: finds it by the address and leads back to it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TResult">What it gives back.</typeparam>
public abstract class TransferForm<TInput, TResult>(
    OperationRunner runner, LeaseRegister leases, IOperation<TInput, TResult> operation)
    : LeaseForm<TInput, TResult>(runner, leases, operation)
    where TInput : class, ITransferInput, new()
{
    /// <summary>The transfer, as the address names it.</summary>
    [FromRoute(Name = "transfer")]
    public TransferId TransferId { get; set; }

    /// <summary>The transfer.</summary>
    internal Transfer Transfer { get; private set; } = null!;

    /// <inheritdoc/>
    protected override string Part => "holders";

    /// <inheritdoc/>
    protected override string LeadTo(TResult result) => $"/leases/{View.Lease.Id}/transfers/{TransferId}";

    /// <inheritdoc/>
    protected override void TakeFromAddress() => Input.Transfer = TransferId;

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        Transfer = View.History.Transfers.FirstOrDefault(t => t.Id == TransferId)!;
        return Transfer is not null && await Fill(isNew);
    }

    /// <summary>Fills in what the form starts with, once the transfer is known.</summary>
    protected virtual Task<bool> Fill(bool isNew) => Task.FromResult(true);
}

/// <summary>Documents that belong to a transfer: the certificate, the decree, the deeds.</summary>
internal sealed class TransferDocuments(LeaseRegister leases, Acting acting) : IDocumentOwner
{
    /// <summary>The kind's name in addresses.</summary>
    public const string Name = "transfer";

    public string Kind => Name;

    public async Task<DocumentPlace?> Find(Guid id) =>
        acting.Actor.May(LeasePermission.SeeAll)
            && await leases.Transfer(TransferId.From(id)) is { } transfer
            && await leases.Lease(transfer.Lease) is { } lease
            ? new DocumentPlace(lease.Number, $"/leases/{lease.Id}/transfers/{transfer.Id}",
                acting.Actor.May(LeasePermission.Edit))
            : null;
}
