using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>A ballot to open.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="VoteAt">The address of the ballot's page, for the voters' mail; null to send none.</param>
public sealed record OpenBallotInput(BallotId Ballot, string? VoteAt = null);

/// <summary>Why a ballot is not opened.</summary>
public enum OpenBallotRefusal
{
    /// <summary>The officers hold their shares first.</summary>
    [Says("The returning officers have not all taken their shares of the key.")]
    NoKey,

    /// <summary>A ballot is opened once.</summary>
    [Says("The ballot was opened already.", Kind = RefusalKind.Conflict)]
    OpenAlready,

    /// <summary>Voters were told an hour.</summary>
    [Says("The ballot opens on {0} at {1}; it cannot be opened before.")]
    TooEarly,

    /// <summary>Its time has passed.</summary>
    [Says("The time at which the ballot closes has passed. Call it off, and prepare another one.")]
    TooLate,

    /// <summary>The bylaws give voters time.</summary>
    [Says("The bylaws ask for {0} days of notice: opened today, the ballot would have to close on {1} at the earliest. "
        + "Call it off, and prepare another one.")]
    NoticeTooShort,

    /// <summary>Somebody has to be able to vote.</summary>
    [Says("No member may vote in this ballot today, so that its roll would be empty.")]
    EmptyRoll,
}

/// <summary>An opened ballot, its roll attested as a whole.</summary>
public sealed record OpenedBallot(BallotId Ballot, int Entries, string Attested) : IBulkResult;

/// <summary>
/// Opens a ballot: freezes its roll, on which every member of the classes that vote has one entry, and tells each voter
/// by mail. Whoever has no mail address votes all the same, once she signs in.
/// </summary>
[Needs(BallotPermission.Run)]
[Does("Ballot opened, its roll frozen")]
public sealed class OpenBallot(
    TrustDb db, Acting acting, BallotOpening opening, BulkWriter bulk, BallotMail mail)
    : IOperation<OpenBallotInput, OpenedBallot>
{
    /// <inheritdoc/>
    public async Task<Outcome<OpenedBallot>> Run(OpenBallotInput input)
    {
        if (await db.Set<Ballot>().FindAsync(input.Ballot) is not { } ballot) return CommonRefusal.NotFound;
        var voting = await opening.Roll(ballot);
        if (!voting.IsDone) return Outcome<OpenedBallot>.Refused(voting.Refusals);
        var roll = voting.Value.Select(m => new RollEntry
        {
            Ballot = ballot.Id,
            Member = m.Id,
            Voter = m.Person,
            Class = m.Class,
        }).ToList();
        await bulk.Write(roll);
        if (input.VoteAt is { } address) await mail.IsOpen(ballot, roll, address);
        (ballot.State, ballot.OpenedAt, ballot.RollSize) = (BallotState.Open, acting.Now, roll.Count);
        (ballot.RemindAt, ballot.NotOpenedAt) = (ballot.RemindsAt(acting.Now), null);
        return new OpenedBallot(ballot.Id, roll.Count, AttestedTogether.Of("entries", roll.Select(BytesOf)));
    }

    private static byte[] BytesOf(RollEntry entry) =>
    [
        .. entry.Id.Value.ToByteArray(), .. entry.Member.Value.ToByteArray(), .. entry.Voter.Value.ToByteArray(),
    ];
}
