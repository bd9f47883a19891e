using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The form of somebody who was proposed.</summary>
public sealed class ConsentToNominationModel(
    OperationRunner runner, ElectionRegister elections, ConsentToNomination operation)
    : ElectionForm<ConsentToNominationInput>(runner, elections, operation);
