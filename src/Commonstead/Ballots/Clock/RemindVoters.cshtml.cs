using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>The form that reminds voters.</summary>
public sealed class RemindVotersModel(
    OperationRunner runner, BallotRegister ballots, RemindVoters operation, ServerOptions options)
    : BallotForm<RemindVotersInput>(runner, ballots, operation)
{
    /// <inheritdoc/>
    protected override bool Seed(BallotId id, bool isNew)
    {
        Input.VoteAt = (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + $"/ballots/{id}";
        return base.Seed(id, isNew);
    }
}
