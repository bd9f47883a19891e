using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>A ballot to call off.</summary>
public sealed class CallOffBallotInput : IBallotInput
{
    /// <inheritdoc/>
    public BallotId Ballot { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why the ballot is called off."), Display(Name = "Why it is called off")]
    [StringLength(1_000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [DataType(DataType.MultilineText)]
    public string Because { get; set; } = "";
}

/// <summary>Why a ballot is not called off.</summary>
public enum CallOffBallotRefusal
{
    /// <summary>What was declared stands.</summary>
    [Says("The ballot’s result was declared, or it was called off before.", Kind = RefusalKind.Conflict)]
    OverAlready,

    /// <summary>Nobody drops a result because of what it is.</summary>
    [Says("The box was opened and its papers are counted: the result is declared, and not called off.",
        Kind = RefusalKind.Conflict)]
    BoxOpened,
}

/// <summary>
/// Calls a ballot off; its envelopes are destroyed unopened. Once its box was opened that is done only where there is
/// no result to declare.
/// </summary>
[Needs(BallotPermission.Run)]
[Does("Ballot called off")]
public sealed class CallOffBallot(
    TrustDb db, Acting acting, BoxKeys keys, BulkEraser eraser, BallotsWithoutResult without)
    : IOperation<CallOffBallotInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(CallOffBallotInput input)
    {
        if (await db.Set<Ballot>().FindAsync(input.Ballot) is not { } ballot) return CommonRefusal.NotFound;
        if (ballot.State is BallotState.Declared or BallotState.Cancelled) return CallOffBallotRefusal.OverAlready;
        if (!await without.MayBeCalledOff(ballot)) return CallOffBallotRefusal.BoxOpened;
        await eraser.Erase<Envelope>(e => e.Ballot == ballot.Id);
        await eraser.Erase<EnteredPaper>(p => p.Ballot == ballot.Id);
        await eraser.Erase<PaperVoter>(p => p.Ballot == ballot.Id);
        await eraser.Erase<VotingCode>(c => c.Ballot == ballot.Id);
        (ballot.State, ballot.CancelledBecause) = (BallotState.Cancelled, input.Because.Trim());
        acting.AfterCommit(() => keys.Forget(acting.Trust, ballot.Id));
        return ballot.Id;
    }
}
