using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>What a leaseholder believes she would owe at a sale.</summary>
public sealed class ProceedsInput
{
    /// <summary>The price.</summary>
    [Display(Name = "Price")]
    public Money Price { get; set; }

    /// <summary>What she owes her lenders.</summary>
    [Display(Name = "Still owed on mortgages")]
    public Money? Owed { get; set; }

    /// <summary>What she owes the trust.</summary>
    [Display(Name = "Owed to the trust")]
    public Money? Arrears { get; set; }

    /// <summary>What repairs would cost.</summary>
    [Display(Name = "Repairs")]
    public Money? Repairs { get; set; }

    /// <summary>An agent's commission in percent.</summary>
    [Display(Name = "Commission"), Range(0, 20, ErrorMessage = "Enter a commission of 0 to 20 percent.")]
    public decimal? CommissionPercent { get; set; }

    /// <summary>Other costs.</summary>
    [Display(Name = "Other costs")]
    public Money? OtherCosts { get; set; }
}

/// <summary>A leaseholder's estimate of what a sale would leave her, at any time; it binds nobody.</summary>
public sealed class MyProceedsModel(
    ILeases leases, IPermittedMortgages mortgages, IPrices prices, Acting acting, IStringLocalizer<Words> words)
        : PageModel
{
    private Money? _maximum;
    private IReadOnlyList<PermittedMortgage> _mortgages = [];

    /// <summary>The form.</summary>
    [BindProperty]
    public ProceedsInput Input { get; set; } = new();

    /// <summary>The lease looked at, or null when she holds none.</summary>
    public LeaseTerms? Terms { get; private set; }

    /// <summary>The estimate, once asked for.</summary>
    public ProceedsStatement? Statement { get; private set; }

    /// <summary>True when the home could not be sold at the price entered.</summary>
    public bool IsAboveMaximum => _maximum is { } most && Statement?.Price > most;

    /// <summary>What is known of the price.</summary>
    public string PriceHint => _maximum is { } most
        ? words["Your approved maximum price is {0}.", most.ToReader()]
        : words["Estimate it under “My maximum price” first, if you do not know it."];

    /// <summary>What is known of her loans.</summary>
    public string OwedHint => _mortgages.Count == 0
        ? words["All lenders together, as their latest letters say."]
        : words["All lenders together, as their latest letters say. The trust has permitted: {0}.",
            string.Join("; ", _mortgages.Select(m => m.Lender))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId? lease, decimal? price)
    {
        if (!await Load(lease)) return NotFound();
        Input.Price = price is > 0 and < 1_000_000_000
            ? Money.Rounded(price.Value, acting.Profile.Currency, MidpointRounding.ToZero)
            : _maximum ?? Money.Zero(acting.Profile.Currency);
        ModelState.Clear();
        return Page();
    }

    /// <summary>Works the estimate out.</summary>
    public async Task<IActionResult> OnPostAsync(LeaseId? lease)
    {
        if (!await Load(lease) || Terms is null) return NotFound();
        ModelState.Remove("price");
        var currency = acting.Profile.Currency;
        Money?[] amounts = [Input.Owed, Input.Arrears, Input.Repairs, Input.OtherCosts];
        if (ModelState.IsValid && (Input.Price.Minor <= 0 || amounts.Any(a => a?.Minor < 0)))
            ModelState.AddModelError("Input.Price", words["Enter a price above zero, and no amount below zero."]);
        if (!this.CanRead()) return Page();
        Statement = new ProceedsStatement(Input.Price,
        [
            new("Payoffs to lenders", Input.Owed ?? Money.Zero(currency)),
            new("Arrears owed to the trust", Input.Arrears ?? Money.Zero(currency)),
            new("Held back for repairs", Input.Repairs ?? Money.Zero(currency)),
            new("Transfer fee", ProceedsStatement.TransferFee(Input.Price, Terms.TransferFeePercent)),
            new("Commission", ProceedsStatement.Share(Input.Price, Input.CommissionPercent ?? 0)),
            new("Other costs of the seller", Input.OtherCosts ?? Money.Zero(currency)),
        ]);
        return Page();
    }

    private async Task<bool> Load(LeaseId? asked)
    {
        if (acting.Actor.Person is not { } person) return asked is null;
        var held = await leases.HeldBy(new PersonId(person));
        if (asked is { } id && !held.Contains(id)) return false;
        if (held.Count == 0) return true;
        Terms = await leases.Terms(asked ?? held[0]);
        if (Terms is null) return false;
        _mortgages = await mortgages.StandingOn(Terms.Id, acting.Today);
        _maximum = (await prices.OfLease(Terms.Id)).FirstOrDefault(p => p.HoldsOn(acting.Today))?.MaximumPrice;
        return true;
    }
}
