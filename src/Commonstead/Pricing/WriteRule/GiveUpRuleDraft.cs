using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>A draft to give up.</summary>
public sealed class GiveUpRuleDraftInput
{
    /// <summary>The draft.</summary>
    public RuleDraftId Draft { get; set; }

    /// <summary>Its version, as it was seen.</summary>
    public int Version { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it is given up."), Display(Name = "Why it is given up")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    public string Reason { get; set; } = "";
}

/// <summary>Gives up a rule document that was being written; it stays on record.</summary>
[Needs(PricingPermission.DraftRules)]
[Does("Draft of a resale rule given up")]
public sealed class GiveUpRuleDraft(TrustDb db, Acting acting) : IOperation<GiveUpRuleDraftInput, RuleDraftId>
{
    /// <inheritdoc/>
    public async Task<Outcome<RuleDraftId>> Run(GiveUpRuleDraftInput input)
    {
        var draft = await db.Set<RuleDraft>().FirstOrDefaultAsync(d => d.Id == input.Draft);
        if (draft is null) return CommonRefusal.NotFound;
        if (draft.GivenUpOn is not null) return SaveRuleDraftRefusal.GivenUp;
        if (draft.Version != input.Version) return Refusal.ChangedSince(draft, input.Version, "the draft");
        (draft.GivenUpOn, draft.GivenUpBecause) = (acting.Today, input.Reason.Trim());
        return draft.Id;
    }
}
