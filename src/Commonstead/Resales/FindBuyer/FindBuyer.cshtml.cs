using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;

namespace Commonstead.Resales;

/// <summary>The form for who buys; works without JavaScript by searching the register first.</summary>
public sealed class FindBuyerModel(
    OperationRunner runner, FindBuyer operation, ResaleBoard board, ILeases leases, IPeople people,
    IPrices prices)
        : ResaleForm(board, leases)
{
    private const int MostShown = 20;

    /// <summary>The form.</summary>
    [BindProperty]
    public FindBuyerInput Input { get; set; } = new();

    /// <summary>Words to find persons by.</summary>
    [BindProperty]
    public string? Find { get; set; }

    /// <summary>Persons to choose from: those chosen and those found.</summary>
    public IReadOnlyDictionary<PersonId, string> Found { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Input.Buyers = [.. Resale.Buyers.Select(b => b.Person)];
        if (await Offered() is { } price) Input.Price = price;
        await LoadFound();
        return Page();
    }

    /// <summary>Searches the register, keeping what was filled in.</summary>
    public async Task<IActionResult> OnPostSearchAsync()
    {
        ModelState.Clear();
        if (!await Load()) return NotFound();
        await LoadFound();
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        var done = this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request)));
        await LoadFound();
        return await Answer(done);
    }

    // What was agreed before, else what the seller asks as far as the lease allows it.
    private async Task<Money?> Offered()
    {
        if (Resale.AgreedPrice is { } agreed) return agreed;
        var most = Resale.Determination is { } id ? (await prices.Determination(id))?.MaximumPrice : null;
        return Resale.AskedPrice is { } asked && (most is null || asked < most) ? asked : most;
    }

    private async Task LoadFound()
    {
        var found = string.IsNullOrWhiteSpace(Find) ? [] : (await people.Find(Find, MostShown)).Select(m => m.Id);
        Found = await people.Names([.. Input.Buyers.Concat(found).Distinct()]);
    }
}
