using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that ends an encumbrance.</summary>
public sealed class EndEncumbranceModel(OperationRunner runner, EndEncumbrance end, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public EndEncumbranceInput Input { get; set; } = new();

    /// <summary>The encumbrance.</summary>
    internal Encumbrance Encumbrance { get; private set; } = null!;

    /// <summary>The parcel's name.</summary>
    public string ParcelName { get; private set; } = "";

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(EncumbranceId id)
    {
        if (!await Find(id)) return NotFound();
        Input.Version = Encumbrance.Version;
        return Page();
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(EncumbranceId id)
    {
        if (!await Find(id)) return NotFound();
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(end, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{Encumbrance.ParcelId}") : Page();
    }

    private async Task<bool> Find(EncumbranceId id)
    {
        if (await land.Encumbrance(id) is not { } found) return false;
        (Encumbrance, Input.Encumbrance) = (found, id);
        ParcelName = (await land.Parcel(found.ParcelId))!.Name;
        return true;
    }
}
