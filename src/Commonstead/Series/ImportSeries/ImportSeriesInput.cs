using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Commonstead.Series;

/// <summary>A file of figures that was read, and what the file does not say of its publication.</summary>
public sealed class ImportSeriesInput
{
    /// <summary>The file as it was read.</summary>
    [JsonIgnore]
    public SeriesFile File { get; set; } = new([], [], [], 0);

    /// <summary>The file's name, without a folder.</summary>
    [StringLength(200, ErrorMessage = "The file's name is longer than 200 characters.")]
    public string FileName { get; set; } = "";

    /// <summary>SHA-256 of the file in lower-case hexadecimal.</summary>
    [RegularExpression("[0-9a-f]{64}", ErrorMessage = "The file's hash is 64 hexadecimal digits.")]
    public string FileHash { get; set; } = "";

    /// <summary>Who published the figures.</summary>
    [Display(Name = "Publisher")]
    [StringLength(200, ErrorMessage = "The publisher's name is longer than 200 characters.")]
    public string? Publisher { get; set; }

    /// <summary>
    /// True for a table whose every year is a release of its own, with figures in force from a day on, as HUD's.
    /// </summary>
    public bool ReleaseEachYear { get; set; }

    /// <summary>For such a table, when each year was published and took effect.</summary>
    [MaxLength(200, ErrorMessage = "Give at most 200 publications at a time.")]
    public List<Publication> Publications { get; set; } = [];

    /// <summary>For any other, the release's name; by default the day it was published.</summary>
    [Display(Name = "Name of the release")]
    [RegularExpression(@"[A-Za-z0-9][A-Za-z0-9 ._\-]{0,39}", ErrorMessage =
        "Name the release with at most 40 letters, digits, spaces, dots, hyphens and underscores, "
        + "a letter or digit first.")]
    public string? Release { get; set; }

    /// <summary>
    /// For any other, the day it was published. What was known on a day, and what a certificate cites, rest on it, so
    /// that nothing is taken for granted.
    /// </summary>
    [Display(Name = "Published on")]
    public DateOnly? Published { get; set; }

    /// <summary>The first figure date it may answer; by default the first day of its figures.</summary>
    [Display(Name = "In effect from")]
    public DateOnly? Effective { get; set; }

    /// <summary>What the series is, in words, when the file holds one series and does not say.</summary>
    [Display(Name = "Title of the series")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string? Title { get; set; }

    /// <summary>The base of an index, such as <c>1982-84=100</c>.</summary>
    [Display(Name = "Base of the index")]
    [StringLength(40, ErrorMessage = "The base is longer than 40 characters.")]
    public string? Base { get; set; }

    /// <summary>Is told how many figures are written.</summary>
    [JsonIgnore]
    public Action<int>? Progress { get; set; }
}

/// <summary>
/// When one year of a table was published and took effect, written <c>YEAR:PUBLISHED:EFFECTIVE</c>. A correction puts a
/// word after the year, <c>2026-corrected:2026-07-01:2026-05-01</c>, which names its release.
/// </summary>
/// <param name="Release">The release's name, which begins with the year.</param>
/// <param name="Published">The day it was published.</param>
/// <param name="Effective">The first day it is in force.</param>
public sealed record Publication(string Release, DateOnly Published, DateOnly Effective)
{
    private const int LongestName = 40;

    /// <summary>The year of the table.</summary>
    public int Year => int.Parse(Release.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Reads the written form.</summary>
    /// <returns>Null for anything else.</returns>
    public static Publication? Parse(string text)
    {
        var parts = text.Trim().Split(':');
        return parts.Length == 3 && IsName(parts[0]) && TryDay(parts[1], out var published)
            && TryDay(parts[2], out var effective)
            ? new Publication(parts[0], published, effective)
            : null;
    }

    /// <summary>The written form.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Release}:{Published:yyyy-MM-dd}:{Effective:yyyy-MM-dd}");

    private static bool IsName(string text) =>
        text.Length is >= 4 and <= LongestName
        && FigurePeriod.TryParse(text[..4], out _)
        && (text.Length == 4 || text[4] == '-')
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_');

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
