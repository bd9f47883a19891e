using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Commonstead.Platform.Web;

/// <summary>
/// Sends a form that names no handler to its page itself. Left alone, the browser repeats the address it stands at;
/// after a button that only tries something, that address would have the plain button try again instead of doing it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAddress : TagHelper
{
    /// <summary>The page that is drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>After the framework's own, which would take an address for another site's and leave out its token.
    /// </summary>
    public override int Order => 0;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        if (!request.Query.ContainsKey("handler") || output.Attributes.ContainsName("action")) return;
        var rest = request.Query.Where(part => part.Key != "handler");
        output.Attributes.SetAttribute("action",
            QueryHelpers.AddQueryString(request.PathBase + request.Path, rest));
    }
}
