using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>One correction, and its second person's decision.</summary>
public sealed class CorrectionPageModel(
    OperationRunner runner, LeaseRegister leases, DecideCorrection decide, IRuleBook rules,
    IStringLocalizer<Words> words, Acting acting) : PageModel
{
    private IReadOnlyDictionary<string, string> _rules = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The decision.</summary>
    [BindProperty]
    public DecideCorrectionInput Input { get; set; } = new();

    /// <summary>The lease.</summary>
    internal LeaseView View { get; private set; } = null!;

    /// <summary>The correction.</summary>
    internal Correction Correction { get; private set; } = null!;

    /// <summary>The colour of its state.</summary>
    public StatusKind Tag => Correction.State == CorrectionState.Waiting ? StatusKind.Waiting : StatusKind.Done;

    /// <summary>What is corrected, in words.</summary>
    public string Subject => Correction.Fact is null ? words[Correction.Subject] : View.LabelOf(Correction.Subject);

    /// <summary>What a text of the correction says, in the reader's words.</summary>
    internal object Shown(string? text) => text is null ? words["Nothing, or not known"].Value
        : Correction.Term == LeaseTerm.Rule ? _rules.GetValueOrDefault(text, text)
        : Correction.Fact is null ? View.Areas.WithCode(text)
        : Sentence.Shown(View.ValueOf(Correction.Subject, text), words);

    /// <summary>Whether the reader may decide on it.</summary>
    public bool MayDecide => Correction.State == CorrectionState.Waiting
        && acting.Actor.May(LeasePermission.ApproveCorrection) && Correction.ProposedBy != acting.Actor.Key;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CorrectionId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(CorrectionId id)
    {
        Input.Correction = id;
        var outcome = await runner.Run(decide, Input, Once.KeyOf(Request));
        if (!await Load(id)) return NotFound();
        return this.Accepts(outcome) ? Redirect($"/leases/{Correction.Lease}#story") : Page();
    }

    private async Task<bool> Load(CorrectionId id)
    {
        if (await leases.Correction(id) is not { } correction) return false;
        if (await leases.View(correction.Lease) is not { } view) return false;
        (Correction, View) = (correction, view);
        if (correction.Term == LeaseTerm.Rule)
            _rules = await rules.Titles([.. new[] { correction.OldText, correction.NewText }.OfType<string>()]);
        return true;
    }
}
