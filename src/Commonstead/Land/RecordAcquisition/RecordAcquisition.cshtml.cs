using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that records how a parcel came to the trust.</summary>
public sealed class RecordAcquisitionModel(
    OperationRunner runner, RecordAcquisition record, LandRegister land) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public RecordAcquisitionInput Input { get; set; } = new();

    /// <summary>The parcel's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The form with what is recorded.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Name, Input.Parcel) = (parcel.Name, id);
        if (await land.AcquisitionOf(id) is not { } recorded) return Page();
        (Input.Version, Input.Manner, Input.FromWhom) = (recorded.Version, recorded.Manner, recorded.FromWhom);
        (Input.On, Input.Price, Input.AppraisedValue) = (recorded.On, recorded.Price, recorded.AppraisedValue);
        (Input.DeedReference, Input.LeasedUntil) = (recorded.DeedReference, recorded.LeasedUntil);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        (Name, Input.Parcel) = (parcel.Name, id);
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(record, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/parcels/{id}") : Page();
    }
}
