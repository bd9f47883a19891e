using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The form for a lease.</summary>
public sealed class EnterLeaseModel(
    OperationRunner runner, EnterLease enterLease, ILand land, PersonChoices people, IRuleBook rules) : PageModel
{
    private const int HolderRows = 4;
    private const int MostChoices = 200;

    /// <summary>The form.</summary>
    [BindProperty]
    public EnterLeaseInput Input { get; set; } = new();

    /// <summary>The homes to choose from, or null when they are too many to choose and the number is typed.</summary>
    public IReadOnlyList<SelectListItem>? Homes { get; private set; }

    /// <summary>The people to choose from, or null when they are too many and the name is typed.</summary>
    public IReadOnlyList<SelectListItem>? People { get; private set; }

    /// <summary>The rules to choose from.</summary>
    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    /// <summary>Shows the form; a home's page may name its number.</summary>
    public async Task OnGetAsync(string? home)
    {
        Input.HomeNumber = home ?? "";
        await Prepare();
    }

    /// <summary>Enters the lease.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = null;
        Input.Facts = [];
        if (ModelState.IsValid)
        {
            var outcome = await runner.Run(enterLease, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/leases/{outcome.Value}");
        }
        else Response.StatusCode = StatusCodes.Status400BadRequest;

        await Prepare();
        return Page();
    }

    private async Task Prepare()
    {
        Input.Fee ??= new FeeInput();
        while (Input.Holders.Count < HolderRows) Input.Holders.Add(new HolderInput());
        var homes = await land.AllHomes(MostChoices + 1);
        Homes = homes.Count is 0 or > MostChoices
            ? null
            : [.. homes.Select(h => new SelectListItem($"{h.Number}, {h.Address}", h.Number))];
        People = await people.All();
        Rules = [.. (await rules.Selectable()).Select(r => new SelectListItem(r.Title, r.Hash))];
    }
}
