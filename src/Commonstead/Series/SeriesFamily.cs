using System.Text.RegularExpressions;

namespace Commonstead.Series;

/// <summary>
/// Series that differ in one number only, such as a limit for each size of household; alone where there is but one.
/// </summary>
/// <param name="Title">What they are, in words.</param>
/// <param name="Series">The series, each with what tells it from the others.</param>
public sealed partial record SeriesFamily(string Title, IReadOnlyList<(string Code, string Of)> Series)
{
    /// <summary>The families of each publisher, by the publisher's name and by title.</summary>
    internal static IReadOnlyList<IGrouping<string, SeriesFamily>> Of(IReadOnlyList<PublishedSeries> all) =>
    [
        .. all.GroupBy(s => (s.Publisher, Stem: StemOf(s.Code)))
            .Select(g => (g.Key.Publisher, Family: Of(
                [.. g.OrderBy(s => s.Code.Length).ThenBy(s => s.Code, StringComparer.Ordinal)])))
            .OrderBy(f => f.Family.Title, StringComparer.CurrentCulture)
            .GroupBy(f => f.Publisher, f => f.Family)
            .OrderBy(g => g.Key, StringComparer.CurrentCulture),
    ];

    private static SeriesFamily Of(PublishedSeries[] alike)
    {
        var title = alike[0].Title;
        if (alike.Length == 1) return new SeriesFamily(title, [(alike[0].Code, "")]);
        var shared = alike.Aggregate(title.Length, (length, s) => Shared(title.AsSpan(0, length), s.Title));
        return new SeriesFamily(
            title[..shared].TrimEnd(' ', ',', ':'),
            [.. alike.Select(s => (s.Code, Number().Match(s.Code).Value[1..]))]);
    }

    private static int Shared(ReadOnlySpan<char> one, string other) => one.CommonPrefixLength(other);

    private static string StemOf(string code) => Number().Replace(code, "");

    [GeneratedRegex(@"-\d{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
