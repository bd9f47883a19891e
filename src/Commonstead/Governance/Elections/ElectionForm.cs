using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>A form on one election: names it above.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class ElectionForm<TInput>(
    OperationRunner runner, ElectionRegister elections, IOperation<TInput, ElectionId> operation)
    : RecordForm<TInput, ElectionId, Election>(runner, operation)
    where TInput : class, IElectionInput, new()
{
    /// <summary>The election.</summary>
    public Election Election => Record;

    /// <inheritdoc/>
    protected override string PageOf(ElectionId id) => $"/elections/{id}";

    private protected override Task<Election?> Find(ElectionId id) => elections.Election(id);

    /// <inheritdoc/>
    protected override bool Seed(ElectionId id, bool isNew)
    {
        Input.Election = id;
        return true;
    }
}
