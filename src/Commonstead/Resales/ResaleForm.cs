using Commonstead.Leases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Resales;

/// <summary>What every form on a resale shows above its fields: which resale, which home.</summary>
public abstract class ResaleForm(ResaleBoard board, ILeases leases) : PageModel
{
    /// <summary>The resale's id, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public ResaleId Id { get; set; }

    /// <summary>The version of the resale that the form was drawn with.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The resale.</summary>
    public Resale Resale { get; private set; } = null!;

    /// <summary>The seller's lease as it stands today; null for a seller who holds it no longer.</summary>
    public LeaseTerms Lease { get; private set; } = null!;

    /// <summary>What the seller's lease is called.</summary>
    public LeaseName LeaseName { get; private set; } = null!;

    /// <summary>The way back to the resale.</summary>
    public virtual IReadOnlyList<(string, string)> Trail =>
        [("Resales", "/resales"), (Resale.Number, $"/resales/{Id}")];

    /// <summary>Reads what the form shows.</summary>
    /// <returns>False when there is no such resale for this actor.</returns>
    protected async Task<bool> Load()
    {
        if (await board.Whole(Id) is not { } resale) return false;
        if (await leases.NameEverHeld(resale.Lease) is not { } name) return false;
        (Resale, LeaseName) = (resale, name);
        Lease = (await leases.Terms(resale.Lease))!;
        if (HttpContext.Request.Method == HttpMethods.Get) SeenVersion = resale.Version;
        return true;
    }

    /// <summary>Back to the resale when done, else the form again with its messages.</summary>
    protected async Task<IActionResult> Answer(bool done)
    {
        if (done) return Redirect($"/resales/{Id}");
        return await Load() ? Page() : NotFound();
    }
}
