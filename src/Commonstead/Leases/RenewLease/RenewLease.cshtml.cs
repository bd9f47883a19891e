using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for a renewal.</summary>
public sealed class RenewLeaseModel(OperationRunner runner, LeaseRegister leases, RenewLease operation)
    : LeaseForm<RenewLeaseInput, RenewalId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "terms";
}
