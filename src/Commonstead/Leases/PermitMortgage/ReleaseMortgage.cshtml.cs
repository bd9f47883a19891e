using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Leases;

/// <summary>The form for a mortgage's release.</summary>
public sealed class ReleaseMortgageModel(OperationRunner runner, LeaseRegister leases, ReleaseMortgage operation)
    : LeaseForm<ReleaseMortgageInput, MortgageId>(runner, leases, operation)
{
    /// <summary>The mortgage, as the address names it.</summary>
    [FromRoute(Name = "mortgage")]
    public MortgageId MortgageId { get; set; }

    /// <summary>The mortgage.</summary>
    internal Mortgage Released { get; private set; } = null!;

    /// <inheritdoc/>
    protected override string Part => "mortgages";

    /// <inheritdoc/>
    protected override void TakeFromAddress() => Input.Mortgage = MortgageId;

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        Released = View.History.Mortgages.FirstOrDefault(m => m.Id == MortgageId)!;
        return Task.FromResult(Released is not null);
    }
}
