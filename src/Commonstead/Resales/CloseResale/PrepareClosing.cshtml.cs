using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for a closing.</summary>
public sealed class PrepareClosingModel(
    OperationRunner runner, PrepareClosing operation, ResaleBoard board, ILeases leases,
    IPermittedMortgages mortgages, Acting acting) : ResaleForm(board, leases)
{
    private const int PayoffLines = 4;
    private readonly ILeases _leases = leases;

    /// <summary>The form.</summary>
    [BindProperty]
    public PrepareClosingInput Input { get; set; } = new();

    /// <summary>True when the buyer gets a new lease.</summary>
    public bool IssuesNewLease => Resale.Terms.IssuesNewLease;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Input.ClosesOn = acting.Today;
        if (Resale.AgreedPrice is { } price) Input.Price = price;
        Input.NewLeaseNumber = await FreeNumber();
        Input.Payoffs = [.. (await mortgages.StandingOn(Resale.Lease, acting.Today))
            .Select(m => new PayoffInput { Lender = m.Lender })];
        while (Input.Payoffs.Count < PayoffLines) Input.Payoffs.Add(new PayoffInput());
        return Page();
    }

    // The seller's number with the year, and a letter when a closing of this year was voided.
    private async Task<string> FreeNumber()
    {
        var number = $"{Lease.Number}-{acting.Today.Year}";
        for (var letter = 'b'; letter <= 'z'; letter++)
        {
            if (!await _leases.IsNumberTaken(number)) return number;
            number = $"{Lease.Number}-{acting.Today.Year}{letter}";
        }

        return "";
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        return await Answer(this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
