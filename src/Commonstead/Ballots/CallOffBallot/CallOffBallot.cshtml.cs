using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>Calls a ballot off.</summary>
public sealed class CallOffBallotModel(OperationRunner runner, CallOffBallot operation, BallotRegister ballots)
    : BallotForm<CallOffBallotInput>(runner, ballots, operation);
