namespace Commonstead.Core;

/// <summary>
/// One run of a rule: its slots, the figures it looked up and the trace of its folds. Kept by the result, so that the
/// working can be written later without computing it again.
/// </summary>
internal class RuleEvaluation(RuleProgram program, RuleInputs inputs, string?[] forcedBases)
{
    // Beyond this many distinct figures, looking back through them gives way to an index.
    private const int ScannedFigures = 32;

    private readonly BaseSeen[] _bases = new BaseSeen[program.SeriesCount];
    private FigureEntry[] _figures = program.SeriesCount == 0 ? [] : new FigureEntry[ScannedFigures];
    private Dictionary<(int Series, int Day, string? Area), int>? _index;
    private int[] _uses = program.SeriesCount == 0 ? [] : new int[2 * ScannedFigures];
    private FoldItem[] _items = program.HasFolds ? new FoldItem[16] : [];
    private int _itemCount;
    private bool _isFrozen;

    /// <summary>As-of date, givens, steps, and the fields of fold items.</summary>
    public RuleValue[] Slots { get; } = new RuleValue[program.SlotCount];

    /// <summary>What each step left behind.</summary>
    public StepTrace[] Steps { get; } = new StepTrace[program.StepCount];

    /// <summary>The operation now being computed, so that an overflow can name its place.</summary>
    public SourcePosition At { get; set; }

    /// <summary>How many look-ups were made, repeated ones included.</summary>
    public int UseCount { get; private set; }

    public int ItemCount => _itemCount;

    /// <summary>How many different figures were looked up.</summary>
    public int FigureCount { get; private set; }

    /// <summary>The series whose bases did not match, when a run ended for that.</summary>
    public BaseConflict? Conflict { get; private set; }

    /// <summary>The value of a figure, looked up once and remembered.</summary>
    public virtual decimal Figure(SeriesReference series, string? area, int day, SourcePosition at)
    {
        var found = IndexOf(series.Index, area, day);
        if (found < 0) found = LookUp(series, area, day, at);
        if (!_isFrozen)
        {
            if (UseCount == _uses.Length) Array.Resize(ref _uses, UseCount * 2);
            _uses[UseCount++] = found;
        }
        return _figures[found].Figure.Value;
    }

    /// <summary>The figure as the working shows it; null when a branch not taken would have asked for it.</summary>
    public Figure? Remembered(SeriesReference series, string? area, int day)
    {
        var found = IndexOf(series.Index, area, day);
        return found < 0 ? null : _figures[found].Figure;
    }

    public void Trace(in FoldItem item)
    {
        if (_isFrozen) return;
        if (_itemCount == _items.Length) Array.Resize(ref _items, _itemCount * 2);
        _items[_itemCount++] = item;
    }

    public ReadOnlySpan<FoldItem> Items(int from, int to) => _items.AsSpan(from, to - from);

    public IReadOnlyList<FoldItem> ItemsOf(FoldNode fold)
    {
        var items = new List<FoldItem>();
        foreach (var item in Items(0, _itemCount))
            if (ReferenceEquals(item.Fold, fold)) items.Add(item);
        return items;
    }

    /// <summary>The figures behind a range of uses, each once, in the order of first use.</summary>
    public IReadOnlyList<FigureUsed> FiguresUsed(int from, int to)
    {
        var seen = new HashSet<int>();
        var used = new List<FigureUsed>();
        for (var use = from; use < to; use++)
        {
            if (!seen.Add(_uses[use])) continue;
            var entry = _figures[_uses[use]];
            used.Add(new FigureUsed(entry.Name, entry.Area, DateOnly.FromDayNumber(entry.Day), entry.Figure));
        }
        return used;
    }

    /// <summary>No more is recorded; what follows only writes the working.</summary>
    public void Freeze() => _isFrozen = true;

    private int IndexOf(int series, string? area, int day)
    {
        if (_index is not null) return _index.TryGetValue((series, day, area), out var at) ? at : -1;
        for (var i = FigureCount - 1; i >= 0; i--)
        {
            ref var entry = ref _figures[i];
            if (entry.Day == day && entry.Series == series
                && (ReferenceEquals(entry.Area, area) || string.Equals(entry.Area, area, StringComparison.Ordinal)))
                return i;
        }
        return -1;
    }

    private int LookUp(SeriesReference series, string? area, int day, SourcePosition at)
    {
        var date = DateOnly.FromDayNumber(day);
        var forced = forcedBases.Length == 0 ? null : forcedBases[series.Index];
        var lookup = inputs.Figures.Find(series.Series.SeriesId, area, date, inputs.KnownBy, forced);
        if (lookup.Figure is null && forced is not null) throw Mixed(series, forced, null, date, at);
        var figure = Found(lookup, series, at);
        ref var seen = ref _bases[series.Index];
        if (!seen.IsKnown)
            seen = new BaseSeen(true, figure.Base);
        else if (!string.Equals(seen.Base, figure.Base, StringComparison.Ordinal))
            figure = Joined(series, area, date, at, seen.Base, figure);
        return Remember(new FigureEntry(series.Index, day, area, series.Series.Name, figure));
    }

    // The base seen first is kept when a release on it answers; otherwise the run is made again on the other base.
    private Figure Joined(
        SeriesReference series, string? area, DateOnly date, SourcePosition at, string? seen, Figure figure)
    {
        if (seen is not null)
        {
            var rebased = inputs.Figures.Find(series.Series.SeriesId, area, date, inputs.KnownBy, seen);
            if (rebased.Figure is not null) return rebased.Figure;
        }
        if (figure.Base is not null) Conflict = new BaseConflict(series.Index, figure.Base);
        throw Mixed(series, seen ?? "no base", figure.Base ?? "no base", date, at);
    }

    private int Remember(in FigureEntry entry)
    {
        if (FigureCount == _figures.Length) Array.Resize(ref _figures, FigureCount * 2);
        _figures[FigureCount] = entry;
        if (_index is not null)
            _index.Add((entry.Series, entry.Day, entry.Area), FigureCount);
        else if (FigureCount + 1 > ScannedFigures)
            _index = Enumerable.Range(0, FigureCount + 1)
                .ToDictionary(i => (_figures[i].Series, _figures[i].Day, _figures[i].Area));
        return FigureCount++;
    }

    private static Figure Found(in FigureLookup lookup, SeriesReference series, SourcePosition at) =>
        lookup.Figure ?? throw new RuleFault(
            lookup.Refusal == FigureRefusal.Ambiguous ? RuleErrorCode.AmbiguousFigure : RuleErrorCode.MissingFigure, at,
            $"{series.Series.Name} ({series.Series.SeriesId}): {lookup.Reason}");

    private static RuleFault Mixed(
        SeriesReference series, string one, string? other, DateOnly date, SourcePosition at) =>
        new(RuleErrorCode.MixedBase, at,
            $"the figures of {series.Series.Name} stand on different bases"
            + (other is null ? $", and none on {one}" : $" ({one}; {other})")
            + $" for {RuleValue.OfDate(date)}; import a release that joins them");

    private readonly record struct FigureEntry(int Series, int Day, string? Area, string Name, Figure Figure);

    private readonly record struct BaseSeen(bool IsKnown, string? Base);
}

/// <summary>Which series must be read on which base for a second run.</summary>
internal sealed record BaseConflict(int Series, string Base);

/// <summary>Which fold items and figure uses belong to a step.</summary>
internal readonly record struct StepTrace(int ItemsFrom, int ItemsTo, int UsesFrom, int UsesTo);
