using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The second person's look at a recorded decision.</summary>
public sealed class ConfirmDecisionModel(
    OperationRunner runner, ResolutionRegister resolutions, ConfirmDecision operation, Acting acting)
    : ResolutionForm<ConfirmDecisionInput>(runner, resolutions, operation)
{
    /// <summary>Why the reader cannot look at it as the second person; null when she can.</summary>
    public Refusal? WhyNot => Standing.Resolution.Decisions.Find(d => d.Id == Input.Decision) switch
    {
        null or { WaitsForConfirmation: false } => new Refusal(ConfirmDecisionRefusal.NotWaiting),
        var decision when decision.RecordedBy == acting.Actor.Key => new Refusal(ConfirmDecisionRefusal.OwnRecord),
        _ => null,
    };

    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew && DecisionId.TryParse(Request.Query["decision"], null, out var id)) Input.Decision = id;
        return Task.CompletedTask;
    }
}
