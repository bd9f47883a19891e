using System.ComponentModel.DataAnnotations;
using System.Text;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>Takes a file of homes, shows what it would bring, and imports it.</summary>
[RequestSizeLimit(CsvTable.LargestBytes + 65_536)]
public sealed class ImportHomesModel(
    OperationRunner runner, ImportHomes import, HomeFileCheck check, Acting acting) : PageModel
{
    private const int Previewed = 25;

    private const string Example =
        "number,parcel,address,kind,bedrooms,floor_area,year_built,access\n"
        + "H-12,Mill Street Commons,\"12 Mill Street, Springfield\",row_house,3,1240,2008,visitable\n";

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>The file to be imported, by its hash.</summary>
    [BindProperty]
    public ImportHomesInput Input { get; set; } = new();

    /// <summary>What the file would bring; null before one is chosen.</summary>
    public HomeFile? Read { get; private set; }

    /// <summary>The first homes of the file.</summary>
    internal IReadOnlyList<AddHomeInput> Shown => [.. Read!.Homes.Take(Previewed).Select(h => h.Facts)];

    /// <summary>Asks for a file, or shows what the one that the address names would bring.</summary>
    public async Task<IActionResult> OnGetAsync(string? file)
    {
        if (file is null) return Page();
        Input.Hash = file;
        return await Preview() ? Page() : NotFound();
    }

    /// <summary>An example of the file.</summary>
    public IActionResult OnGetExample() => File(Encoding.UTF8.GetBytes(Example), "text/csv", "homes.csv");

    /// <summary>Keeps the file and leads to its preview.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (Upload is null || Upload.Length is 0 or > CsvTable.LargestBytes)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a CSV file of at most 20 MB.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var stored = await acting.Trust.Documents.Store(content, cancellation);
        return Redirect($"/land/homes/import?file={stored.Hash}");
    }

    /// <summary>Imports the file.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        ModelState.Clear();
        var outcome = await runner.Run(import, Input);
        if (this.Accepts(outcome)) return Redirect("/land/homes");
        return await Preview() ? Page() : NotFound();
    }

    private async Task<bool> Preview()
    {
        if (await StoredFile.Load(acting, Input.Hash) is not { } content) return false;
        Read = await check.Check(content);
        return true;
    }
}
