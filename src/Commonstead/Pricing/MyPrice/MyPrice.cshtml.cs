using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>
/// A leaseholder's own maximum price: what was approved, and an estimate at any time that binds nobody.
/// </summary>
public sealed class MyPriceModel(ILeases leases, IRuleBook rules, Determinations determinations, Working working,
    Acting acting)
    : PageModel
{
    /// <summary>What she enters.</summary>
    [BindProperty]
    public List<EnteredGiven> Givens { get; set; } = [];

    /// <summary>The leases she holds.</summary>
    public IReadOnlyList<LeaseName> Held { get; private set; } = [];

    /// <summary>The lease looked at, or null when she holds none.</summary>
    public LeaseTerms? Terms { get; private set; }

    /// <summary>The facts she may enter.</summary>
    public IReadOnlyList<RuleGiven> Asked { get; private set; } = [];

    /// <summary>How many of them the rule cannot do without; they come first.</summary>
    public int Needed => Asked.Count(a => !a.Optional);

    /// <summary>The currency of the trust.</summary>
    public Currency Currency => acting.Profile.Currency;

    /// <summary>The prices that were approved, the latest first.</summary>
    public IReadOnlyList<DeterminationSummary> Approved { get; private set; } = [];

    /// <summary>The estimate, once asked for.</summary>
    public DeterminationFile? Estimate { get; private set; }

    /// <summary>The estimated price.</summary>
    public Money EstimatedPrice { get; private set; }

    /// <summary>Today where the trust is.</summary>
    public DateOnly Today => acting.Today;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId? lease) => await Load(lease) ? Page() : NotFound();

    /// <summary>Works an estimate out.</summary>
    public async Task<IActionResult> OnPostAsync(LeaseId? lease)
    {
        if (!await Load(lease) || Terms is null) return NotFound();
        foreach (var given in Givens) given.Source = "entered by the leaseholder for an estimate";
        var worked = await working.Compute(Terms, Givens, acting.Today, acting.Today);
        if (!this.Accepts(worked, "")) return Page();
        Estimate = DeterminationFile.Of(worked.Value, Terms.Number);
        EstimatedPrice = worked.Value.Result.MaximumPrice;
        return Page();
    }

    private async Task<bool> Load(LeaseId? asked)
    {
        if (acting.Actor.Person is not { } person) return asked is null;
        var names = await leases.Names(await leases.HeldBy(new PersonId(person)));
        Held = [.. names.Values.OrderBy(n => n.Number, StringComparer.Ordinal)];
        if (asked is { } id && !names.ContainsKey(id)) return false;
        if (Held.Count == 0) return true;
        Terms = await leases.Terms(asked ?? Held[0].Id);
        if (Terms is null) return false;
        var prices = await determinations.OfLease(Terms.Id);
        Approved = [.. prices.Where(p => p.State == DeterminationState.Approved).Take(5)];
        if (Terms.RuleHash is { } hash && await rules.Document(hash) is { } rule)
            Asked = [.. Working.ToEnter(rule, Terms).OrderBy(g => g.Optional)];
        var entered = Givens.ToLookup(g => g.Name, StringComparer.Ordinal);
        Givens = [.. Asked.Select(a => entered[a.Name].FirstOrDefault() ?? new EnteredGiven { Name = a.Name })];
        return true;
    }
}
