using Commonstead.Platform.Hours;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>
/// Does what the hour brings: opens ballots whose opening hour has come, and reminds voters once. That a ballot closes
/// needs nobody: each paper is held to the hour.
/// </summary>
public sealed class BallotHours(HourWork work, ServerOptions options) : IKeepsHours
{
    /// <inheritdoc/>
    /// <returns>How many ballots were opened or their voters reminded.</returns>
    public async Task<int> Look(OpenTrust trust)
    {
        await using var db = trust.NewDb();
        var now = trust.Now;
        var due = await db.Set<Ballot>().AsNoTracking().Where(b => b.ClosesAt > now
                && ((b.State == BallotState.Sealed && b.OpensAt <= now && b.NotOpenedAt == null)
                    || (b.State == BallotState.Open && b.RemindAt <= now)))
            .OrderBy(b => b.ClosesAt).ToListAsync();
        var done = 0;
        foreach (var ballot in due)
        {
            var isDone = ballot.State is BallotState.Sealed ? await Opens(trust, ballot) : await Reminds(trust, ballot);
            if (isDone) done++;
        }

        return done;
    }

    private async Task<bool> Opens(OpenTrust trust, Ballot ballot)
    {
        var input = new OpenBallotInput(ballot.Id, ballot.PageAt(options.PublicAddress));
        if ((await work.Run(trust, BallotPermission.Run, (OpenBallot o) => o, input)).IsDone) return true;
        // It is not tried again: that it did not open, and why, stands on the ballot's page and on the desk.
        await work.Run(trust, BallotPermission.Run, (LeaveUnopened o) => o, new LeaveUnopenedInput(ballot.Id));
        return false;
    }

    private async Task<bool> Reminds(OpenTrust trust, Ballot ballot)
    {
        var input = new RemindVotersInput { Ballot = ballot.Id, VoteAt = ballot.PageAt(options.PublicAddress) };
        return (await work.Run(trust, BallotPermission.Run, (RemindVoters o) => o, input)).IsDone;
    }
}
