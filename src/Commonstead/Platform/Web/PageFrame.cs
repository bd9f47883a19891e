using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Platform.Web;

/// <summary>
/// What the frame of a page shows and follows for the trust of this request; set once the trust is known.
/// </summary>
public sealed class PageFrame
{
    /// <summary>The trust's name, in the masthead and the page title.</summary>
    public string TrustName { get; set; } = "Commonstead";

    /// <summary>
    /// The culture of the trust's country: its words, and its formats where the reader has no preference.
    /// </summary>
    public CultureInfo Culture { get; set; } = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The currency that typed amounts are in.</summary>
    public Currency Currency { get; set; } = Currency.Usd;

    /// <summary>The trust's time zone; instants are shown in it.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>A line above everything, such as that this is a demonstration.</summary>
    public string? Notice { get; set; }

    /// <summary>Who is signed in, as the masthead names them; null for a visitor.</summary>
    public string? SignedInAs { get; set; }

    /// <summary>Whether the reader holds a permission; decides which navigation entries show.</summary>
    public Func<string, bool> Allows { get; set; } = _ => false;

    /// <summary>The body class that chooses the paper: Letter in North America, A4 elsewhere.</summary>
    public string PaperClass =>
        Culture.Name is "en-US" or "en-CA" or "es-US" or "fr-CA" ? "paper-letter" : "paper-a4";
}

/// <summary>One entry of the navigation, registered by the capability it leads to.</summary>
/// <param name="Text">English text, the key of its translation.</param>
/// <param name="Href">Where it leads, such as <c>/land</c>.</param>
/// <param name="Permission">The permission it needs; null when everyone sees it.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Group">
/// English text of what it belongs to: entries of one group stand behind one word, and beside each other on their
/// pages.
/// </param>
public sealed record NavigationEntry(string Text, string Href, string? Permission, int Order, string? Group = null)
{
    /// <summary>Whether a page under this path belongs to the entry.</summary>
    public bool Holds(PathString path) =>
        Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
