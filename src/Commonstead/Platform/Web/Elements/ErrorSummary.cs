using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: stands at the top of a form's page, names every mistake and leads to its field.
/// Draws nothing while there is none.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(IStringLocalizer<Words> words, IHtmlGenerator html) : TagHelper
{
    /// <summary>The page being drawn.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml(Build.Tag("h2", words["There is a problem"], ("id", "error-summary-title")));
        output.Content.AppendHtml(ListOfErrors(state));
    }

    private TagBuilder ListOfErrors(ModelStateDictionary state)
    {
        var list = new TagBuilder("ul");
        foreach (var (key, entry) in state.OrderBy(pair => PlaceOf(pair.Key)))
        {
            foreach (var error in entry?.Errors ?? [])
            {
                var text = Build.TextOf(error, words);
                var item = new TagBuilder("li");
                if (key.Length == 0) item.InnerHtml.Append(text);
                else item.InnerHtml.AppendHtml(Build.Tag("a", text, ("href", "#" + Build.IdOf(key, html))));
                list.InnerHtml.AppendHtml(item);
            }
        }

        return list;
    }

    // Mistakes are named in the order of the model's properties, which is the order of the questions.
    private int PlaceOf(string key)
    {
        ModelMetadata? metadata = ViewContext.ViewData.ModelMetadata;
        var place = 0;
        foreach (var part in key.Split('.'))
        {
            var properties = metadata?.Properties.ToList() ?? [];
            var index = properties.FindIndex(one => one.PropertyName == part.Split('[')[0]);
            metadata = index < 0 ? null : properties[index];
            place = (place * 100) + index + 1;
        }

        return place;
    }
}
