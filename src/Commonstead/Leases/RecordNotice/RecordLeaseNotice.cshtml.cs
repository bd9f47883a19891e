using Commonstead.Platform.Operations;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>The form for a notice.</summary>
public sealed class RecordLeaseNoticeModel(
    OperationRunner runner, LeaseRegister leases, RecordLeaseNotice operation, IOpenResales resales)
    : LeaseForm<RecordLeaseNoticeInput, LeaseNoticeId>(runner, leases, operation)
{
    /// <summary>The resale of the home that is under way, or null.</summary>
    public OpenResale? Selling { get; private set; }

    /// <inheritdoc/>
    protected override string Part => "story";

    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        Selling = await resales.Of(View.Lease.Id);
        return true;
    }
}
