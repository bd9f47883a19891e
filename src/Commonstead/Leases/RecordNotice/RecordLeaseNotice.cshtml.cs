using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for a notice.</summary>
public sealed class RecordLeaseNoticeModel(OperationRunner runner, LeaseRegister leases, RecordLeaseNotice operation)
    : LeaseForm<RecordLeaseNoticeInput, LeaseNoticeId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "story";
}
