using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Platform.Documents;

/// <summary>The form that attaches a document to a record of any capability.</summary>
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class AttachDocumentModel(
    OperationRunner runner, AttachDocument attach, DocumentRegister documents, Acting acting) : PageModel
{
    // The file and a little around it; the store refuses a larger file with a sentence of its own.
    private const long LargestRequest = DocumentStore.LargestBytes + (1024 * 1024);

    /// <summary>The form.</summary>
    [BindProperty]
    public AttachDocumentInput Input { get; set; } = new();

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>What it shall belong to.</summary>
    public DocumentPlace Place { get; private set; } = null!;

    /// <summary>The form, for those who may add.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, Guid owner) =>
        await Find(kind, owner) is { } refused ? refused : Page();

    /// <summary>Stores the file, then attaches it.</summary>
    public async Task<IActionResult> OnPostAsync(string kind, Guid owner)
    {
        if (await Find(kind, owner) is { } refused) return refused;
        ModelState.Clear();
        (Input.Kind, Input.Owner) = (kind, owner);
        if (Upload is not null && !await Store(Upload)) return Page();
        var outcome = await runner.Run(attach, Input, Once.KeyOf(Request));
        if (outcome.IsDone) return Redirect(Place.Href);
        this.Accepts(outcome);
        MoveFileErrors();
        return Page();
    }

    private async Task<IActionResult?> Find(string kind, Guid owner)
    {
        if (await documents.Place(kind, owner) is not { } place) return NotFound();
        Place = place;
        return place.MayChange ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> Store(IFormFile file)
    {
        try
        {
            await using var content = file.OpenReadStream();
            var stored = await acting.Trust.Documents.Store(content, HttpContext.RequestAborted);
            (Input.Hash, Input.Size, Input.FileName) = (stored.Hash, stored.Size, file.FileName);
            return true;
        }
        catch (DocumentTooLargeException tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), tooLarge.Message);
            Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return false;
        }
    }

    // Whatever is wrong with the file belongs beside the file's own field.
    private void MoveFileErrors()
    {
        foreach (var key in (string[])["Input.FileName", "Input.Hash", "Input.Upload"])
        {
            if (!ModelState.TryGetValue(key, out var entry)) continue;
            var message = entry.Errors.FirstOrDefault()?.ErrorMessage;
            ModelState.Remove(key);
            if (message is not null && ModelState[nameof(Upload)] is not { Errors.Count: > 0 })
                ModelState.AddModelError(nameof(Upload), message);
        }
    }
}
