using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form for a new home.</summary>
public sealed class AddHomeModel(OperationRunner runner, AddHome addHome, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AddHomeInput Input { get; set; } = new();

    /// <summary>Whether there is a parcel a home could stand on.</summary>
    public bool HasParcels { get; private set; } = true;

    /// <summary>The empty form, or one for a home on a parcel.</summary>
    public async Task OnGetAsync(ParcelId? parcel)
    {
        HasParcels = await land.HasParcels();
        Input.Parcel = parcel;
    }

    /// <summary>Adds the home.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(addHome, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/homes/{outcome.Value}") : Page();
    }
}
