using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form for a new encumbrance.</summary>
public sealed class AddEncumbranceModel(OperationRunner runner, AddEncumbrance add, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AddEncumbranceInput Input { get; set; } = new();

    /// <summary>The parcel's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The empty form.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id) => await Find(id) ? Page() : NotFound();

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(ParcelId id)
    {
        if (!await Find(id)) return NotFound();
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(add, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{id}") : Page();
    }

    private async Task<bool> Find(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return false;
        (Name, Input.Parcel) = (parcel.Name, id);
        return true;
    }
}
