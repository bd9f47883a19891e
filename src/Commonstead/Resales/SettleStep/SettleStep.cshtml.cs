using Commonstead.Leases;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>One step of a resale: how it stands, its documents, and the form for a step that a person ticks.</summary>
public sealed class SettleStepModel(
    OperationRunner runner, SettleStep operation, ResaleBoard board, ILeases leases, DocumentRegister documents,
    Conflicts conflicts, Acting acting) : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SettleStepInput Input { get; set; } = new();

    /// <summary>The step, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public StepKind Kind { get; set; }

    /// <summary>The step.</summary>
    public ResaleStep Step { get; private set; } = null!;

    /// <summary>Its documents.</summary>
    public DocumentList Documents { get; private set; } = null!;

    /// <summary>True for steps that a person ticks; the others follow from what is recorded.</summary>
    public bool IsTicked => (Resales.SettleStep.IsTicked(Kind) || Resales.SettleStep.NeedsNoIncome(Resale, Kind, Today))
        && (Resale.IsOpen || Kind == StepKind.Recording);

    private DateOnly Today => acting.Today;

    /// <summary>True for those who carry this resale.</summary>
    public bool Works { get; private set; }

    /// <summary>True for those who see every resale.</summary>
    public bool SeesAll => acting.Actor.May(ResalePermission.SeeAll);

    /// <summary>True for those who may see the step's papers.</summary>
    public bool SeesPapers => StepDocuments.IsOpenTo(acting.Actor, Kind);

    /// <summary>The colour of how it stands.</summary>
    public StatusKind Status => Step.State switch
    {
        StepState.Done => StatusKind.Done,
        StepState.NotNeeded => StatusKind.Plain,
        _ => Step.IsOverdue(acting.Today) ? StatusKind.Overdue : StatusKind.Waiting,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<(string, string)> Trail =>
        SeesAll ? base.Trail : [(Resale.Number, $"/resales/{Id}")];

    /// <summary>Shows the step.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadStep()) return NotFound();
        Input.On = acting.Today;
        Input.Owner = Step.Owner;
        return Page();
    }

    /// <summary>Settles it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadStep()) return NotFound();
        (Input.Resale, Input.SeenVersion, Input.Kind) = (Id, SeenVersion, Kind);
        if (this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))))
            return Redirect($"/resales/{Id}");
        return await LoadStep() ? Page() : NotFound();
    }

    private async Task<bool> LoadStep()
    {
        if (ModelState[nameof(Kind)] is { Errors.Count: > 0 } || !Enum.IsDefined(Kind)) return false;
        if (!await Load()) return false;
        if (Resale.Steps.FirstOrDefault(s => s.Kind == Kind) is not { } step) return false;
        Step = step;
        Works = acting.Actor.May(ResalePermission.Work) && await conflicts.Of(Resale) is null;
        Documents = await documents.Of(StepDocuments.Name, step.Id.Value);
        return true;
    }
}
