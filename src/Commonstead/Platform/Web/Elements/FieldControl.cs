using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Core;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>How a question is answered.</summary>
internal enum ControlKind
{
    Input,
    TextArea,
    Select,
    Radios,
    Checkbox,
}

/// <summary>
/// The control inside a <see cref="Field"/>: chosen by the type and attributes of the model's property.
/// </summary>
internal sealed class FieldControl
{
    private const int _mostRadios = 5;

    public required string Name { get; init; }
    public required string Id { get; init; }
    public required ModelMetadata Metadata { get; init; }
    public required string? Typed { get; init; }
    public required object? Value { get; init; }
    public required bool Failed { get; init; }
    public required string? DescribedBy { get; init; }
    public required bool Needed { get; init; }
    public required IReadOnlyList<SelectListItem>? Options { get; init; }
    public required string? As { get; init; }
    public required string? Autocomplete { get; init; }
    public required string? Suffix { get; init; }
    public required string? Accept { get; init; }
    public required Currency Currency { get; init; }
    public required IStringLocalizer Words { get; init; }

    /// <summary>Which control the property gets; <c>as="..."</c> overrules.</summary>
    public ControlKind Kind => As switch
    {
        "select" => ControlKind.Select,
        "radios" => ControlKind.Radios,
        "textarea" => ControlKind.TextArea,
        not null => ControlKind.Input,
        _ when Options is not null => ControlKind.Select,
        _ when Metadata.IsEnum && !Metadata.IsFlagsEnum =>
            Enum.GetValues(Type).Length <= _mostRadios ? ControlKind.Radios : ControlKind.Select,
        _ when Type == typeof(bool) => ControlKind.Checkbox,
        _ when Metadata.DataTypeName == nameof(DataType.MultilineText) => ControlKind.TextArea,
        _ => ControlKind.Input,
    };

    public IHtmlContent Draw() => Kind switch
    {
        ControlKind.Select => DrawSelect(),
        ControlKind.Radios => DrawRadios(),
        ControlKind.Checkbox => DrawCheckbox(),
        ControlKind.TextArea => DrawTextArea(),
        _ => DrawInput(),
    };

    private Type Type => Metadata.UnderlyingOrModelType;

    private bool IsMoney => Type == typeof(Money);

    private bool IsWhole => Type == typeof(int) || Type == typeof(long) || Type == typeof(short);

    private bool IsNumber => IsWhole || Type == typeof(decimal) || Type == typeof(double);

    private TagBuilder Control(string tag)
    {
        var control = Build.Tag(tag, null, ("id", Id), ("name", Name), ("aria-describedby", DescribedBy),
            ("aria-invalid", Failed ? "true" : null), ("aria-required", Needed ? "true" : null),
            ("autocomplete", Autocomplete));
        if (tag is "input" or "textarea" && LongestText is { } longest)
            control.Attributes["maxlength"] = longest.ToString(CultureInfo.InvariantCulture);
        return control;
    }

    private int? LongestText =>
        Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length
        ?? Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength;

    private IHtmlContent DrawInput()
    {
        var type = InputType();
        var input = Control("input");
        input.Attributes["type"] = type;
        if (IsNumber || IsMoney) input.Attributes["inputmode"] = IsWhole ? "numeric" : "decimal";
        if (type == "file") input.Attributes["accept"] = Accept ?? "";
        // A password is never sent back to the browser, nor can a file be.
        if (type is not ("password" or "file")) input.Attributes["value"] = Text(type == "date");
        if (IsNumber || IsMoney || type == "date") input.Attributes["autocomplete"] = Autocomplete ?? "off";
        var prefix = IsMoney ? Currency.Symbol().Trim() : null;
        return prefix is null && Suffix is null ? Short(input, type) : Affixed(input, prefix);
    }

    private string InputType() => As ?? Metadata.DataTypeName switch
    {
        nameof(DataType.Password) => "password",
        nameof(DataType.EmailAddress) => "email",
        nameof(DataType.PhoneNumber) => "tel",
        nameof(DataType.Url) => "url",
        _ when Type == typeof(DateOnly) => "date",
        _ when Type == typeof(TimeOnly) => "time",
        _ when typeof(IFormFile).IsAssignableFrom(Type) => "file",
        _ => "text",
    };

