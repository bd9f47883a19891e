using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>The form that calls a transfer off.</summary>
public sealed class CallOffTransferModel(OperationRunner runner, LeaseRegister leases, CallOffTransfer operation)
    : TransferForm<CallOffTransferInput, TransferId>(runner, leases, operation);
