using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Lab;

/// <summary>A published study as those see it who look after it.</summary>
public sealed class StudyRecordModel(
    OperationRunner runner, TakeDownStudy takeDown, PublishedStudies studies, Acting acting) : PageModel
{
    /// <summary>The form that takes it down.</summary>
    [BindProperty]
    public TakeDownStudyInput Input { get; set; } = new();

    /// <summary>The study.</summary>
    public PublishedStudy Study { get; private set; } = null!;

    /// <summary>True when the reader may take it down.</summary>
    public bool MayTakeDown => Study.TakenDownOn is null && acting.Actor.May(LabPermission.Publish);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(PublishedStudyId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Takes it down.</summary>
    public async Task<IActionResult> OnPostAsync(PublishedStudyId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Study = id;
        return this.CanRead() && this.Accepts(await runner.Run(takeDown, Input, Once.KeyOf(Request)))
            ? Redirect($"/lab/studies/{id}") : Page();
    }

    private async Task<bool> Load(PublishedStudyId id)
    {
        if (await studies.Find(id) is not { } study) return false;
        Study = study;
        return true;
    }
}
