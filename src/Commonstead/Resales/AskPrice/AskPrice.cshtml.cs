using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for what the seller asks.</summary>
public sealed class AskPriceModel(
    OperationRunner runner, AskPrice operation, ResaleBoard board, ILeases leases, IPrices prices)
        : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AskPriceInput Input { get; set; } = new();

    /// <summary>The most the home may be sold for, or null before it is approved.</summary>
    public Money? Maximum { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Input.Price = Resale.AskedPrice;
        await LoadMaximum();
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        var answer = await Answer(
            this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
        if (Resale is not null) await LoadMaximum();
        return answer;
    }

    private async Task LoadMaximum() => Maximum =
        Resale.Determination is { } id ? (await prices.Determination(id))?.MaximumPrice : null;
}
