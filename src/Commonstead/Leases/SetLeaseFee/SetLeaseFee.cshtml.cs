using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form for a lease fee.</summary>
public sealed class SetLeaseFeeModel(OperationRunner runner, LeaseRegister leases, SetLeaseFee operation)
    : LeaseForm<SetLeaseFeeInput, LeaseFeeId>(runner, leases, operation)
{
    /// <inheritdoc/>
    protected override string Part => "fee";

    /// <inheritdoc/>
    protected override Task<bool> Prepare(bool isNew)
    {
        if (isNew && View.Parts.Fees is [.., var latest])
        {
            Input.Frequency = latest.Frequency;
            Input.DueDay = latest.DueDay;
            Input.GraceDays = latest.GraceDays;
            Input.LateFee = latest.LateFee;
        }

        return Task.FromResult(true);
    }
}
