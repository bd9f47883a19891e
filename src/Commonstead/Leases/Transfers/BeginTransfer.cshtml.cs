using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form that begins a transfer without a sale.</summary>
public sealed class BeginTransferModel(OperationRunner runner, LeaseRegister leases, BeginTransfer operation)
    : LeaseForm<BeginTransferInput, TransferId>(runner, leases, operation)
{
    /// <summary>The present leaseholders.</summary>
    public IReadOnlyList<SelectListItem> Holders { get; private set; } = [];

    /// <summary>The mortgages that stand.</summary>
    public IReadOnlyList<SelectListItem> Mortgages { get; private set; } = [];

    /// <inheritdoc/>
    protected override string Part => "holders";

    /// <inheritdoc/>
    protected override string LeadTo(TransferId result) => $"/leases/{View.Lease.Id}/transfers/{result}";

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        Holders =
        [
            .. View.Parts.HoldersOn(View.Today)
                .Select(h => new SelectListItem(View.NameOf(h.Person), h.Person.ToString())),
        ];
        Mortgages =
        [
            .. View.History.Mortgages.Where(m => m.ReleasedOn is null)
                .Select(m => new SelectListItem($"{m.Lender}, {m.MadeOn:yyyy}", m.Id.ToString())),
        ];
        return Task.FromResult(true);
    }
}
