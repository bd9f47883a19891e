using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>What members have for the desk: applications that await a decision.</summary>
internal sealed class ApplicationDesk(ApplicationRegister applications, Acting acting) : IDeskWork
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting() => !acting.Actor.May(MembersPermission.Decide) ? [] :
    [
        .. (await applications.Waiting(Most)).Select(a => new DeskEntry(
            "Decide on an application for membership", a.Name, null, null, $"/members/applications/{a.Id}")),
    ];
}
