namespace Commonstead.Core;

/// <summary>
/// Published figures held in memory, answering look-ups by the one rule of the program: among the releases published
/// by
/// the known-by date, the latest that is effective by the figure date wins, then the latest published; a remaining tie
/// is refused, and a missing figure is never made up from its neighbours.
/// </summary>
/// <remarks>
/// An area's own code is looked for first. When the release that answers does not carry it, its successors that are
/// effective by the figure date are, one after another; an area with two successors is refused.
/// </remarks>
public sealed class FigureSet : IFigures
{
    private readonly Dictionary<string, SeriesFigures> _series = new(StringComparer.Ordinal);
    private readonly ILookup<string, AreaSuccession> _successions;

    /// <summary>Holds these releases, with the areas that took the place of others.</summary>
    public FigureSet(IEnumerable<SeriesRelease> releases, IEnumerable<AreaSuccession>? successions = null)
    {
        _successions = (successions ?? []).ToLookup(s => s.From, StringComparer.Ordinal);
        foreach (var group in releases.GroupBy(release => release.SeriesId, StringComparer.Ordinal))
            _series.Add(group.Key, new SeriesFigures([.. group]));
    }

    /// <inheritdoc/>
    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        if (!_series.TryGetValue(series, out var figures))
            return FigureLookup.Refused(FigureRefusal.UnknownSeries, $"there are no figures of the series {series}");
        var found = figures.Find(area, date, knownBy, inBase);
        return found.Refusal == FigureRefusal.Missing && area is not null && _successions.Contains(area)
            ? FindSuccessor(figures, area, date, knownBy, inBase, found)
            : found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeriesRelease> Releases(string series) =>
        _series.TryGetValue(series, out var figures) ? figures.Releases : [];

    private FigureLookup FindSuccessor(
        SeriesFigures figures, string area, DateOnly date, DateOnly knownBy, string? inBase, FigureLookup missing)
    {
        // A chain longer than this would be a circle.
        const int LongestChain = 20;
        for (var step = 0; step < LongestChain; step++)
        {
            var successors = _successions[area].Where(s => s.Effective <= date).Select(s => s.To).Distinct().ToList();
            if (successors.Count == 0) return missing;
            if (successors.Count > 1)
                return FigureLookup.Refused(FigureRefusal.Ambiguous,
                    $"the area {area} was divided into {string.Join(", ", successors)}; name the one that is meant");
            area = successors[0];
            var found = figures.Find(area, date, knownBy, inBase);
            if (found.Refusal != FigureRefusal.Missing) return found;
        }
        return missing;
    }
}
