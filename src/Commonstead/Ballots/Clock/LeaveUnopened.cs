using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>A ballot that did not open at its hour.</summary>
/// <param name="Ballot">The ballot.</param>
public sealed record LeaveUnopenedInput(BallotId Ballot);

/// <summary>
/// Records once that a ballot could not be opened at its hour. From then on somebody opens it by hand, or calls it off.
/// </summary>
[Needs(BallotPermission.Run)]
[Does("Ballot not opened at its hour")]
public sealed class LeaveUnopened(TrustDb db, Acting acting) : IOperation<LeaveUnopenedInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(LeaveUnopenedInput input)
    {
        if (await db.Set<Ballot>().FindAsync(input.Ballot) is not { State: BallotState.Sealed } ballot)
            return CommonRefusal.NotFound;
        ballot.NotOpenedAt ??= acting.Now;
        return ballot.Id;
    }
}
