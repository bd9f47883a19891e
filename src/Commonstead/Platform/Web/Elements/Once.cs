using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Commonstead.Platform.Web;

/// <summary>
/// <c>&lt;once /&gt;</c> in a form gives it an idempotency key, so that sending it twice does its work once.
/// </summary>
[HtmlTargetElement("once", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Once : TagHelper
{
    private const string Name = "_once";

    /// <summary>The key of a sent form, or null when it has none.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Form[Name].ToString() is { Length: > 0 and <= 100 } key ? key : null;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Guid.CreateVersion7().ToString("N"));
    }
}
