using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>
/// Does what the hour brings: opens ballots whose opening hour has come, and reminds voters once. That a ballot closes
/// needs nobody: each paper is held to the hour.
/// </summary>
public sealed class BallotHours(IServiceScopeFactory scopes, ServerOptions options)
{
    // What background work may do here and no more.
    private static readonly Actor _program =
        new("program", "The program", new HashSet<string>(StringComparer.Ordinal) { BallotPermission.Run });

    /// <summary>Does what is due in a trust.</summary>
    /// <returns>How many ballots were opened or their voters reminded.</returns>
    public async Task<int> Look(OpenTrust trust)
    {
        await using var db = trust.NewDb();
        var now = trust.Now;
        var due = await db.Set<Ballot>().AsNoTracking().Where(b => b.ClosesAt > now
                && ((b.State == BallotState.Sealed && b.OpensAt <= now)
                    || (b.State == BallotState.Open && b.RemindAt <= now)))
            .OrderBy(b => b.ClosesAt).ToListAsync();
        var done = 0;
        foreach (var ballot in due)
        {
            var page = ballot.PageAt(options.PublicAddress);
            done += ballot.State is BallotState.Sealed
                ? await Does((OpenBallot o) => o, new OpenBallotInput(ballot.Id, page))
                : await Does((RemindVoters o) => o, new RemindVotersInput(ballot.Id, page));
        }

        return done;

        async Task<int> Does<TOperation, TInput, TResult>(
            Func<TOperation, IOperation<TInput, TResult>> operation, TInput input)
            where TOperation : class
        {
            await using var scope = scopes.CreateAsyncScope();
            var acting = scope.ServiceProvider.GetRequiredService<Acting>();
            (acting.Trust, acting.Actor) = (trust, _program);
            // A refusal, such as an empty roll, is seen on the ballot's page, where somebody opens it or calls it off.
            var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>()
                .Run(operation(scope.ServiceProvider.GetRequiredService<TOperation>()), input);
            return outcome.IsDone ? 1 : 0;
        }
    }
}
