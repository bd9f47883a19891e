using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Series;

/// <summary>
/// Divides a file's figures into releases by what the file and its importer say of their publication.
/// </summary>
internal sealed class ReleasesOfFile(ImportSeriesInput input, DateOnly today)
{
    private const int MostReleases = 2_000;

    private readonly SeriesFile _file = input.File;

    /// <summary>The releases, or the first refusal of the ladder.</summary>
    public Outcome<List<PlannedRelease>> Divide()
    {
        if (!_file.IsRead) return Outcome<List<PlannedRelease>>.Refused(Unread());
        var isByYear = input.ReleaseEachYear || input.Publications.Count > 0;
        if (isByYear && RefusePublications() is { } refused) return refused;
        if (!isByYear && input.Published is null) return ImportSeriesRefusal.NoPublicationDay;
        var figures = new List<FileFigure>[_file.Series.Count];
        for (var i = 0; i < figures.Length; i++) figures[i] = [];
        foreach (var figure in _file.Figures) figures[figure.Series].Add(figure);
        var releases = new List<PlannedRelease>();
        for (var i = 0; i < figures.Length; i++)
        {
            if (figures[i].Count == 0) continue;
            var kind = isByYear ? PeriodKind.Year : figures[i][0].Period.Kind;
            if (figures[i].Select(f => f.Period.Kind).FirstOrDefault(k => k != kind, kind) is var other
                && other != kind)
                return new Refusal(ImportSeriesRefusal.MixedPeriods, _file.Series[i].Code, Named(kind), Named(other));
            releases.AddRange(isByYear ? EachYear(i, figures[i])
                : kind == PeriodKind.Day ? EachDay(i, figures[i])
                : [OneRelease(i, figures[i], kind)]);
        }

        return Refuse(releases) is { } last ? last : releases;
    }

    private List<Refusal> Unread()
    {
        var errors = _file.Errors.Select(e => new Refusal(ImportSeriesRefusal.FileNotRead, e.ToString())).ToList();
        if (_file.HasMoreErrors)
            errors.Add(new Refusal(ImportSeriesRefusal.FileNotRead, "There may be more errors; reading stopped here."));
        return errors;
    }

    private Refusal? RefusePublications()
    {
        var given = input.Publications.Select(p => p.Year).ToList();
        if (_file.Years.Except(given).ToList() is { Count: > 0 } missing)
            return new Refusal(ImportSeriesRefusal.NoPublication, string.Join(' ', missing.Select(Example)));
        if (input.Publications.Find(p => !_file.Years.Contains(p.Year)) is { } unused)
            return new Refusal(ImportSeriesRefusal.PublicationNotUsed,
                unused.Year.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", _file.Years));
        var twice = given.GroupBy(year => year).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null
            : new Refusal(ImportSeriesRefusal.PublicationRepeated, twice.Key.ToString(CultureInfo.InvariantCulture));
    }

    private Refusal? Refuse(List<PlannedRelease> releases)
    {
        if (releases.Find(r => r.Published > today) is { } early)
            return new Refusal(ImportSeriesRefusal.PublishedInFuture, early.Name, early.Published);
        return releases.Count > MostReleases
            ? new Refusal(ImportSeriesRefusal.TooManyReleases, releases.Count, MostReleases)
            : null;
    }

    /// <summary>
    /// A publication to go by: HUD's limits usually take effect on 1 April, those of fiscal year 2026 on 1 May.
    /// </summary>
    internal static Publication Example(int year)
    {
        var day = new DateOnly(year, year == 2026 ? 5 : 4, 1);
        return new Publication(year.ToString(CultureInfo.InvariantCulture), day, day);
    }

    private IEnumerable<PlannedRelease> EachYear(int series, List<FileFigure> figures)
    {
        var byYear = figures.ToLookup(f => f.Period.First.Year);
        return input.Publications.OrderBy(p => p.Year).Where(p => byYear.Contains(p.Year)).Select(p =>
            new PlannedRelease
            {
                Series = Titled(series),
                Name = p.Release,
                Published = p.Published,
                Effective = p.Effective,
                Span = FigureSpan.InForce,
                Figures = Rows(byYear[p.Year], p.Effective),
            });
    }

    // A figure dated by the day holds until the next, so that each day's figures are a release in force from it on.
    private IEnumerable<PlannedRelease> EachDay(int series, List<FileFigure> figures) =>
        figures.GroupBy(f => f.Period.First).OrderBy(day => day.Key).Select(day => new PlannedRelease
        {
            Series = Titled(series),
            Name = input.Release is { } name
                ? string.Create(CultureInfo.InvariantCulture, $"{name} {day.Key:yyyy-MM-dd}")
                : day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Published = input.Published!.Value,
            Effective = day.Key,
            Span = FigureSpan.InForce,
            Figures = Rows(day, null),
        });

    private PlannedRelease OneRelease(int series, List<FileFigure> figures, PeriodKind kind)
    {
        var published = input.Published!.Value;
        return new PlannedRelease
        {
            Series = Titled(series),
            Name = input.Release ?? published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Published = published,
            Effective = input.Effective ?? figures.Min(f => f.Period.First),
            Span = kind switch
            {
                PeriodKind.Month => FigureSpan.Month,
                PeriodKind.Quarter => FigureSpan.Quarter,
                _ => FigureSpan.Year,
            },
            Figures = Rows(figures, null),
        };
    }

    // In the order of the table's key, which the database appends fastest.
    private List<PublishedFigure> Rows(IEnumerable<FileFigure> figures, DateOnly? from)
    {
        var rows = figures.Select(f => new PublishedFigure
        {
            Area = f.Area == FileFigure.NoArea ? "" : _file.Areas[f.Area].Code,
            From = from ?? f.Period.First,
            Value = f.Value,
        }).ToList();
        rows.Sort((a, b) => string.CompareOrdinal(a.Area, b.Area) is var byArea && byArea != 0
            ? byArea : a.From.CompareTo(b.From));
        return rows;
    }

    private FileSeries Titled(int series) =>
        input.Title is { Length: > 0 } title && _file.Series.Count == 1
            ? _file.Series[series] with { Title = title }
            : _file.Series[series];

    private static string Named(PeriodKind kind) => kind.ToString().ToLowerInvariant();
}
