using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// <c>&lt;what-changed record="parcel.Id" /&gt;</c>: leads from a record's page to its part of the audit trail, for
/// those who may read it.
/// </summary>
[HtmlTargetElement("what-changed", Attributes = "record", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhatChanged(PageFrame frame, IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>The record's id.</summary>
    public IRecordId? Record { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Record is null || !frame.Allows(AuditPermission.See))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "quiet what-changed");
        output.Content.SetHtmlContent(Build.Tag(
            "a", words["What changed here"], ("href", "/audit?record=" + RecordIds.Text(Record.Value))));
    }
}
