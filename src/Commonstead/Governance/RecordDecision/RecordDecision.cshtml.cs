using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>The form that records what a body decided.</summary>
public sealed class RecordDecisionModel(
    OperationRunner runner, ResolutionRegister resolutions, RecordDecision operation, BodyNames names, Acting acting)
    : ResolutionForm<RecordDecisionInput>(runner, resolutions, operation)
{
    /// <summary>The bodies that have still to vote.</summary>
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        if (isNew) Input.On = acting.Today;
        var called = await names.All();
        Bodies = [.. Standing.Progress.Missing.Where(m => m.Body is not null
                && !Standing.Resolution.AwaitsConfirmationOf(m.Body))
            .Select(m => new SelectListItem(called.GetValueOrDefault(m.Body!, m.Body!), m.Body))];
    }
}
