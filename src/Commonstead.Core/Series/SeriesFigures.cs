namespace Commonstead.Core;

/// <summary>All releases of one series, arranged so that a look-up is two searches and no allocation.</summary>
internal sealed class SeriesFigures
{
    private readonly SeriesRelease[] _releases;
    private readonly FigureSpan _span;
    private readonly bool _mixesSpans;
    private readonly Dictionary<string, Entry[]> _areas = new(StringComparer.Ordinal);
    private readonly Entry[] _everywhere;

    public SeriesFigures(IReadOnlyList<SeriesRelease> releases)
    {
        _releases = [.. releases.OrderByDescending(r => r.Effective).ThenByDescending(r => r.Published)];
        _span = releases[0].Span;
        _mixesSpans = releases.Any(release => release.Span != _span);
        var entries = releases.SelectMany(release => release.Figures.Select(figure => Entry.Of(release, figure)));
        foreach (var area in entries.GroupBy(entry => entry.Figure.Area ?? "", StringComparer.Ordinal))
        {
            // The latest effective first, then the latest published: the first eligible entry of a day wins.
            _areas.Add(area.Key, [.. area
                .OrderBy(entry => entry.From)
                .ThenByDescending(entry => entry.Figure.Effective)
                .ThenByDescending(entry => entry.Figure.Published)]);
        }
        _everywhere = _areas.GetValueOrDefault("", []);
    }

    /// <summary>The releases, the latest effective first.</summary>
    public IReadOnlyList<SeriesRelease> Releases => _releases;

    public FigureLookup Find(string? area, DateOnly date, DateOnly knownBy, string? inBase)
    {
        if (_mixesSpans)
            return FigureLookup.Refused(
                FigureRefusal.Ambiguous, "the releases of this series are dated in different ways");
        var start = FigureSpans.StartOf(_span, date);
        if (_span == FigureSpan.InForce)
        {
            var release = InForce(date, knownBy, inBase);
            if (release is null) return Missing(area, date, knownBy, "no release of it was in force");
            if (release.Until < date)
                return Missing(area, date, knownBy,
                    $"the release {release.ReleaseId} was good only until {Day(release.Until.Value)}");
            start = release.Effective;
        }
        if (area is null) return Find(_everywhere, null, start, date, knownBy, inBase);
        return _areas.TryGetValue(area, out var entries)
            ? Find(entries, area, start, date, knownBy, inBase)
            : Missing(area, date, knownBy, "it has no figures for this area");
    }

    private SeriesRelease? InForce(DateOnly date, DateOnly knownBy, string? inBase)
    {
        foreach (var release in _releases)
            if (release.Effective <= date && release.Published <= knownBy && IsOn(inBase, release.Base))
                return release;
        return null;
    }

    private FigureLookup Find(
        Entry[] entries, string? area, DateOnly start, DateOnly date, DateOnly knownBy, string? inBase)
    {
        Figure? winner = null;
        for (var i = FirstFrom(entries, start); i < entries.Length && entries[i].From == start; i++)
        {
            var figure = entries[i].Figure;
            if (figure.Published > knownBy || figure.Effective > date || !IsOn(inBase, figure.Base)) continue;
            if (winner is null)
                winner = figure;
            else if (figure.Effective == winner.Effective && figure.Published == winner.Published)
                return FigureLookup.Refused(FigureRefusal.Ambiguous,
                    $"the releases {winner.ReleaseId} and {figure.ReleaseId} have an equal claim to {winner.Period}");
            else
                break;
        }
        return winner is null
            ? Missing(area, date, knownBy, "no release carries it")
            : FigureLookup.Found(winner);
    }

    private static int FirstFrom(Entry[] entries, DateOnly start)
    {
        var low = 0;
        var high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].From < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static bool IsOn(string? wanted, string? found) =>
        wanted is null || string.Equals(wanted, found, StringComparison.Ordinal);

    private static FigureLookup Missing(string? area, DateOnly date, DateOnly knownBy, string why) =>
        FigureLookup.Refused(FigureRefusal.Missing,
            $"there is no figure{(area is null ? "" : $" of {area}")} for {Day(date)} known by {Day(knownBy)}: {why}");

    private static string Day(DateOnly date) => RuleValue.OfDate(date).ToString();

    /// <summary>A figure in the order of look-ups.</summary>
    private readonly record struct Entry(DateOnly From, Figure Figure)
    {
        public static Entry Of(SeriesRelease release, SeriesFigure figure)
        {
            var from = release.Span == FigureSpan.InForce
                ? release.Effective : FigureSpans.StartOf(release.Span, figure.Date);
            return new Entry(from, new Figure(
                release.SeriesId, figure.Area, release.Span, from, figure.Value, release.ReleaseId, release.Published,
                release.Effective, release.Base, release.Publisher, release.Source));
        }
    }
}
