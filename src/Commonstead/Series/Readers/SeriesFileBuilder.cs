using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// Gathers the figures of one file while its rows are read, and refuses the second of two for one time and place.
/// </summary>
internal sealed class SeriesFileBuilder(CsvRows rows)
{
    private readonly List<FileSeries> _series = [];
    private readonly List<FileArea> _areas = [];
    private readonly List<FileFigure> _figures = [];
    private readonly Dictionary<string, int> _seriesByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _areaByCode = new(StringComparer.Ordinal);
    private readonly HashSet<(long Place, int Time)> _seen = [];
    private int _missing;

    /// <summary>The series of a code, noted when it is new.</summary>
    public int Series(string code, string title, Currency? currency)
    {
        if (_seriesByCode.TryGetValue(code, out var known)) return known;
        _series.Add(new FileSeries(code, title, currency));
        return _seriesByCode[code] = _series.Count - 1;
    }

    /// <summary>The currency a series was first noted with.</summary>
    public Currency? CurrencyOf(int series) => _series[series].Currency;

    /// <summary>The area of a code, noted when it is new.</summary>
    public int Area(string code, string? name = null)
    {
        if (_areaByCode.TryGetValue(code, out var known)) return known;
        _areas.Add(new FileArea(code, name));
        return _areaByCode[code] = _areas.Count - 1;
    }

    /// <summary>Adds the figure of a field (by position from 0), unless there is one for its time and place.</summary>
    public void Add(int index, int series, int area, FigurePeriod period, decimal value)
    {
        var place = ((long)series << 32) | (uint)(area + 1);
        var time = period.First.DayNumber * 4 + (int)period.Kind;
        if (_seen.Add((place, time))) _figures.Add(new FileFigure(series, area, period, value));
        else rows.FailAt(index, SeriesFileErrorKind.RepeatedFigure, Name(series, area, period));
    }

    /// <summary>Counts a figure the publisher does not have.</summary>
    public void AddMissing() => _missing++;

    /// <summary>The file: its figures, or its errors alone.</summary>
    public SeriesFile Build()
    {
        if (rows.Errors.Count == 0 && _figures.Count == 0) rows.FailFile(SeriesFileErrorKind.Empty);
        return rows.Errors.Count == 0
            ? new SeriesFile(_series, _areas, _figures, _missing)
            : new SeriesFile(rows.Errors, rows.HasTooManyErrors);
    }

    private string Name(int series, int area, FigurePeriod period) =>
        area == FileFigure.NoArea
            ? $"{_series[series].Code} {period}"
            : $"{_series[series].Code} {_areas[area].Code} {period}";
}
