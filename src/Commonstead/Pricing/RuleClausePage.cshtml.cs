using Commonstead.Core;
using Commonstead.Platform.Web;
using Commonstead.Series;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>
/// A rule as a clause to print and to sign: its words, what is computed in words, and its examples worked out.
/// </summary>
public sealed class RuleClausePageModel(RuleBook book, RuleDrafts drafts, IAreas areas) : PageModel
{
    /// <summary>The rule.</summary>
    public RuleDocument Rule { get; private set; } = null!;

    /// <summary>The resolution that adopted it; empty when it was not adopted.</summary>
    public string AdoptedUnder { get; private set; } = "";

    /// <summary>The draft it stands in; null when it is in the book.</summary>
    public RuleDraft? Draft { get; private set; }

    /// <summary>What it says in words.</summary>
    public IHtmlContent Clause { get; private set; } = HtmlString.Empty;

    /// <summary>Its formulas in words.</summary>
    public FormulaWords Formulas { get; private set; } = null!;

    /// <summary>Its examples that come to a price, each with its working.</summary>
    public IReadOnlyList<WorkedExample> Examples { get; private set; } = [];

    /// <summary>What the areas are called that it names.</summary>
    public AreaNames Areas { get; private set; } = AreaNames.None;

    /// <summary>Shows it, or answers that there is none that could be signed.</summary>
    public async Task<IActionResult> OnGetAsync(string hash)
    {
        if (await Find(hash) is not { } rule) return NotFound();
        (Rule, Clause) = (rule, RuleHtml.ClauseOf(rule.Text));
        Examples = [.. rule.Examples.Select(e => WorkedExample.Of(rule, e)).OfType<WorkedExample>()];
        Areas = await areas.Named(FormulaWords.AreasIn(rule).Concat(Examples.SelectMany(e => e.File.AreaCodes())));
        Formulas = new FormulaWords(
            rule.Givens.Select(g => (g.Name, g.Label)).Concat(rule.Steps.Select(s => (s.Name, s.Label))), Areas);
        return Page();
    }

    private async Task<RuleDocument?> Find(string hash)
    {
        if (await book.Document(hash) is { } rule)
        {
            AdoptedUnder = await book.AdoptedUnder(hash) ?? "";
            return rule;
        }

        Draft = await drafts.OfText(hash);
        return Draft is null ? null : RuleDocument.Parse(Draft.Text, "rule").Document;
    }
}

/// <summary>An example of a rule, worked out step by step.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The working.</param>
/// <param name="Price">What it comes to.</param>
public sealed record WorkedExample(string Name, DeterminationFile File, Money Price)
{
    /// <summary>Works an example out; null when the rule stops, as some examples show it must.</summary>
    internal static WorkedExample? Of(RuleDocument rule, RuleExample example) =>
        rule.Evaluate(example.Inputs).Result is { } result
            ? new WorkedExample(
                example.Name,
                DeterminationFile.Of(new Worked(rule, result, example.Inputs.AsOf, example.Inputs.KnownBy)),
                result.MaximumPrice)
            : null;
}
