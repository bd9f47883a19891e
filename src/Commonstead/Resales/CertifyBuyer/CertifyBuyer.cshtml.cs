using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>The form for a buyer's income.</summary>
public sealed class CertifyBuyerModel(
    OperationRunner runner, CertifyBuyer operation, ResaleBoard board, ILeases leases, IIncomeCaps caps,
    IHouseholds households, Acting acting, IStringLocalizer<Words> words) : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CertifyBuyerInput Input { get; set; } = new();

    /// <summary>What the lease and the home's funders let a buyer earn, as of today.</summary>
    public IReadOnlyList<HomeIncomeCap> Caps { get; private set; } = [];

    /// <summary>What the register says of the buyer's household today, or null.</summary>
    public string? InRegister { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAll()) return NotFound();
        Input.CertifiedOn = acting.Today;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        var done = this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request)));
        if (!done) await LoadAll();
        return await Answer(done);
    }

    private async Task<bool> LoadAll()
    {
        if (!await Load()) return false;
        Caps = await caps.CapsOn(Resale.Lease, acting.Today);
        foreach (var buyer in Resale.Buyers)
        {
            if (await households.Of(buyer.Person, acting.Today) is not { } household) continue;
            InRegister = words["The register has {0} in it today: {1}.", household.Size, household.Name];
            Input.HouseholdSize ??= Request.Method == HttpMethods.Get ? household.Size : null;
        }

        return true;
    }
}
