namespace Commonstead.Core;

/// <summary>
/// Published figures with the study's proxies behind them: where a series has no figure for a day, its declared proxy
/// answers, one figure a calendar year. A proxy's figure names itself as one.
/// </summary>
internal sealed class LabFigures : IFigures
{
    private const int MostDecimals = 6;
    private const decimal AnyIndex = 100;

    private readonly IFigures _published;
    private readonly LabPlace _place;
    private readonly DateOnly _knownBy;
    private readonly Dictionary<string, (int First, int Last)?> _coverage = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int), Figure?> _proxied = [];

    public LabFigures(IFigures published, LabPlace place, DateOnly knownBy)
    {
        (_published, _place, _knownBy) = (published, place, knownBy);
    }

    /// <inheritdoc/>
    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        var found = _published.Find(series, area, date, knownBy, inBase);
        if (found.Figure is not null || found.Refusal == FigureRefusal.Ambiguous) return found;
        foreach (var (role, declared) in _place.Series)
        {
            var isIt = declared.Proxy is not null && string.Equals(declared.SeriesId, series, StringComparison.Ordinal)
                && string.Equals(declared.Area, area, StringComparison.Ordinal);
            if (isIt && Proxied(role, declared, date.Year) is { } figure) return FigureLookup.Found(figure);
        }

        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeriesRelease> Releases(string series) => _published.Releases(series);

    /// <summary>The figure of a year on the study's day; null when there is none and no proxy for it.</summary>
    public decimal? Of(LabSeries series, int year) =>
        Find(series.SeriesId, series.Area, _place.Day(year), _knownBy).Figure?.Value;

    /// <summary>The first and the last year with a published figure; null when there is none.</summary>
    public (int First, int Last)? Coverage(LabSeries series)
    {
        var key = series.Name;
        if (_coverage.TryGetValue(key, out var known)) return known;
        int? first = null, last = null;
        // What is in force stays so; the years that nobody has published for yet are no history all the same.
        for (var year = LabBounds.FirstYear; year <= _knownBy.Year; year++)
        {
            if (Published(series, year) is null) continue;
            first ??= year;
            last = year;
        }

        return _coverage[key] = first is null ? null : (first.Value, last!.Value);
    }

    private Figure? Published(LabSeries series, int year) =>
        _published.Find(series.SeriesId, series.Area, _place.Day(year), _knownBy).Figure;

    private Figure? Proxied(ProxyBase role, LabSeries series, int year)
    {
        var key = (series.Name, year);
        if (_proxied.TryGetValue(key, out var known)) return known;
        _proxied[key] = null;
        return _proxied[key] = Value(role, series, series.Proxy!, year) is { } value
            ? new Figure(series.SeriesId, series.Area, FigureSpan.Year, new DateOnly(year, 1, 1),
                decimal.Round(value, MostDecimals), "proxy", _knownBy, new DateOnly(year, 1, 1), null,
                "declared for this study", series.Proxy!.Words)
            : null;
    }

    private decimal? Value(ProxyBase role, LabSeries series, LabProxy proxy, int year)
    {
        if (role == ProxyBase.None && proxy.Base == ProxyBase.None) return proxy.Rate;
        if (proxy.Rate <= -1)
        {
            throw new LabException(LabRefusal.SettingOutOfRange,
                $"The proxy “{proxy.Words}” for {series.Name} falls to nothing within a year. Declare one that falls "
                    + "by less than 100 % a year.");
        }

        if (Anchor(role, series, proxy, year) is not var (level, from)) return null;
        var moved = 1m;
        if (proxy.Base != ProxyBase.None)
        {
            var followed = _place.Series.FirstOrDefault(one => one.Role == proxy.Base).Series;
            if (followed is null) throw Unfollowed(series, proxy);
            if (proxy.Base == role) throw Groundless(series, proxy);
            if (Of(followed, from) is not { } begin || Of(followed, year) is not { } end || begin == 0) return null;
            moved = end / begin;
        }

        try
        {
            return level * moved * RuleMath.Power(1 + proxy.Rate, year - from);
        }
        catch (ArithmeticException)
        {
            throw new LabException(LabRefusal.SettingOutOfRange,
                $"The proxy “{proxy.Words}” for {series.Name} leaves nothing, or more than any figure, in {year}. "
                + "Declare one that moves less, or begin later.");
        }
    }

    // A stated level, or the nearest published figure: the first one for the years before it, the last one after.
    // Consumer prices are an index, of which only the movement counts: it may begin anywhere.
    private (decimal Level, int Year)? Anchor(ProxyBase role, LabSeries series, LabProxy proxy, int year)
    {
        if (proxy.Level is { } level) return (level, proxy.LevelYear!.Value);
        if (Coverage(series) is not var (first, last))
            return role == ProxyBase.Cpi ? (AnyIndex, _knownBy.Year) : throw Groundless(series, proxy);
        var from = year <= first ? first : Math.Min(year, last);
        while (Published(series, from) is null) from--;
        return (Published(series, from)!.Value, from);
    }

    private static LabException Unfollowed(LabSeries series, LabProxy proxy) => new(
        LabRefusal.ProxyWithoutGround,
        $"The proxy “{proxy.Words}” for {series.Name} follows consumer prices, which the study has none of. Name a "
        + "series for them, or a proxy such as “3 %”.");

    private static LabException Groundless(LabSeries series, LabProxy proxy) => new(
        LabRefusal.ProxyWithoutGround,
        $"The proxy “{proxy.Words}” for {series.Name} has nothing to begin from or to follow. State a level and its "
        + "year, as in “148900 in 2024, CPI + 0.5 %”, and name the series that it follows.");
}
