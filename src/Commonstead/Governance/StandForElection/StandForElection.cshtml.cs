using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The form of somebody who stands for election.</summary>
public sealed class StandForElectionModel(
    OperationRunner runner, ElectionRegister elections, StandForElection operation)
    : ElectionForm<StandForElectionInput>(runner, elections, operation);
