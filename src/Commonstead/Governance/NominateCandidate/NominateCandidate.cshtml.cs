using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Finds the candidate, then asks for the nomination.</summary>
public sealed class NominateCandidateModel(
    OperationRunner runner, ElectionRegister elections, NominateCandidate operation, IPeople people)
    : ElectionForm<NominateCandidateInput>(runner, elections, operation)
{
    /// <summary>Who was found.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <inheritdoc/>
    protected override async Task Prepare(string? who) =>
        Found = await FoundPersons.By(people, who ?? Input.Person?.ToString());
}
