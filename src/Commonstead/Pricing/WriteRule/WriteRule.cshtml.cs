using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>Where a rule is written, checked as one types, tried, and kept as a draft.</summary>
public sealed class WriteRuleModel(
    OperationRunner runner, SaveRuleDraft save, GiveUpRuleDraft giveUp, RuleDrafts drafts, IRuleBook book,
    RuleReviews reviews, IEnumerable<IPermitsRules> permits) : PageModel
{
    private const int LongestTrial = 20_000;

    /// <summary>The document.</summary>
    [BindProperty]
    public SaveRuleDraftInput Input { get; set; } = new();

    /// <summary>Facts to try it on.</summary>
    [BindProperty, DataType(DataType.MultilineText), Display(Name = "Facts to try it on")]
    [StringLength(LongestTrial, ErrorMessage = "The facts are longer than 20,000 characters.")]
    public string? Trial { get; set; }

    /// <summary>Why it is given up.</summary>
    [Display(Name = "Why it is given up")]
    public string? Reason { get; set; }

    /// <summary>The draft; null before it is saved.</summary>
    public RuleDraft? Draft { get; private set; }

    /// <summary>What the text comes to.</summary>
    public RuleReview? Review { get; private set; }

    /// <summary>The resolution on this very text; null for none.</summary>
    public RuleResolution? Resolution { get; private set; }

    /// <summary>True when the draft was not given up and its text, as it was saved, is in the rule book.</summary>
    public bool IsAdopted { get; private set; }

    /// <summary>What is wrong first with the draft's text as it was saved; null when it is a rule.</summary>
    public RuleError? FirstError { get; private set; }

    /// <summary>Why the draft cannot be proposed as it was saved; null when it can.</summary>
    public Refusal? Hindrance { get; private set; }

    /// <summary>Shows a draft, a copy of a rule, or a text to begin with.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="from">The hash of a rule of the book to copy.</param>
    /// <param name="shipped">The name of a rule to copy that comes with the program.</param>
    public async Task<IActionResult> OnGetAsync(RuleDraftId? id, string? from, string? shipped)
    {
        if (!await Load(id)) return NotFound();
        Input.Text = Draft?.Text ?? await Begun(from, shipped);
        Input.Version = Draft?.Version ?? 0;
        return await Show();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(RuleDraftId? id)
    {
        if (!await Load(id)) return NotFound();
        Input.Draft = id;
        if (this.CanRead())
        {
            var outcome = await runner.Run(save, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/rules/write/{outcome.Value}");
        }

        return await Show();
    }

    /// <summary>Checks and tries it without saving.</summary>
    public async Task<IActionResult> OnPostCheckAsync(RuleDraftId? id) => await Load(id) ? await Show() : NotFound();

    /// <summary>What <see cref="OnPostCheckAsync"/> shows, alone, for the script that asks as one types.</summary>
    public async Task<IActionResult> OnPostReviewAsync(RuleDraftId? id)
    {
        if (!await Load(id) || !ModelState.IsValid) return NotFound();
        return Partial("WriteRule/_RuleReview", await reviews.Of(Input.Text, Trial));
    }

    /// <summary>Gives the draft up.</summary>
    public async Task<IActionResult> OnPostGiveUpAsync(RuleDraftId id, [FromForm] string? reason)
    {
        if (!await Load(id)) return NotFound();
        Reason = reason;
        var input = new GiveUpRuleDraftInput { Draft = id, Version = Input.Version, Reason = reason ?? "" };
        if (this.Accepts(await runner.Run(giveUp, input, Once.KeyOf(Request)))) return Redirect("/rules");
        Input.Text = Draft!.Text;
        return await Show();
    }

    private async Task<string> Begun(string? from, string? shipped) =>
        (from is not null ? (await book.Document(from))?.Text : null)
        ?? (shipped is not null ? book.Shipped(shipped) : null)
        ?? drafts.Beginning();

    private async Task<bool> Load(RuleDraftId? id)
    {
        if (id is not { } one) return true;
        Draft = await drafts.Find(one);
        return Draft is not null;
    }

    private async Task<IActionResult> Show()
    {
        Review = Input.Text.Length > 0 ? await reviews.Of(Input.Text, Trial) : null;
        if (Draft is { } draft) await Look(draft);
        return Page();
    }

    private async Task Look(RuleDraft draft)
    {
        var adoptable = await book.Adoptable(draft.Text);
        Hindrance = adoptable.IsDone ? null : adoptable.Refusals[0];
        IsAdopted = draft.GivenUpOn is null && Hindrance?.Code is AdoptRuleRefusal.InTheBook;
        FirstError = RuleDocument.Parse(draft.Text, "rule").Errors is [var first, ..] ? first : null;
        if (!IsAdopted) Resolution = await permits.On(draft.Hash);
    }
}
