using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Resales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Leases;

/// <summary>Leads a leaseholder to her lease, or lets her choose when she holds several.</summary>
public sealed class MyLeaseModel(LeaseRegister leases, IPastSales sales, Acting acting) : PageModel
{
    /// <summary>The leases the reader holds today.</summary>
    public IReadOnlyList<LeaseName> Held { get; private set; } = [];

    /// <summary>The homes the reader has sold.</summary>
    public IReadOnlyList<PastSale> Sold { get; private set; } = [];

    /// <summary>Leads on when there is just one.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (acting.Actor.Person is { } person)
        {
            var names = await leases.Names(await leases.HeldBy(new PersonId(person)));
            Held = [.. names.Values.OrderBy(n => n.Number, StringComparer.Ordinal)];
        }

        Sold = await sales.Mine();
        return Held.Count == 1 && Sold.Count == 0 ? Redirect($"/leases/{Held[0].Id}") : Page();
    }
}
