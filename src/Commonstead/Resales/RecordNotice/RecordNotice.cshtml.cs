using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Resales;

/// <summary>The form for an owner's notice; it is reached from the lease.</summary>
public sealed class RecordNoticeModel(OperationRunner runner, RecordNotice operation, ILeases leases, ResaleBoard board,
    Acting acting)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public RecordNoticeInput Input { get; set; } = new();

    /// <summary>The lease, once chosen.</summary>
    public LeaseTerms? Lease { get; private set; }

    /// <summary>The resale of the home that is under way already, or null.</summary>
    public OpenResale? Selling { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(LeaseId lease)
    {
        Input.Lease = lease;
        Input.ReceivedOn = acting.Today;
        Lease = await leases.Terms(lease);
        if (Lease is not null) Selling = await board.Of(lease);
    }

    /// <summary>Records the notice.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/resales/{outcome.Value}");
        Lease = await leases.Terms(Input.Lease);
        return Page();
    }
}
