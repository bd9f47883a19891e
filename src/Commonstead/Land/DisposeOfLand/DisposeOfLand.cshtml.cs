using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that asks to let land go.</summary>
public sealed class DisposeOfLandModel(OperationRunner runner, DisposeOfLand dispose, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public DisposeOfLandInput Input { get; set; } = new();

    /// <summary>The parcel's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Name, Input.Parcel, Input.Version) = (parcel.Name, id, parcel.Version);
        return Page();
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Name, Input.Parcel) = (parcel.Name, id);
        var outcome = await runner.Run(dispose, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{id}") : Page();
    }
}
