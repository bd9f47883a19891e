using System.ComponentModel.DataAnnotations;
using System.Text;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Leases;

/// <summary>Takes a file of homes and leases, shows what it would bring, and imports it.</summary>
[RequestSizeLimit(CsvTable.LargestBytes + 65_536)]
public sealed class ImportLeasesModel(
    OperationRunner runner, ImportLeases import, LeaseFileCheck check, Acting acting) : PageModel
{
    private const int Previewed = 25;

    // What a steward fills in; the people and the parcel are to be in their registers.
    private const string Example =
        "lease_number,home_number,home_parcel,home_address,starts_on,ends_on,leaseholders,rule,area,"
        + "income_limit_percent,fee_amount,fact:purchase_price,fact:purchase_date,fact:appraisal_at_purchase\n"
        + "L-2019-004,H-12,Mill Street Commons,\"12 Mill Street, Springfield\",2019-05-14,2118-05-13,"
        + "Ana Diaz (1/2); Luis Diaz (1/2),,us:county:25013,80,40,160000,2019-05-14,unknown\n";

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>The file to be imported, by its hash.</summary>
    [BindProperty]
    public ImportLeasesInput Input { get; set; } = new();

    /// <summary>What the file would bring; null before one is chosen.</summary>
    internal ImportPlan? Plan { get; private set; }

    /// <summary>The first leases of the file.</summary>
    internal IReadOnlyList<NewLease> Shown => [.. Plan!.Leases.Take(Previewed)];

    /// <summary>Asks for a file, or shows what the one that the address names would bring.</summary>
    public async Task<IActionResult> OnGetAsync(string? file)
    {
        if (file is null) return Page();
        Input.Hash = file;
        return await Preview() ? Page() : NotFound();
    }

    /// <summary>An example of the file.</summary>
    public IActionResult OnGetExample() => File(Encoding.UTF8.GetBytes(Example), "text/csv", "leases.csv");

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
        return Redirect($"/leases/import?file={stored.Hash}");
    }

    /// <summary>Imports the file.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        ModelState.Clear();
        var outcome = await runner.Run(import, Input);
        if (this.Accepts(outcome)) return Redirect("/leases");
        return await Preview() ? Page() : NotFound();
    }

    private async Task<bool> Preview()
    {
        if (await StoredFile.Load(acting, Input.Hash) is not { } content) return false;
        Plan = await check.Check(content);
        return true;
    }
}
