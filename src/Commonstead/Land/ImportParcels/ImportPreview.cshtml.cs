using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>Shows what an import would enter, or everything that is wrong with its file, and enters it.</summary>
public sealed class ImportPreviewModel(
    OperationRunner runner, ImportParcels import, LandRegister land, Acting acting) : PageModel
{
    /// <summary>The stored file.</summary>
    public string Stored { get; private set; } = "";

    /// <summary>The name it came under.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>What it holds.</summary>
    public ParcelFile Read { get; private set; } = null!;

    /// <summary>How areas are written.</summary>
    internal Measurement Measurement => acting.Profile.Measurement;

    /// <summary>The preview.</summary>
    public async Task<IActionResult> OnGetAsync(string file) => await Look(file) ? Page() : NotFound();

    /// <summary>Enters the parcels.</summary>
    public async Task<IActionResult> OnPostAsync(string file)
    {
        var outcome = await runner.Run(import, new ImportParcelsInput { File = file }, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect("/land");
        return await Look(file) ? Page() : NotFound();
    }

    private async Task<bool> Look(string file)
    {
        try
        {
            await using var content = acting.Trust.Documents.Open(file);
            Read = await land.ParcelsIn(content, cancellation: HttpContext.RequestAborted);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        Stored = file;
        return true;
    }
}
