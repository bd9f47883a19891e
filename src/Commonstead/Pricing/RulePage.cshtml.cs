using Commonstead.Core;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>One rule of the book as a document to read.</summary>
public sealed class RulePageModel(IRuleBook book) : PageModel
{
    /// <summary>The rule.</summary>
    public RuleDocument Rule { get; private set; } = null!;

    /// <summary>Its text without the title, drawn.</summary>
    public IHtmlContent Html { get; private set; } = HtmlString.Empty;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(string hash)
    {
        if (await book.Document(hash) is not { } rule) return NotFound();
        Rule = rule;
        Html = RuleHtml.Of(rule.Text);
        return Page();
    }
}
