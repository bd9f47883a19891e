using Commonstead.Members;
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
public sealed class OpenBallot(TrustDb db, Acting acting, IMembers members, BulkWriter bulk, BallotMail mail)
    : IOperation<OpenBallotInput, OpenedBallot>
{
    /// <inheritdoc/>
    public async Task<Outcome<OpenedBallot>> Run(OpenBallotInput input)
    {
        if (await db.Set<Ballot>().FindAsync(input.Ballot) is not { } ballot) return CommonRefusal.NotFound;
        if (ballot.State is BallotState.Draft) return OpenBallotRefusal.NoKey;
        if (ballot.State is not BallotState.Sealed) return OpenBallotRefusal.OpenAlready;
        if (acting.Now < ballot.OpensAt)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(ballot.OpensAt, acting.Profile.Zone);
            return new Refusal(
                OpenBallotRefusal.TooEarly, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        if (acting.Now >= ballot.ClosesAt) return OpenBallotRefusal.TooLate;
        var voting = await members.RollOn(acting.Today, ballot.VotingClasses);
        if (voting.Count == 0) return OpenBallotRefusal.EmptyRoll;
        var roll = voting.Select(m => new RollEntry
        {
            Ballot = ballot.Id,
            Member = m.Id,
            Voter = m.Person,
            Class = m.Class,
        }).ToList();
        await bulk.Write(roll);
        if (input.VoteAt is { } address) await mail.IsOpen(ballot, roll, address);
        (ballot.State, ballot.OpenedAt, ballot.RollSize) = (BallotState.Open, acting.Now, roll.Count);
        ballot.RemindAt = ballot.RemindsAt(acting.Now);
        return new OpenedBallot(ballot.Id, roll.Count, AttestedTogether.Of("entries", roll.Select(BytesOf)));
    }

    private static byte[] BytesOf(RollEntry entry) =>
    [
        .. entry.Id.Value.ToByteArray(), .. entry.Member.Value.ToByteArray(), .. entry.Voter.Value.ToByteArray(),
    ];
}
