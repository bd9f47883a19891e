using System.Security.Cryptography;
using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// Figures taken straight from CSV files in the documented form (docs/reference/series-csv.md), for computing a price
/// without a trust's record.
/// </summary>
public static class FiguresFromFiles
{
    /// <summary>Stands for a day of publication that nobody stated.</summary>
    public static DateOnly NotStated => DateOnly.MinValue;

    /// <summary>Reads one file as releases.</summary>
    /// <param name="path">The file.</param>
    /// <param name="published">The day its figures were published, or null when nobody stated it.</param>
    /// <returns>The releases, or what is wrong with the file, each with its row and column.</returns>
    public static (IReadOnlyList<SeriesRelease> Releases, IReadOnlyList<string> Errors) Read(
        string path, DateOnly? published)
    {
        using var stream = File.OpenRead(path);
        var file = SeriesCsvReader.Read(stream, new SeriesCsvOptions());
        if (!file.IsRead) return ([], [.. file.Errors.Select(e => $"{path}: {e}")]);
        stream.Position = 0;
        var source = $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))}";
        var releases = new List<SeriesRelease>();
        for (var i = 0; i < file.Series.Count; i++)
        {
            var (index, code) = (i, file.Series[i].Code);
            var figures = file.Figures.Where(f => f.Series == index).ToList();
            var kinds = figures.Select(f => f.Period.Kind).Distinct().ToList();
            if (kinds.Count > 1)
            {
                var ways = string.Join(", ", kinds);
                return ([], [$"{path}: the figures of {code} are dated in different ways ({ways})"]);
            }

            // A figure dated by a day holds from that day until the next: each day is a release of its own.
            var groups = kinds[0] == PeriodKind.Day
                ? figures.GroupBy(f => f.Period.First) : figures.GroupBy(_ => figures.Min(f => f.Period.First));
            releases.AddRange(groups.Select(group => new SeriesRelease
            {
                SeriesId = code,
                ReleaseId = kinds[0] == PeriodKind.Day ? $"{group.Key:yyyy-MM-dd}" : Path.GetFileName(path),
                Published = published ?? NotStated,
                Effective = group.Key,
                Span = SpanOf(kinds[0]),
                Currency = file.Series[index].Currency?.Code,
                Publisher = "a file",
                Source = source,
                Figures = [.. group.Select(f => new SeriesFigure(AreaOf(file, f), f.Period.First, f.Value))],
            }));
        }

        return (releases, []);
    }

    private static string? AreaOf(SeriesFile file, FileFigure figure) =>
        figure.Area == FileFigure.NoArea ? null : file.Areas[figure.Area].Code;

    private static FigureSpan SpanOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => FigureSpan.InForce,
        PeriodKind.Month => FigureSpan.Month,
        PeriodKind.Quarter => FigureSpan.Quarter,
        PeriodKind.Year => FigureSpan.Year,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
