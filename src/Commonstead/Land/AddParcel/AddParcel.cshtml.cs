using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form for a new parcel.</summary>
public sealed class AddParcelModel(OperationRunner runner, AddParcel addParcel) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AddParcelInput Input { get; set; } = new();

    /// <summary>Adds the parcel.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(addParcel, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{outcome.Value}") : Page();
    }
}
