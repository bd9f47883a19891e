using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>Takes the file of an import and leads to its preview.</summary>
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportFileModel(Acting acting) : PageModel
{
    // Somewhat more than is taken, so that a file a little too large gets a sentence and not a cut connection.
    private const long LargestRequest = DocumentStore.LargestBytes + (1024 * 1024);

    /// <summary>What kind of file it is.</summary>
    [BindProperty, Display(Name = "What the file is")]
    public SeriesFileKind Kind { get; set; }

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>Stores the file and goes on to the preview.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null) return Refuse("Choose a file.");
        if (Upload.Length > DocumentStore.LargestBytes) return Refuse("The file is larger than 50 MB.");
        await using var content = Upload.OpenReadStream();
        var stored = await acting.Trust.Documents.Store(content, HttpContext.RequestAborted);
        var name = Uri.EscapeDataString(SafeMediaType.NameOf(Upload.FileName));
        return Redirect($"/series/import/{stored.Hash}?kind={Kind}&name={name}");
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Upload), why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
