using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// <c>&lt;pager page="2" last="9" href="..." /&gt;</c>: the way to the neighbouring pages.
/// Draws nothing for a single page.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pager(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The last page.</summary>
    public int Last { get; set; } = 1;

    /// <summary>Makes the address of a page.</summary>
    public Func<int, string> Href { get; set; } = page => "?page=" + page;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Last <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["Pages"].Value);
        output.Content.AppendHtml(Build.Tag("span", words["Page {0} of {1}", Page, Last]));
        var list = new TagBuilder("ul");
        if (Page > 1) list.InnerHtml.AppendHtml(Step(words["Previous page"], Page - 1, "prev"));
        if (Page < Last) list.InnerHtml.AppendHtml(Step(words["Next page"], Page + 1, "next"));
        output.Content.AppendHtml(list);
    }

    private TagBuilder Step(string text, int page, string relation)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(Build.Tag("a", text, ("href", Href(page)), ("rel", relation)));
        return item;
    }
}
