using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>What resolutions have for the desk: decisions that a second person confirms.</summary>
internal sealed class GovernanceDesk(ResolutionRegister resolutions, Acting acting) : IDeskWork
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting() =>
        !acting.Actor.May(GovernancePermission.Confirm) ? [] :
        [
            .. (await resolutions.ToConfirm(Most))
                .Where(r => r.Decisions.Exists(d => d.WaitsForConfirmation && d.RecordedBy != acting.Actor.Key))
                .Select(r => new DeskEntry(
                    "Confirm what a body decided", r.Title, null, null, $"/resolutions/{r.Id}")),
        ];
}
