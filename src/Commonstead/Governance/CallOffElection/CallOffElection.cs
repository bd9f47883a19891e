using System.ComponentModel.DataAnnotations;
using Commonstead.Ballots;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>An election to call off.</summary>
public sealed class CallOffElectionInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it is called off."), Display(Name = "Why it is called off")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters."), DataType(DataType.MultilineText)]
    public string Because { get; set; } = "";
}

/// <summary>Why an election is not called off.</summary>
public enum CallOffElectionRefusal
{
    /// <summary>Voters are told by the ballot first.</summary>
    [Says("A ballot on it is being held. Call the ballot off first.", Kind = RefusalKind.Conflict)]
    BallotUnderWay,
}

/// <summary>Calls an election off; everyone who votes in it is told.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Election called off")]
public sealed class CallOffElection(
    ElectionBook book, IBallots ballots, Electorate electorate, ElectionMail mail, Acting acting)
    : IOperation<CallOffElectionInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(CallOffElectionInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations, ElectionState.Poll);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if ((await ballots.On(ElectionBallots.KindCode, election.Id.Value)).Any(b => !b.IsOver))
            return CallOffElectionRefusal.BallotUnderWay;
        (election.State, election.SettledOn) = (ElectionState.CalledOff, acting.Today);
        election.CalledOffBecause = input.Because.Trim();
        await mail.CalledOff(election, await electorate.On(election.Body, acting.Today));
        return election.Id;
    }
}
