using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Pricing;

/// <summary>Puts a shipped rule, or one's own document, into the rule book.</summary>
public sealed class AdoptRuleModel(
    OperationRunner runner, AdoptRule adopt, Acting acting, IEnumerable<IPermitsRules> permits) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AdoptRuleInput Input { get; set; } = new();

    /// <summary>A shipped rule to propose.</summary>
    [Display(Name = "Rule")]
    public string? Shipped { get; set; }

    /// <summary>The shipped rules in the trust's currency, by title and by their names within the book.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Rules that were resolved and wait to come into the book.</summary>
    public IReadOnlyList<PermittedRule> Waiting { get; private set; } = [];

    /// <summary>Shows what waits, and the rules one may propose.</summary>
    public Task OnGetAsync() => Load();

    /// <summary>Adds the rule.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var outcome = await runner.Run(adopt, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect("/rules") : Page();
    }

    private async Task Load()
    {
        var waiting = new List<PermittedRule>();
        foreach (var permit in permits) waiting.AddRange(await permit.Waiting());
        Waiting = waiting;
        var fitting = RuleBook.Shipped()
            .Select(f => (File: f, Rule: RuleFiles.Parse(f, RuleFiles.ShortName(f)).Document))
            .Where(f => f.Rule?.Currency == acting.Profile.Currency).DistinctBy(f => f.Rule!.Hash).ToList();
        var titles = fitting.ToLookup(f => f.Rule!.Title, StringComparer.Ordinal);
        Choices = [.. fitting.Select(f => Choice(f.Rule!.Title, RuleFiles.ShortName(f.File)))];

        SelectListItem Choice(string title, string name) =>
            new(titles[title].Count() == 1 ? title : $"{title} ({name})", name);
    }
}
