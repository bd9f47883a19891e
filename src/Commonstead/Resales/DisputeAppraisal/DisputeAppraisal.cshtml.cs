using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for an owner's dispute.</summary>
public sealed class DisputeAppraisalModel(
    OperationRunner runner, DisputeAppraisal operation, ResaleBoard board, ILeases leases, Acting acting)
        : ResaleForm(board, leases)
{
    private readonly ResaleBoard _board = board;

    /// <summary>The form.</summary>
    [BindProperty]
    public DisputeAppraisalInput Input { get; set; } = new();

    /// <summary>The appraisal the resale goes by, or null.</summary>
    public Appraisal? Appraisal { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Appraisal = await _board.Appraisal(Resale.Appraisal);
        Input.DisputedOn = acting.Today;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        return await Answer(this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
