using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A draft to give up.</summary>
public sealed class DropBylawsInput : IBylawsInput
{
    /// <inheritdoc/>
    public BylawsId Bylaws { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Gives up a draft of the bylaws; one that is proposed goes with its resolution.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Draft of the bylaws given up")]
public sealed class DropBylaws(BylawDrafts drafts) : IOperation<DropBylawsInput, BylawsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BylawsId>> Run(DropBylawsInput input)
    {
        var found = await drafts.Open(input);
        if (!found.IsDone) return Outcome<BylawsId>.Refused(found.Refusals);
        found.Value.State = BylawsState.Dropped;
        return found.Value.Id;
    }
}
