using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Withdraws a resolution.</summary>
public sealed class WithdrawResolutionModel(
    OperationRunner runner, ResolutionRegister resolutions, WithdrawResolution operation)
    : ResolutionForm<WithdrawResolutionInput>(runner, resolutions, operation);
