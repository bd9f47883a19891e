using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for the end of a lease.</summary>
public sealed class EndLeaseModel(OperationRunner runner, LeaseRegister leases, EndLease operation)
    : LeaseForm<EndLeaseInput, LeaseId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "story";
}
