using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Commonstead.Pricing;

/// <summary>Draws a rule document as a page to read, without its title.</summary>
public static class RuleHtml
{
    // Raw HTML of a document is shown as text: a rule is read, it runs nothing.
    private static readonly MarkdownPipeline _markdown =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The document below its title.</summary>
    public static IHtmlContent Of(string text) => new HtmlString(Markdown.ToHtml(Untitled(text), _markdown));

    /// <summary>
    /// What the document says in words: without its title and without the blocks that define and test it.
    /// </summary>
    public static IHtmlContent ClauseOf(string text)
    {
        var document = Markdown.Parse(Untitled(text), _markdown);
        foreach (var block in document.Descendants<FencedCodeBlock>().Where(IsOurs).ToList())
            block.Parent!.Remove(block);
        return new HtmlString(document.ToHtml(_markdown));
    }

    /// <summary>The document's title.</summary>
    public static string TitleOf(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? "";

    /// <summary>The first paragraph under the title: the clause in a sentence or two.</summary>
    public static string SummaryOf(string text)
    {
        var paragraph = text.Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Skip(1)
            .SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line));
        return string.Join(' ', paragraph).Replace("**", "", StringComparison.Ordinal);
    }

    private static string Untitled(string text) => string.Join(
        '\n', text.Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Skip(1));

    private static bool IsOurs(FencedCodeBlock block) => block.Info is "rule" or "example";
}
