using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>Asks for the facts that a lease does not state, tries a price, or freezes it.</summary>
public sealed class MakeDeterminationModel(
    OperationRunner runner, MakeDetermination make, ILeases leases, IRuleBook rules, Working working,
    IEnumerable<ISaleFacts> sales, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public MakeDeterminationInput Input { get; set; } = new();

    /// <summary>The lease.</summary>
    public LeaseTerms Terms { get; private set; } = null!;

    /// <summary>The title of its rule.</summary>
    public string RuleTitle { get; private set; } = "";

    /// <summary>The facts asked for, in the order of the form.</summary>
    public IReadOnlyList<RuleGiven> Asked { get; private set; } = [];

    /// <summary>A price that was tried, not frozen.</summary>
    public DeterminationFile? Tried { get; private set; }

    /// <summary>The tried price for its heading.</summary>
    public string TriedPrice { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId lease)
    {
        Input.AsOf = Input.KnownBy = acting.Today;
        return await Load(lease) ? Page() : NotFound();
    }

    /// <summary>Freezes the price.</summary>
    public async Task<IActionResult> OnPostAsync(LeaseId lease)
    {
        if (!await Load(lease)) return NotFound();
        var outcome = await runner.Run(make, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/prices/{outcome.Value}") : Page();
    }

    /// <summary>Works the price out without recording anything.</summary>
    public async Task<IActionResult> OnPostTryAsync(LeaseId lease)
    {
        if (!await Load(lease)) return NotFound();
        var worked = await working.Compute(Terms, Input.Givens, Input.AsOf, Input.KnownBy);
        if (!this.Accepts(worked)) return Page();
        Tried = DeterminationFile.Of(worked.Value, Terms.Number);
        TriedPrice = worked.Value.Result.MaximumPrice.ToReader();
        return Page();
    }

    private async Task<bool> Load(LeaseId id)
    {
        if (await leases.Terms(id) is not { } terms) return false;
        Terms = terms;
        Input.Lease = id;
        if (terms.RuleHash is not { } hash || await rules.Document(hash) is not { } rule)
        {
            RuleTitle = "not recorded";
            return true;
        }

        RuleTitle = rule.Title;
        Asked = [.. Working.ToEnter(rule, terms)];
        var entered = Input.Givens.ToLookup(g => g.Name, StringComparer.Ordinal);
        var offered = await Offered(id);
        Input.Givens = [.. Asked.Select(a => entered[a.Name].FirstOrDefault() ?? Prefilled(a.Name, offered))];
        return true;
    }

    private async Task<Dictionary<string, StatedFact>> Offered(LeaseId id)
    {
        var offered = new Dictionary<string, StatedFact>(StringComparer.Ordinal);
        foreach (var sale in sales)
        {
            foreach (var (name, fact) in await sale.Of(id)) offered[name] = fact;
        }

        return offered;
    }

    private static EnteredGiven Prefilled(string name, Dictionary<string, StatedFact> offered) =>
        offered.GetValueOrDefault(name) is { } fact
            ? new EnteredGiven { Name = name, Text = fact.Text, Source = fact.Source }
            : new EnteredGiven { Name = name };
}
