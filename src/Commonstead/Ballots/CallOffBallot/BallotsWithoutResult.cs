using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>
/// Tells which ballots can still be called off: before the box is opened any, and after it only one that cannot be
/// declared, because no paper has a mark that counts or because its subject was settled meanwhile. Whoever knows the
/// count could otherwise drop a result that they do not like.
/// </summary>
public sealed class BallotsWithoutResult(TrustDb db, BallotSubjects subjects)
{
    /// <summary>True while a ballot can be called off.</summary>
    internal async Task<bool> MayBeCalledOff(Ballot ballot) => ballot.State switch
    {
        BallotState.Declared or BallotState.Cancelled => false,
        BallotState.Unsealed => await HasNoResult(ballot),
        _ => true,
    };

    private async Task<bool> HasNoResult(Ballot ballot) =>
        !await db.Set<BallotCount>().AnyAsync(c => c.Ballot == ballot.Id && c.Chosen != "")
        || (ballot.Subject is { } subject
            && !(await subjects.AskedNow(ballot.SubjectKind, subject, ballot.Classes)).IsDone);
}
