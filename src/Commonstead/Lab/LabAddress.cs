using System.Collections;
using System.Globalization;

namespace Commonstead.Lab;

/// <summary>Writes a study as an address has it.</summary>
internal static class LabAddress
{
    private const string Prefix = "Ask.";

    /// <summary>Every setting that has a value.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(LabQuestion question) =>
        from property in question.GetType().GetProperties()
        let value = property.GetValue(question)
        from one in value is IEnumerable and not string ? ((IEnumerable)value).Cast<object>() : [value]
        where one is not null || value is IList
        select KeyValuePair.Create<string, string?>(
            Prefix + property.Name, Convert.ToString(one, CultureInfo.InvariantCulture));
}
