using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for a notice of works.</summary>
public sealed class RecordWorksModel(OperationRunner runner, LeaseRegister leases, RecordWorks operation)
    : LeaseForm<RecordWorksInput, ImprovementId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "improvements";
}
