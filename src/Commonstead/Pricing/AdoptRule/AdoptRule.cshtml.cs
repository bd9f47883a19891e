using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Pricing;

/// <summary>Puts a shipped rule, or one's own document, into the rule book.</summary>
public sealed class AdoptRuleModel(OperationRunner runner, AdoptRule adopt) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AdoptRuleInput Input { get; set; } = new();

    /// <summary>A shipped rule to begin from.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Rule")]
    public string? Shipped { get; set; }

    /// <summary>The shipped rules by title.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form, with a shipped document when one was chosen.</summary>
    public async Task OnGetAsync()
    {
        var files = Load();
        if (files.FirstOrDefault(f => Path.GetFileName(f) == Shipped) is { } file)
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
        var files = RuleBook.Shipped().ToList();
        Choices = [.. files.Select(f => new SelectListItem(TitleOf(f), Path.GetFileName(f)))];
        return files;
    }

    private static string TitleOf(string file) =>
        System.IO.File.ReadLines(file).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? file;
}
