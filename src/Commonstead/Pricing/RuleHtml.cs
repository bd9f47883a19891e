using Markdig;
using Microsoft.AspNetCore.Html;

namespace Commonstead.Pricing;

/// <summary>Draws a rule document as a page to read, without its title.</summary>
internal static class RuleHtml
{
    // Raw HTML of a document is shown as text: a rule is read, it runs nothing.
    private static readonly MarkdownPipeline _markdown =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The document below its title.</summary>
    public static IHtmlContent Of(string text)
    {
        var lines = text.Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).Skip(1);
        return new HtmlString(Markdown.ToHtml(string.Join('\n', lines), _markdown));
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
}
