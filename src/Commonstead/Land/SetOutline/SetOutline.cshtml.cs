using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that sets a parcel's outline, from a file or pasted.</summary>
public sealed class SetOutlineModel(OperationRunner runner, SetOutline setOutline, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SetOutlineInput Input { get; set; } = new();

    /// <summary>The outline as a file, instead of pasted.</summary>
    [BindProperty, Display(Name = "Outline from a file")]
    public IFormFile? Upload { get; set; }

    /// <summary>The parcel.</summary>
    internal Parcel Parcel { get; private set; } = null!;

    /// <summary>The form.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Parcel, Input.Version) = (parcel, parcel.Version);
        return Page();
    }

    /// <summary>Sets the outline.</summary>
    public async Task<IActionResult> OnPostAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Parcel, Input.Parcel) = (parcel, id);
        ModelState.Clear();
        if (Upload is { Length: <= 4 * 1024 * 1024 })
        {
            using var reader = new StreamReader(Upload.OpenReadStream());
            Input.GeoJson = await reader.ReadToEndAsync();
        }

        var outcome = await runner.Run(setOutline, Input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/land/parcels/{id}");
        if (Upload is not null) Input.GeoJson = "";
        return Page();
    }
}
