using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that corrects a parcel's facts.</summary>
public sealed class CorrectParcelModel(OperationRunner runner, CorrectParcel correct, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CorrectParcelInput Input { get; set; } = new();

    /// <summary>What the parcel is called now.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The form with what is recorded.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        Name = parcel.Name;
        (Input.Parcel, Input.Version) = (id, parcel.Version);
        Input.ReadFrom(parcel);
        return Page();
    }

    /// <summary>Saves the correction.</summary>
    public async Task<IActionResult> OnPostAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Name, Input.Parcel) = (parcel.Name, id);
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(correct, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{id}") : Page();
    }
}
