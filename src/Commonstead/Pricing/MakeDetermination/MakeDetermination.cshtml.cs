using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Series;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>Asks for the facts that a lease does not state, tries a price, or freezes it.</summary>
public sealed class MakeDeterminationModel(
    OperationRunner runner, MakeDetermination make, ILeases leases, IRuleBook rules, Working working,
    OfferedFacts sale, IAreas areas, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public MakeDeterminationInput Input { get; set; } = new();

    /// <summary>The lease.</summary>
    public LeaseTerms Terms { get; private set; } = null!;

    /// <summary>The title of its rule.</summary>
    public string RuleTitle { get; private set; } = "";

    /// <summary>What the lease states, with its source; nobody enters it again.</summary>
    public IReadOnlyList<(RuleGiven Given, string Value, string Source)> Stated { get; private set; } = [];

    /// <summary>The facts asked for: those the rule cannot do without, then the others.</summary>
    public IReadOnlyList<RuleGiven> Asked { get; private set; } = [];

    /// <summary>How many of them must be entered.</summary>
    public int Needed => Asked.Count(a => !a.Optional);

    /// <summary>Whether one that need not be entered is filled in or refused.</summary>
    public bool HasOptional => !ModelState.IsValid
        || Input.Givens.Skip(Needed).Any(g => !string.IsNullOrWhiteSpace(g.Text));

    /// <summary>The trust's currency.</summary>
    public Currency Currency => acting.Profile.Currency;

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
        var joined = await sale.Join(Terms, Input.Givens);
        if (!this.Accepts(joined)) return Page();
        var worked = await working.Compute(Terms, joined.Value, Input.AsOf, Input.KnownBy);
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
        var named = await areas.Named(terms.Facts.Values.Select(f => f.Text));
        Stated = [.. rule.Givens.Where(g => terms.Stated(g) is not null).Select(g => Shown(g, terms, named))];
        Asked = [.. Working.ToEnter(rule, terms).OrderBy(g => g.Optional)];
        var entered = Input.Givens.ToLookup(g => g.Name, StringComparer.Ordinal);
        var offered = await sale.For(id, Asked);
        Input.Givens = [.. offered.Select(o => entered[o.Name].FirstOrDefault() ?? o)];
        return true;
    }

    private (RuleGiven Given, string Value, string Source) Shown(
        RuleGiven given, LeaseTerms terms, AreaNames named)
    {
        var fact = terms.Facts[given.Name];
        var read = fact.Text is { } text ? GivenValue.ParseText(given.Type, text, fact.Source).Value : null;
        return (given, read is { } value ? value.Value.ToReader(Currency, named) : fact.Text ?? "", fact.Source);
    }
}
