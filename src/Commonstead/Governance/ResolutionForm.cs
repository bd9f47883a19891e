using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>What is done to one resolution.</summary>
public interface IResolutionInput
{
    /// <summary>The resolution.</summary>
    ResolutionId Resolution { get; set; }
}

/// <summary>A form on one resolution: names it above.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class ResolutionForm<TInput>(
    OperationRunner runner, ResolutionRegister resolutions, IOperation<TInput, ResolutionId> operation)
    : RecordForm<TInput, ResolutionId, ResolutionStanding>(runner, operation)
    where TInput : class, IResolutionInput, new()
{
    /// <summary>The resolution with what it still needs.</summary>
    public ResolutionStanding Standing => Record;

    /// <inheritdoc/>
    protected override string PageOf(ResolutionId id) => $"/resolutions/{id}";

    private protected override Task<ResolutionStanding?> Find(ResolutionId id) => resolutions.Standing(id);

    /// <inheritdoc/>
    protected override bool Seed(ResolutionId id, bool isNew)
    {
        Input.Resolution = id;
        return true;
    }
}
