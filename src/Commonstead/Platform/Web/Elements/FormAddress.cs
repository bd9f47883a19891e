using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Commonstead.Platform.Web;

/// <summary>
/// Sends a form that names no handler to its page itself. The framework repeats the address the page was reached by; after
/// a button that only tries something, that address would have the next plain button try again instead of doing it.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAddress : TagHelper
{
    /// <summary>After the framework's own, which writes the address.</summary>
    public override int Order => 0;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("action") || context.AllAttributes.ContainsName("asp-page-handler"))
            return;
        if (output.Attributes["action"]?.Value?.ToString() is not { } address || !address.Contains('?')) return;
        var (path, query) = (address[..address.IndexOf('?')], QueryHelpers.ParseQuery(address[address.IndexOf('?')..]));
        query.Remove("handler");
        output.Attributes.SetAttribute("action", QueryHelpers.AddQueryString(path, query));
    }
}
