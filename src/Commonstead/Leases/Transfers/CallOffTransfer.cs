using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That a transfer will not take effect.</summary>
public sealed class CallOffTransferInput : ITransferInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <inheritdoc/>
    public TransferId Transfer { get; set; }

    /// <summary>The transfer's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it is called off.")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    [Display(Name = "Why it is called off")]
    public string Reason { get; set; } = "";
}

/// <summary>Calls a transfer off; its history stays, and who holds the lease does not change.</summary>
[Needs(LeasePermission.Edit)]
[Does("Transfer without a sale called off")]
public sealed class CallOffTransfer(TrustDb db, Acting acting) : IOperation<CallOffTransferInput, TransferId>
{
    /// <inheritdoc/>
    public async Task<Outcome<TransferId>> Run(CallOffTransferInput input)
    {
        var transfer = await db.Set<Transfer>()
            .FirstOrDefaultAsync(t => t.Id == input.Transfer && t.Lease == input.Lease);
        if (transfer is null) return CommonRefusal.NotFound;
        if (!transfer.IsOpen) return CompleteTransferRefusal.NotUnderWay;
        if (transfer.Version != input.Version)
            return Refusal.ChangedSince(transfer, input.Version, "the transfer");
        transfer.CallOff(acting.Today, input.Reason.Trim());
        return transfer.Id;
    }
}
