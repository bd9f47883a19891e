using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary><c>&lt;story entries="..." /&gt;</c>: what happened to a record, by date, in the reader's words.</summary>
[HtmlTargetElement("story", Attributes = "entries", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Story(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>What happened, in the order shown.</summary>
    public IReadOnlyList<StoryEntry> Entries { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "timeline");
        foreach (var entry in Entries) output.Content.AppendHtml(Line(entry));
    }

    private TagBuilder Line(StoryEntry entry)
    {
        var day = Build.Tag("time", entry.Date.ToReader(), ("datetime", entry.Date.ToString("yyyy-MM-dd", null)));
        var told = Build.Tag("div", null);
        if (entry.Kind.Length > 0)
        {
            told.InnerHtml.AppendHtml(Build.Tag("strong", words[entry.Kind]));
            told.InnerHtml.Append(" ");
        }

        var text = entry.Said.In(words);
        if (entry.Link is { } link) told.InnerHtml.AppendHtml(Build.Tag("a", text, ("href", link)));
        else told.InnerHtml.Append(text);
        if (entry.Note.Length > 0)
        {
            told.InnerHtml.Append(" ");
            told.InnerHtml.AppendHtml(Build.Tag("span", entry.Note, ("class", "quiet")));
        }

        var line = Build.Tag("li", null);
        line.InnerHtml.AppendHtml(day);
        line.InnerHtml.AppendHtml(told);
        return line;
    }
}
