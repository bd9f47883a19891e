using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// <c>&lt;field for="Input.Name" hint="..." /&gt;</c>: a question of a form with its label, hint, error and the control
/// its type calls for. What was typed stays, even when it could not be read.
/// </summary>
/// <remarks>
/// Dates use the browser's own date control: it shows the reader's order of day and month, offers a calendar, works by
/// keyboard, and cannot produce a date that does not exist. Three boxes would ask for three values and mix up 3/4.
/// Numbers and money are text with a numeric keyboard, because number controls change by scrolling and drop what they
/// cannot read.
/// </remarks>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Field(IStringLocalizer<Words> words, IHtmlGenerator html, PageFrame frame) : TagHelper
{
    /// <summary>The model's property.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Help under the label, in the words of the page.</summary>
    public string? Hint { get; set; }

    /// <summary>The label; by default the property's <see cref="DisplayAttribute"/>, translated.</summary>
    public string? Label { get; set; }

    /// <summary>The choices of a select or of radios; enums bring their own.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>
    /// Forces a control: <c>select</c>, <c>radios</c>, <c>textarea</c>, or an input type such as <c>tel</c>.
    /// </summary>
    public string? As { get; set; }

    /// <summary>
    /// The <c>autocomplete</c> token, for facts about the reader: <c>username</c>, <c>new-password</c>.
    /// </summary>
    public string? Autocomplete { get; set; }

    /// <summary>A unit after the control, such as <c>%</c> or <c>acres</c>.</summary>
    public string? Suffix { get; set; }

    /// <summary>Whether an answer is needed; by default what the model says.</summary>
    public bool? Required { get; set; }

    /// <summary>What a file control accepts, such as <c>.csv,text/csv</c>.</summary>
    public string? Accept { get; set; }

    /// <summary>The page being drawn.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        ViewContext.ViewData.ModelState.TryGetValue(name, out var state);
        var error = state?.Errors.Count > 0 ? Build.TextOf(state.Errors[0], words) : null;
        var control = new FieldControl
        {
            Name = name,
            Id = Build.IdOf(name, html),
            Metadata = For.Metadata,
            Typed = state?.AttemptedValue,
            Value = For.Model,
            Failed = error is not null,
            DescribedBy = DescribedBy(Build.IdOf(name, html), error),
            Needed = IsNeeded,
            Options = Options?.ToList(),
            As = As,
            Autocomplete = Autocomplete,
            Suffix = Suffix,
            Accept = Accept,
            Currency = frame.Currency,
            Words = words,
        };
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field-invalid");
        if (control.Kind == ControlKind.Checkbox) DrawCheckbox(output, control, error);
        else if (control.Kind == ControlKind.Radios) DrawRadios(output, control, error);
        else DrawPlain(output, control, error);
    }

    private bool IsNeeded =>
        Required ?? (For.Metadata.IsRequired && For.Metadata.UnderlyingOrModelType != typeof(bool));

    private string LabelText => Label ?? words[For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? For.Name];

    private void DrawPlain(TagHelperOutput output, FieldControl control, string? error)
    {
        var label = Build.Tag("label", LabelText, ("for", control.Id));
        AppendNeed(label);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content, control.Id, error);
        output.Content.AppendHtml(control.Draw());
    }

    private void DrawRadios(TagHelperOutput output, FieldControl control, string? error)
    {
        var group = Build.Tag("fieldset", null, ("aria-describedby", control.DescribedBy));
        var legend = Build.Tag("legend", LabelText);
        AppendNeed(legend);
        group.InnerHtml.AppendHtml(legend);
        AppendHintAndError(group.InnerHtml, control.Id, error);
        group.InnerHtml.AppendHtml(control.Draw());
        output.Content.AppendHtml(group);
    }

    private void DrawCheckbox(TagHelperOutput output, FieldControl control, string? error)
    {
        var row = Build.Tag("div", null, ("class", "choice"));
        row.InnerHtml.AppendHtml(control.Draw());
        var label = Build.Tag("label", LabelText, ("for", control.Id));
        AppendNeed(label);
        row.InnerHtml.AppendHtml(label);
        AppendHintAndError(row.InnerHtml, control.Id, error);
        output.Content.AppendHtml(row);
        // A box left empty sends nothing; this tells the binder that the question was asked.
        output.Content.AppendHtml(
            Build.Tag("input", null, ("type", "hidden"), ("name", control.Name), ("value", "false")));
    }

    private void AppendNeed(TagBuilder label)
    {
        if (!IsNeeded) return;
        label.InnerHtml.Append(" ");
        label.InnerHtml.AppendHtml(Build.Tag("span", words["(required)"], ("class", "field-need")));
    }

    private void AppendHintAndError(Microsoft.AspNetCore.Html.IHtmlContentBuilder content, string id, string? error)
    {
        if (Hint is not null)
            content.AppendHtml(Build.Tag("span", words[Hint], ("class", "field-hint"), ("id", id + "-hint")));
        if (error is null) return;
        var line = Build.Tag("span", null, ("class", "field-error"), ("id", id + "-error"));
        line.InnerHtml.AppendHtml(Build.Tag("span", words["Error:"] + " ", ("class", "visually-hidden")));
        line.InnerHtml.Append(error);
        content.AppendHtml(line);
    }

    private string? DescribedBy(string id, string? error)
    {
        string?[] ids = [Hint is null ? null : id + "-hint", error is null ? null : id + "-error"];
        var present = string.Join(' ', ids.Where(one => one is not null));
        return present.Length == 0 ? null : present;
    }
}
