using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>Short ways to make the tags that the elements of pages consist of; all text is encoded.</summary>
internal static class Build
{
    /// <summary>A tag with text and attributes; an attribute whose value is null is left out.</summary>
    public static TagBuilder Tag(
        string name,
        string? text,
        params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var tag = new TagBuilder(name);
        if (text is not null) tag.InnerHtml.Append(text);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null) tag.Attributes[attribute] = value;
        }

        if (name is "input") tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    /// <summary>
    /// The id of the control that a model path such as <c>Input.Name</c> stands for: <c>Input_Name</c>.
    /// </summary>
    public static string IdOf(string path, IHtmlGenerator html) =>
        TagBuilder.CreateSanitizedId(path, html.IdAttributeDotReplacement);

    /// <summary>What an error says to the reader; one without words (a failed conversion) gets plain ones.</summary>
    public static string TextOf(ModelError error, IStringLocalizer words) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : words["Check what was entered here"];
}