    private IHtmlContent Short(TagBuilder input, string type)
    {
        if (!IsNumber && type is not ("date" or "time")) return input;
        var box = Build.Tag("div", null, ("class", "field-short"));
        box.InnerHtml.AppendHtml(input);
        return box;
    }

    private TagBuilder Affixed(TagBuilder input, string? prefix)
    {
        var box = Build.Tag("div", null, ("class", "field-affixed"));
        if (prefix is not null) box.InnerHtml.AppendHtml(Build.Tag("span", prefix, ("class", "field-affix")));
        box.InnerHtml.AppendHtml(input);
        if (Suffix is not null) box.InnerHtml.AppendHtml(Build.Tag("span", Words[Suffix], ("class", "field-affix")));
        return box;
    }

    private TagBuilder DrawTextArea()
    {
        var area = Control("textarea");
        area.Attributes["rows"] = "5";
        // Browsers drop one line break after the opening tag, so that one is added to keep the reader's own.
        area.InnerHtml.Append("\n" + Text(false));
        return area;
    }

    private TagBuilder DrawCheckbox()
    {
        var box = Control("input");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        var ticked = Typed is null ? Value is true : Typed.StartsWith("true", StringComparison.OrdinalIgnoreCase);
        if (ticked) box.Attributes["checked"] = "checked";
        return box;
    }

    private TagBuilder DrawSelect()
    {
        var select = Control("select");
        var chosen = Chosen();
        if (Options is null || Options.All(option => option.Value.Length > 0))
            select.InnerHtml.AppendHtml(Build.Tag("option", Needed ? Words["Choose…"] : Words["None"], ("value", "")));
        foreach (var option in Choices())
        {
            select.InnerHtml.AppendHtml(Build.Tag("option", option.Text, ("value", option.Value),
                ("selected", IsChosen(option, chosen) ? "selected" : null),
                ("disabled", option.Disabled ? "disabled" : null)));
        }

        return select;
    }

    private HtmlContentBuilder DrawRadios()
    {
        var all = new HtmlContentBuilder();
        var chosen = Chosen();
        var first = true;
        foreach (var option in Choices())
        {
            // The first answer carries the field's own id, so that the error summary leads to it.
            var id = first ? Id : Id + "-" + option.Value;
            var row = Build.Tag("div", null, ("class", "choice"));
            row.InnerHtml.AppendHtml(Build.Tag("input", null, ("type", "radio"), ("id", id), ("name", Name),
                ("value", option.Value), ("checked", IsChosen(option, chosen) ? "checked" : null)));
            row.InnerHtml.AppendHtml(Build.Tag("label", option.Text, ("for", id)));
            all.AppendHtml(row);
            first = false;
        }

        return all;
    }

    private static bool IsChosen(SelectListItem option, string? chosen) =>
        chosen is null ? option.Selected : string.Equals(option.Value, chosen, StringComparison.Ordinal);

    private string? Chosen() => Typed ?? (Value is null || IsUnsetEnum ? null : Text(false));

    // A required enum that nobody has chosen yet holds its zero; showing that as chosen would answer for the reader.
    private bool IsUnsetEnum => Metadata.IsEnum && Value is Enum value && !Enum.IsDefined(Type, value);

    private IEnumerable<SelectListItem> Choices() =>
        Options ?? Metadata.EnumGroupedDisplayNamesAndValues?.Select(pair =>
            new SelectListItem(Words[pair.Key.Name], EnumName(pair.Value))) ?? [];

    private string EnumName(string number) =>
        Enum.GetName(Type, Enum.Parse(Type, number)) ?? number;

    private string Text(bool iso) => Typed ?? Value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        // Nobody has said an amount yet.
        Money { Currency: var none } when none == default => "",
        Money money => money.Amount.ToString("N" + money.Currency.Decimals, CultureInfo.CurrentCulture),
        DateTime when iso => "",
        decimal number => number.ToString("0.############################", CultureInfo.CurrentCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        IEnumerable and not string => "",
        var other => other.ToString() ?? "",
    };
}
