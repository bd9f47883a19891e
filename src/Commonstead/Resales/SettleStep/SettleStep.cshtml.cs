using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for a step that a person ticks.</summary>
public sealed class SettleStepModel(
    OperationRunner runner, SettleStep operation, ResaleBoard board, ILeases leases, Acting acting)
        : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SettleStepInput Input { get; set; } = new();

    /// <summary>The step, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public StepKind Kind { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        if (!Enum.IsDefined(Kind) || !Resales.SettleStep.IsTicked(Kind)
            || Resale.Steps.TrueForAll(s => s.Kind != Kind)) return NotFound();
        Input.Kind = Kind;
        Input.On = acting.Today;
        Input.Owner = Resale.Step(Kind).Owner;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion, Input.Kind) = (Id, SeenVersion, Kind);
        return await Answer(this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
