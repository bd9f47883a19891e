using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>Calls a ballot off.</summary>
public sealed class CallOffBallotModel(
    OperationRunner runner, CallOffBallot operation, BallotRegister ballots, BallotsWithoutResult without)
    : BallotForm<CallOffBallotInput>(runner, ballots, operation)
{
    /// <summary>True while it can be called off.</summary>
    public bool MayBeCalledOff { get; private set; }

    /// <summary>Why it cannot.</summary>
    public Refusal WhyNot => new(Ballot.State is BallotState.Unsealed
        ? CallOffBallotRefusal.BoxOpened : CallOffBallotRefusal.OverAlready);

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew) => MayBeCalledOff = await without.MayBeCalledOff(Ballot);
}
