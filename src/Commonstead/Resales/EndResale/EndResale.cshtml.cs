using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form that cancels a resale, or takes a cancelled one up again.</summary>
public sealed class EndResaleModel(
    OperationRunner runner, CancelResale cancel, ReopenResale reopen, ResaleBoard board, ILeases leases)
        : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public EndResaleInput Input { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    /// <summary>Cancels.</summary>
    public Task<IActionResult> OnPostAsync() => Run(cancel);

    /// <summary>Reopens.</summary>
    public Task<IActionResult> OnPostReopenAsync() => Run(reopen);

    private async Task<IActionResult> Run(IOperation<EndResaleInput, ResaleId> operation)
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        return await Answer(this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
