using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>What waits on the desk: decisions that a second person confirms, and elections.</summary>
internal sealed class GovernanceDesk(
    ResolutionRegister resolutions, ElectionRegister elections, BoardRegister board, Acting acting) : IDeskWork
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting() =>
        [.. await ToConfirm(), .. await OfElections(), .. await OfDirectors()];

    private async Task<IReadOnlyList<DeskEntry>> OfElections() =>
        !acting.Actor.May(GovernancePermission.Keep) ? [] :
        [
            .. (await elections.UnderWay(Most)).Where(e => acting.Now >= e.NominationsUntil)
                .Select(e => new DeskEntry(
                    e.State is ElectionState.Poll ? "Have the election voted on" : "Close nominations", e.Title, null,
                    null, $"/elections/{e.Id}")),
        ];

    private async Task<IReadOnlyList<DeskEntry>> OfDirectors() =>
        !acting.Actor.May(GovernancePermission.Keep) ? [] :
        [
            .. (await board.NoLongerOfTheirClass()).Select(d => new DeskEntry(
                "A director is no longer of the class that elected them", d.Name, null, null, "/board")),
        ];

    private async Task<IReadOnlyList<DeskEntry>> ToConfirm() =>
        !acting.Actor.May(GovernancePermission.Confirm) ? [] :
        [
            .. (await resolutions.ToConfirm(Most))
                .Where(r => r.Decisions.Exists(d => d.WaitsForConfirmation && d.RecordedBy != acting.Actor.Key))
                .Select(r => new DeskEntry(
                    "Confirm what a body decided", r.Title, null, null, $"/resolutions/{r.Id}")),
        ];
}
