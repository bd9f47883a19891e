using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The form of a member who proposes another.</summary>
public sealed class ProposeCandidateModel(
    OperationRunner runner, ElectionRegister elections, ProposeCandidate operation)
    : ElectionForm<ProposeCandidateInput>(runner, elections, operation);
