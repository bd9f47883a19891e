using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Leases;

/// <summary>The form for a step of a transfer.</summary>
public sealed class SettleTransferStepModel(
    OperationRunner runner, LeaseRegister leases, SettleTransferStep operation)
    : TransferForm<SettleTransferStepInput, TransferId>(runner, leases, operation)
{
    /// <summary>The step, as the address names it.</summary>
    [FromRoute(Name = "kind")]
    public TransferStepKind Kind { get; set; }

    /// <summary>The step.</summary>
    internal TransferStep Step { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void TakeFromAddress()
    {
        base.TakeFromAddress();
        Input.Kind = Kind;
    }

    /// <inheritdoc/>
    protected override Task<bool> Fill(bool isNew)
    {
        Step = Transfer.Steps.Find(s => s.Kind == Kind)!;
        if (Step is null) return Task.FromResult(false);
        if (isNew) (Input.On, Input.Note) = (Step.SettledOn ?? View.Today, Step.Note);
        return Task.FromResult(true);
    }
}
