using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>One parcel.</summary>
public sealed class ParcelPageModel(LandRegister land) : PageModel
{
    /// <summary>The parcel.</summary>
    internal Parcel Parcel { get; private set; } = null!;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        Parcel = parcel;
        return Page();
    }
}
