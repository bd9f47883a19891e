using Commonstead.Core;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>How something stands, for the colour of a <see cref="StatusTag"/>; the words always say it too.</summary>
public enum StatusKind
{
    /// <summary>Nothing to do.</summary>
    Plain,

    /// <summary>Late.</summary>
    Overdue,

    /// <summary>To be done soon.</summary>
    Due,

    /// <summary>Waiting for someone.</summary>
    Waiting,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Something is about to be lost for good; louder than late.</summary>
    Alarm,
}

/// <summary><c>&lt;status-tag kind="Overdue"&gt;…&lt;/status-tag&gt;</c>: a word in a coloured pill.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTag : TagHelper
{
    /// <summary>Decides the colour.</summary>
    public StatusKind Kind { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", ClassOf(Kind));
    }

    internal static string ClassOf(StatusKind kind) => kind switch
    {
        StatusKind.Overdue => "status-tag status-overdue",
        StatusKind.Due => "status-tag status-due",
        StatusKind.Waiting => "status-tag status-waiting",
        StatusKind.Done => "status-tag status-done",
        StatusKind.Alarm => "status-tag status-alarm",
        _ => "status-tag",
    };
}

/// <summary>
/// <c>&lt;empty-state heading="No parcels yet"&gt;what to do first&lt;/empty-state&gt;</c>:
/// where nothing is, a first step.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyState(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>What is missing, in words.</summary>
    public string Heading { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty-state");
        output.PreContent.AppendHtml(Build.Tag("h2", words[Heading]));
    }
}

/// <summary><c>&lt;summary-list&gt;</c>: facts of one thing, each a <see cref="SummaryRow"/>.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryList : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary-list");
    }
}

/// <summary>
/// <c>&lt;summary-row term="Purchase price"&gt;…&lt;/summary-row&gt;</c>: one fact;
/// without content it says "Not recorded".
/// </summary>
[HtmlTargetElement("summary-row", ParentTag = "summary-list")]
public sealed class SummaryRow(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>What the fact is, in English.</summary>
    public string Term { get; set; } = "";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "summary-row");
        var fact = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("dd");
        if (content.IsEmptyOrWhiteSpace)
            fact.InnerHtml.AppendHtml(Build.Tag("span", words["Not recorded"], ("class", "quiet")));
        else fact.InnerHtml.AppendHtml(content);
        output.Content.SetHtmlContent(Build.Tag("dt", words[Term]));
        output.Content.AppendHtml(fact);
    }
}

/// <summary>
/// <c>&lt;money value="..." /&gt;</c>: an amount in the reader's number format; nothing when there is none.
/// </summary>
[HtmlTargetElement("money", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyElement : TagHelper
{
    /// <summary>The amount.</summary>
    public Money? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is { } money) output.Content.Append(money.ToReader());
    }
}

/// <summary><c>&lt;date value="..." /&gt;</c>: a legal date, or an instant in the trust's time zone.</summary>
[HtmlTargetElement("date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateElement(PageFrame frame) : TagHelper
{
    /// <summary>A date.</summary>
    public DateOnly? Value { get; set; }

    /// <summary>An instant in UTC, where the hour matters.</summary>
    public DateTime? Instant { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is { } date)
        {
            output.Attributes.SetAttribute("datetime", date.ToString("yyyy-MM-dd", null));
            output.Content.Append(date.ToReader());
        }
        else if (Instant is { } instant)
        {
            output.Attributes.SetAttribute("datetime", instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
            output.Content.Append(instant.ToReader(frame.TimeZone));
        }
        else output.SuppressOutput();
    }
}

/// <summary>
/// <c>&lt;breadcrumbs trail="..." /&gt;</c>: the way back up; each pair is a text and an address.
/// </summary>
[HtmlTargetElement("breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Breadcrumbs(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>From the top down, without the page itself.</summary>
    public IEnumerable<(string Text, string Href)> Trail { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "breadcrumbs");
        output.Attributes.SetAttribute("aria-label", words["Breadcrumbs"].Value);
        var list = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("ol");
        foreach (var (text, href) in Trail)
        {
            var item = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("li");
            item.InnerHtml.AppendHtml(Build.Tag("a", words[text], ("href", href)));
            list.InnerHtml.AppendHtml(item);
        }

        output.Content.SetHtmlContent(list);
    }
}
