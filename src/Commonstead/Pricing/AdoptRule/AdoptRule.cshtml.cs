using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Pricing;

/// <summary>Puts a shipped rule, or one's own document, into the rule book.</summary>
public sealed class AdoptRuleModel(OperationRunner runner, AdoptRule adopt, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AdoptRuleInput Input { get; set; } = new();

    /// <summary>A shipped rule to begin from.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Rule")]
    public string? Shipped { get; set; }

    /// <summary>The shipped rules in the trust's currency, by title and by their names within the book.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form, with a shipped document when one was chosen.</summary>
    public async Task OnGetAsync()
    {
        var files = Load();
        if (files.Find(f => RuleFiles.ShortName(f) == Shipped) is { } file)
            Input.Text = await System.IO.File.ReadAllTextAsync(file);
    }

    /// <summary>Adds the rule.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        var outcome = await runner.Run(adopt, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect("/rules") : Page();
    }

    private List<string> Load()
    {
        var fitting = RuleBook.Shipped()
            .Select(f => (File: f, Rule: RuleFiles.Parse(f, RuleFiles.ShortName(f)).Document))
            .Where(f => f.Rule?.Currency == acting.Profile.Currency).DistinctBy(f => f.Rule!.Hash).ToList();
        var titles = fitting.ToLookup(f => f.Rule!.Title, StringComparer.Ordinal);
        Choices = [.. fitting.Select(f => Choice(f.Rule!.Title, RuleFiles.ShortName(f.File)))];
        return fitting.ConvertAll(f => f.File);

        SelectListItem Choice(string title, string name) =>
            new(titles[title].Count() == 1 ? title : $"{title} ({name})", name);
    }
}
