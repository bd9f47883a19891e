using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Platform.Documents;

/// <summary>One document: what it is, its content to save, and a way to withdraw it.</summary>
public sealed class DocumentPageModel(
    DocumentRegister documents, OperationRunner runner, WithdrawDocument withdraw) : PageModel
{
    /// <summary>The form that withdraws it.</summary>
    [BindProperty]
    public WithdrawDocumentInput Input { get; set; } = new();

    /// <summary>The document.</summary>
    public Document Document { get; private set; } = null!;

    /// <summary>What it belongs to.</summary>
    public DocumentPlace Place { get; private set; } = null!;

    /// <summary>Its size for readers.</summary>
    public string Size => FileSize.ToReader(Document.Size);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(DocumentId id) => await Find(id) ? Page() : NotFound();

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostAsync(DocumentId id)
    {
        if (!await Find(id)) return NotFound();
        Input.Document = id;
        var outcome = await runner.Run(withdraw, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect(Place.Href) : Page();
    }

    private async Task<bool> Find(DocumentId id)
    {
        if (await documents.Find(id) is not { } found) return false;
        (Document, Place) = found;
        return true;
    }
}
