using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for an appraisal that came in.</summary>
public sealed class RecordAppraisalModel(
    OperationRunner runner, RecordAppraisal operation, ResaleBoard board, ILeases leases, Acting acting)
        : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public RecordAppraisalInput Input { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Input.InspectedOn = Input.EffectiveOn = Input.ReceivedOn = acting.Today;
        Input.Basis = Lease.AppraisalBasis ?? AppraisalBasis.FeeSimple;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        return await Answer(this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
