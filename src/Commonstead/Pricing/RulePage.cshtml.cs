using Commonstead.Core;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>One rule of the book as a document to read.</summary>
public sealed class RulePageModel(IRuleBook book) : PageModel
{
    // Raw HTML of a document is shown as text: a rule is read, it runs nothing.
    private static readonly MarkdownPipeline _markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The rule.</summary>
    public RuleDocument Rule { get; private set; } = null!;

    /// <summary>Its text without the title, drawn.</summary>
    public IHtmlContent Html { get; private set; } = HtmlString.Empty;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(string hash)
    {
        if (await book.Document(hash) is not { } rule) return NotFound();
        Rule = rule;
        var body = string.Join('\n', rule.Text.Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Skip(1));
        Html = new HtmlString(Markdown.ToHtml(body, _markdown));
        return Page();
    }
}
