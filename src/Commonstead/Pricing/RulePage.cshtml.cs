using Commonstead.Core;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>One rule of the book as a document to read.</summary>
public sealed class RulePageModel(RuleBook book, IRuleDrafts drafts) : PageModel
{
    /// <summary>The rule.</summary>
    public RuleDocument Rule { get; private set; } = null!;

    /// <summary>The resolution that adopted it.</summary>
    public string AdoptedUnder { get; private set; } = "";

    /// <summary>Its text without the title, drawn.</summary>
    public IHtmlContent Html { get; private set; } = HtmlString.Empty;

    /// <summary>Its examples with what they come to now.</summary>
    public IReadOnlyList<ExampleShown> Examples { get; private set; } = [];

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(string hash)
    {
        if (await book.Document(hash) is not { } rule)
            return await drafts.Document(hash) is null ? NotFound() : Redirect($"/rules/{hash}/clause");
        Rule = rule;
        AdoptedUnder = await book.AdoptedUnder(hash) ?? "";
        Examples = [.. rule.Examples.Select(example => ExampleShown.Of(rule, example))];
        Html = RuleHtml.Of(rule.Text);
        return Page();
    }
}

/// <summary>An example of a rule as it came out just now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Price">The price, or null when the rule stops.</param>
/// <param name="Differs">Where it came out otherwise than the document says.</param>
/// <param name="Says">Why the rule stops, or where the example differs; else empty.</param>
public sealed record ExampleShown(string Name, Money? Price, IReadOnlyList<RuleError> Differs, string Says)
{
    /// <summary>True when it came out as the document says.</summary>
    public bool Holds => Differs.Count == 0;

    /// <summary>Computes an example.</summary>
    internal static ExampleShown Of(RuleDocument rule, RuleExample example)
    {
        var outcome = rule.Evaluate(example.Inputs);
        var differs = example.Run();
        var says = differs.Count > 0 ? differs[0].Message : outcome.Error?.Message ?? "";
        return new ExampleShown(example.Name, outcome.Result?.MaximumPrice, differs, says);
    }
}
