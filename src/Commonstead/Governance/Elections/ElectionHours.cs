using Commonstead.Platform.Hours;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>
/// Does what the hour brings to elections: reminds members before nominations close. That they are closed needs nobody:
/// each nomination is held to the hour.
/// </summary>
public sealed class ElectionHours(HourWork work, ServerOptions options) : IKeepsHours
{
    /// <inheritdoc/>
    public async Task<int> Look(OpenTrust trust)
    {
        await using var db = trust.NewDb();
        var now = trust.Now;
        var due = await db.Set<Election>().AsNoTracking()
            .Where(e => e.State == ElectionState.Nominations && e.RemindAt <= now && e.NominationsUntil > now)
            .OrderBy(e => e.NominationsUntil).ToListAsync();
        var done = 0;
        foreach (var election in due)
        {
            var input = new RemindOfNominationsInput
            {
                Election = election.Id,
                Page = election.PageAt(options.PublicAddress),
            };
            if ((await work.Run(trust, GovernancePermission.Keep, (RemindOfNominations o) => o, input)).IsDone) done++;
        }

        return done;
    }
}
