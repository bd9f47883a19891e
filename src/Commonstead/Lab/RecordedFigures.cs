using System.Collections.Concurrent;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>Published figures that remember which of them a study used, so that it can carry them with it.</summary>
public sealed class RecordedFigures(IFigures figures) : IFigures
{
    private readonly ConcurrentDictionary<(string Series, string? Area, string Release, DateOnly From), Figure> _used =
        new();

    /// <inheritdoc/>
    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        var found = figures.Find(series, area, date, knownBy, inBase);
        if (found.Figure is { } figure) _used[(series, figure.Area, figure.ReleaseId, figure.From)] = figure;
        return found;
    }

    /// <summary>The figures used, by release, in a fixed order.</summary>
    public IReadOnlyList<SeriesRelease> Releases() =>
        [.. _used.Values
            .GroupBy(f => (f.SeriesId, f.ReleaseId))
            .OrderBy(g => g.Key.SeriesId, StringComparer.Ordinal).ThenBy(g => g.Key.ReleaseId, StringComparer.Ordinal)
            .Select(g => Release([.. g.OrderBy(f => f.Area, StringComparer.Ordinal).ThenBy(f => f.From)]))];

    private static SeriesRelease Release(List<Figure> used) => new()
    {
        SeriesId = used[0].SeriesId,
        ReleaseId = used[0].ReleaseId,
        Published = used[0].Published,
        Effective = used[0].Effective,
        Span = used[0].Span,
        Base = used[0].Base,
        Publisher = used[0].Publisher,
        Source = used[0].Source,
        Figures = [.. used.Select(f => new SeriesFigure(f.Area, f.From, f.Value))],
    };
}
