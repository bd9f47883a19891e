using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for a buyer's income.</summary>
public sealed class CertifyBuyerModel(
    OperationRunner runner, CertifyBuyer operation, ResaleBoard board, ILeases leases, IIncomeCaps caps,
    Acting acting) : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CertifyBuyerInput Input { get; set; } = new();

    /// <summary>What the lease and the home's funders let a buyer earn, as of today.</summary>
    public IReadOnlyList<HomeIncomeCap> Caps { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Caps = await caps.CapsOn(Resale.Lease, acting.Today);
        Input.CertifiedOn = acting.Today;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        var done = this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request)));
        if (!done && await Load()) Caps = await caps.CapsOn(Resale.Lease, acting.Today);
        return await Answer(done);
    }
}
