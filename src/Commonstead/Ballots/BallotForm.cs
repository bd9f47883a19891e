using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Ballots;

/// <summary>What is done to one ballot.</summary>
public interface IBallotInput
{
    /// <summary>The ballot.</summary>
    BallotId Ballot { get; set; }
}

/// <summary>A form on one ballot: names it above.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class BallotForm<TInput>(
    OperationRunner runner, BallotRegister ballots, IOperation<TInput, BallotId> operation)
    : RecordForm<TInput, BallotId, Ballot>(runner, operation)
    where TInput : class, IBallotInput, new()
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot => Record;

    /// <inheritdoc/>
    protected override string PageOf(BallotId id) => $"/ballots/{id}";

    private protected override Task<Ballot?> Find(BallotId id) => ballots.Ballot(id);

    /// <inheritdoc/>
    protected override bool Seed(BallotId id, bool isNew)
    {
        Input.Ballot = id;
        return true;
    }
}
