using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Leases;

/// <summary>One transfer without a sale: what happened, its steps and documents.</summary>
public sealed class TransferPageModel(LeaseRegister leases, DocumentRegister documents, Acting acting) : PageModel
{
    /// <summary>The lease.</summary>
    internal LeaseView View { get; private set; } = null!;

    /// <summary>The transfer.</summary>
    internal Transfer Transfer { get; private set; } = null!;

    /// <summary>Its documents.</summary>
    public DocumentList Documents { get; private set; } = null!;

    /// <summary>Whether the reader may change it.</summary>
    public bool MayEdit => acting.Actor.May(LeasePermission.Edit);

    /// <summary>Its steps, in the order they are usually done.</summary>
    internal IEnumerable<TransferStep> Steps
    {
        get
        {
            var order = TransferPlan.Of(Transfer.Kind).ToList();
            return Transfer.Steps.OrderBy(s => order.IndexOf(s.Kind));
        }
    }

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId id, TransferId transfer)
    {
        if (await leases.View(id) is not { } view) return NotFound();
        if (view.History.Transfers.FirstOrDefault(t => t.Id == transfer) is not { } found) return NotFound();
        (View, Transfer) = (view, found);
        Documents = await documents.Of(TransferDocuments.Name, transfer.Value);
        return Page();
    }

    /// <summary>Whether a step can still be recorded.</summary>
    internal bool MaySettle(TransferStep step) =>
        MayEdit && (Transfer.IsOpen
            || (Transfer.State == TransferState.Completed && TransferPlan.MayFollow(step.Kind)));
}
