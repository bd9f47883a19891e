using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The second person's look at a recorded decision.</summary>
public sealed class ConfirmDecisionModel(
    OperationRunner runner, ResolutionRegister resolutions, ConfirmDecision operation)
    : ResolutionForm<ConfirmDecisionInput>(runner, resolutions, operation)
{
    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew && DecisionId.TryParse(Request.Query["decision"], null, out var id)) Input.Decision = id;
        return Task.CompletedTask;
    }
}
