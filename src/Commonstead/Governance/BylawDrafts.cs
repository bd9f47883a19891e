using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>What is done to one version of the bylaws.</summary>
public interface IBylawsInput
{
    /// <summary>The version.</summary>
    BylawsId Bylaws { get; set; }

    /// <summary>The record's version, as the person saw it.</summary>
    int Version { get; set; }
}

/// <summary>Why a draft of the bylaws is not changed.</summary>
public enum BylawsRefusal
{
    /// <summary>What is proposed, in force or given up is not edited.</summary>
    [Says("This version of the bylaws is no draft any more. Begin another.", Kind = RefusalKind.Conflict)]
    NoDraft,
}

/// <summary>Finds drafts that may be changed.</summary>
public sealed class BylawDrafts(TrustDb db)
{
    /// <summary>A draft as the actor saw it.</summary>
    internal async Task<Outcome<Bylaws>> Open(IBylawsInput input)
    {
        if (await db.Set<Bylaws>().FirstOrDefaultAsync(b => b.Id == input.Bylaws) is not { } draft)
            return CommonRefusal.NotFound;
        if (draft.State is not BylawsState.Draft) return BylawsRefusal.NoDraft;
        return draft.Version == input.Version ? draft : Refusal.ChangedSince(draft, input.Version, "the bylaws");
    }

    /// <summary>Puts an act's rule in the place of the one of the same code, or behind the others.</summary>
    internal static void Put(Bylaws draft, ActRule act)
    {
        var table = draft.Rules;
        var acts = table.Acts.Select(a => a.Code == act.Code ? act : a).ToList();
        if (table.Act(act.Code) is null) acts.Add(act);
        draft.Table = BylawText.Write(table with { Acts = acts });
    }
}
