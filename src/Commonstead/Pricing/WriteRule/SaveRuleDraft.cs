using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>A rule document as it is being written.</summary>
public sealed class SaveRuleDraftInput
{
    /// <summary>The draft; null for a new one.</summary>
    public RuleDraftId? Draft { get; set; }

    /// <summary>Its version, as the writer saw it.</summary>
    public int Version { get; set; }

    /// <summary>The whole document in Markdown.</summary>
    [Required(ErrorMessage = "Write something first."), DataType(DataType.MultilineText)]
    [StringLength(RuleDocument.MaximumLength, ErrorMessage = "The document is longer than a rule document may be.")]
    [Display(Name = "Rule document")]
    public string Text { get; set; } = "";
}

/// <summary>Why a draft is not saved.</summary>
public enum SaveRuleDraftRefusal
{
    /// <summary>A draft is found again by its title.</summary>
    [Says("Give it a title first: a line that begins with “# ”.", Field = nameof(SaveRuleDraftInput.Text))]
    TitleMissing,

    /// <summary>What was given up is not taken up again; its text can be copied.</summary>
    [Says("This draft was given up. Begin a new one from its text.", Kind = RefusalKind.Conflict)]
    GivenUp,
}

/// <summary>Saves a rule document that is being written, with whatever errors it still has.</summary>
[Needs(PricingPermission.DraftRules)]
[Does("Resale rule drafted")]
public sealed class SaveRuleDraft(TrustDb db, Acting acting) : IOperation<SaveRuleDraftInput, RuleDraftId>
{
    private const int LongestTitle = 200;

    /// <inheritdoc/>
    public async Task<Outcome<RuleDraftId>> Run(SaveRuleDraftInput input)
    {
        var text = RuleDocument.Canonical(input.Text);
        var title = RuleHtml.TitleOf(text);
        if (title.Length == 0) return SaveRuleDraftRefusal.TitleMissing;
        var found = await Open(input);
        if (!found.IsDone) return Outcome<RuleDraftId>.Refused(found.Refusals);
        var draft = found.Value;
        draft.Title = title.Length > LongestTitle ? title[..LongestTitle] : title;
        (draft.Text, draft.Hash, draft.ChangedOn) = (text, RuleDocument.HashOf(text), acting.Today);
        return draft.Id;
    }

    private async Task<Outcome<RuleDraft>> Open(SaveRuleDraftInput input)
    {
        if (input.Draft is not { } id)
        {
            var begun = new RuleDraft();
            db.Add(begun);
            return begun;
        }

        var draft = await db.Set<RuleDraft>().FirstOrDefaultAsync(d => d.Id == id);
        if (draft is null) return CommonRefusal.NotFound;
        if (draft.GivenUpOn is not null) return SaveRuleDraftRefusal.GivenUp;
        return draft.Version == input.Version ? draft : Refusal.ChangedSince(draft, input.Version, "the draft");
    }
}
