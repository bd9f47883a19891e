using System.Collections.Concurrent;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>Published figures that remember which of them a study used, so that it can carry them with it.</summary>
public sealed class RecordedFigures(IFigures figures) : IFigures
{
    private readonly ConcurrentDictionary<(string Series, string? Area, string Release, DateOnly From), Figure> _used =
        new();

    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        _asked.TryAdd(series, true);
        var found = figures.Find(series, area, date, knownBy, inBase);
        if (found.Figure is { } figure) _used[(series, area, figure.ReleaseId, figure.From)] = figure;
        return found;
    }

    /// <inheritdoc/>
    IReadOnlyList<SeriesRelease> IFigures.Releases(string series) => figures.Releases(series);

    /// <summary>
    /// Every release of the series that were looked up, with the figures used, in a fixed order. A release without any
    /// stays among them: it may be the one in force, which has no figure where an older one has.
    /// </summary>
    public IReadOnlyList<SeriesRelease> Releases() =>
        [.. _asked.Keys.SelectMany(figures.Releases)
            .OrderBy(r => r.SeriesId, StringComparer.Ordinal).ThenBy(r => r.ReleaseId, StringComparer.Ordinal)
            .Select(r => r with { Figures = [.. Used(r)] })];

    // Under the area that was asked for, whatever took its place since: the file knows no areas but those it names.
    private IEnumerable<SeriesFigure> Used(SeriesRelease release) => _used
        .Where(one => one.Key.Series == release.SeriesId && one.Key.Release == release.ReleaseId)
        .OrderBy(one => one.Key.Area, StringComparer.Ordinal).ThenBy(one => one.Key.From)
        .Select(one => new SeriesFigure(one.Key.Area, one.Key.From, one.Value.Value));
}
