using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Commonstead.Tests.Tidy;

/// <summary>The words that are others in Great Britain, and the texts that say them there.</summary>
public static partial class BritishWords
{
    private const string Resources = "src/Commonstead/Platform/Web/Words.en-GB.resx";

    /// <summary>
    /// Texts that use such a word in another sense, which is the same in both countries.
    /// </summary>
    public static IReadOnlySet<string> SameInBoth { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        // A deadline as the program reads it, whatever it is called.
        "10 business days",

        // Of an account, not of a sale.
        "Closing ends every sign-in and role at once. It cannot be undone; what was done stays on record.",
    };

    /// <summary>The British text of each key.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = XDocument.Parse(SourceTree.Text(Resources))
        .Root!.Elements("data").ToDictionary(
            data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>A word in a text that nobody says so in Great Britain; null for none.</summary>
    public static string? AmericanIn(string text) =>
        American().Match(text) is { Success: true } found ? found.Value : null;

    // appraisal → valuation, closing → completion, lease fee → ground rent, and the kinds of homes and tenure.
    [GeneratedRegex(
        @"\b(apprais\w*|closing|closings|lease fees?|parcel number|assessor\w*|fee simple|condominium\w*|duplex|"
        + @"row houses?|apartments?|manufactured homes?|area median income|foreclosure\w*|neighbors?|colors?|"
        + @"favors?|payoffs?|business days?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex American();
}
