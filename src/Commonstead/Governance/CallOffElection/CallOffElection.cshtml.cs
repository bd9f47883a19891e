using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Calls an election off.</summary>
public sealed class CallOffElectionModel(
    OperationRunner runner, ElectionRegister elections, CallOffElection operation)
    : ElectionForm<CallOffElectionInput>(runner, elections, operation);
