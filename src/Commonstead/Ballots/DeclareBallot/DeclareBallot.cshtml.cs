using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>Declares a result.</summary>
public sealed class DeclareBallotModel(OperationRunner runner, DeclareBallot operation, BallotRegister ballots)
    : BallotForm<DeclareBallotInput>(runner, ballots, operation);
