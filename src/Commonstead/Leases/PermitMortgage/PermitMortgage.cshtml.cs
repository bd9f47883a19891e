using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for a mortgage.</summary>
public sealed class PermitMortgageModel(OperationRunner runner, LeaseRegister leases, PermitMortgage operation)
    : LeaseForm<PermitMortgageInput, MortgageId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "mortgages";
}
