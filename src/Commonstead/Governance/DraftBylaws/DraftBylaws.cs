using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A draft to begin.</summary>
public sealed record DraftBylawsInput;

/// <summary>Why no draft is begun.</summary>
public enum DraftBylawsRefusal
{
    /// <summary>One at a time, so that nobody votes on what somebody else is changing.</summary>
    [Says("There is a draft, or a version that is being voted on. Finish or give it up first.",
        Kind = RefusalKind.Conflict)]
    OneAtATime,
}

/// <summary>Begins a draft of the bylaws from what holds today.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Draft of the bylaws begun")]
public sealed class DraftBylaws(TrustDb db, Acting acting, BylawBook bylaws) : IOperation<DraftBylawsInput, BylawsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BylawsId>> Run(DraftBylawsInput input)
    {
        if (await db.Set<Bylaws>().AnyAsync(b => b.State == BylawsState.Draft || b.State == BylawsState.Proposed))
            return DraftBylawsRefusal.OneAtATime;
        var draft = new Bylaws { Table = BylawText.Write(await bylaws.On(acting.Today)), BegunAt = acting.Now };
        db.Add(draft);
        return draft.Id;
    }
}
