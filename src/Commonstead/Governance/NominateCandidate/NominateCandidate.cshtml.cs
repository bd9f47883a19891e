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
    protected override async Task Prepare(bool isNew)
    {
        var asked = Request.Query["who"].ToString();
        Found = await FoundPersons.By(people, asked.Length > 0 ? asked : Input.Person?.ToString());
    }
}
