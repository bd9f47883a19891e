using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Asks from when a version of the bylaws holds.</summary>
public sealed class PutBylawsInForceModel(
    OperationRunner runner, BylawBook bylaws, PutBylawsInForce operation, Acting acting)
    : BylawForm<PutBylawsInForceInput>(runner, bylaws, operation)
{
    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew) Input.From = acting.Today;
        return Task.CompletedTask;
    }
}
