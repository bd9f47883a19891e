using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>What came of a step of a transfer.</summary>
public sealed class SettleTransferStepInput : ITransferInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <inheritdoc/>
    public TransferId Transfer { get; set; }

    /// <summary>The step's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>The step.</summary>
    [EnumDataType(typeof(TransferStepKind), ErrorMessage = "Choose a step.")]
    public TransferStepKind Kind { get; set; }

    /// <summary>How it stands.</summary>
    [Display(Name = "It is"), EnumDataType(typeof(TransferStepState), ErrorMessage = "Choose how the step stands.")]
    public TransferStepState State { get; set; } = TransferStepState.Done;

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    [Display(Name = "On")]
    public DateOnly? On { get; set; }

    /// <summary>What was found, or why it is not needed.</summary>
    [StringLength(500, ErrorMessage = "The note is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Note, or why it is not needed")]
    public string? Note { get; set; }
}

/// <summary>Why a step of a transfer is not settled.</summary>
public enum SettleTransferStepRefusal
{
    /// <summary>Nothing more is done in a transfer that was called off, and little in one that took effect.</summary>
    [Says("This transfer took effect or was called off; this step can no longer be changed.",
        Kind = RefusalKind.Conflict)]
    TransferOver,

    /// <summary>A step that is not needed says why.</summary>
    [Says("Say why this step is not needed.", Field = nameof(SettleTransferStepInput.Note))]
    NoReason,

    /// <summary>Not in the future.</summary>
    [Says("Enter a day not in the future.", Field = nameof(SettleTransferStepInput.On))]
    DayNotUsable,
}

/// <summary>Records that a step of a transfer is done, is not needed, or is to be done again.</summary>
[Needs(LeasePermission.Edit)]
[Does("Step of a transfer settled")]
public sealed class SettleTransferStep(TrustDb db, Acting acting) : IOperation<SettleTransferStepInput, TransferId>
{
    /// <inheritdoc/>
    public async Task<Outcome<TransferId>> Run(SettleTransferStepInput input)
    {
        var transfer = await db.Set<Transfer>().Include(t => t.Steps)
            .FirstOrDefaultAsync(t => t.Id == input.Transfer && t.Lease == input.Lease);
        if (transfer?.Steps.Find(s => s.Kind == input.Kind) is not { } step) return CommonRefusal.NotFound;
        var isOver = transfer.State == TransferState.CalledOff
            || (!transfer.IsOpen && !TransferPlan.MayFollow(input.Kind));
        if (isOver) return SettleTransferStepRefusal.TransferOver;
        if (step.Version != input.Version)
            return Refusal.ChangedSince(step, input.Version, "the step");
        if (input.State == TransferStepState.NotNeeded && string.IsNullOrWhiteSpace(input.Note))
            return SettleTransferStepRefusal.NoReason;
        if (input.On > acting.Today) return SettleTransferStepRefusal.DayNotUsable;
        step.Settle(input.State, input.On!.Value, input.Note);
        return transfer.Id;
    }
}
