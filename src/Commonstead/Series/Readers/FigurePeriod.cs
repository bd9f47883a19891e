using System.Globalization;

namespace Commonstead.Series;

/// <summary>The kinds of time a figure can be for.</summary>
public enum PeriodKind : byte
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A quarter of the calendar year.</summary>
    Quarter,

    /// <summary>A year as the publisher counts it, named by its number.</summary>
    Year,
}

/// <summary>
/// The time a published figure is for: a day, month, quarter or year. Written 2026-05-01, 2026-05, 2026-Q2, 2026.
/// </summary>
public readonly record struct FigurePeriod
{
    private FigurePeriod(PeriodKind kind, DateOnly first) => (Kind, First) = (kind, first);

    /// <summary>Day, month, quarter or year.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Its first day.</summary>
    public DateOnly First { get; }

    /// <summary>Its last day.</summary>
    public DateOnly Last => Kind switch
    {
        PeriodKind.Month => First.AddMonths(1).AddDays(-1),
        PeriodKind.Quarter => First.AddMonths(3).AddDays(-1),
        PeriodKind.Year => new DateOnly(First.Year, 12, 31),
        _ => First,
    };

    /// <summary>The period of a kind that a day lies in.</summary>
    public static FigurePeriod Containing(DateOnly day, PeriodKind kind) => new(kind, kind switch
    {
        PeriodKind.Month => new DateOnly(day.Year, day.Month, 1),
        PeriodKind.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        PeriodKind.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    });

    /// <summary>A year by its number.</summary>
    public static FigurePeriod OfYear(int year) => new(PeriodKind.Year, new DateOnly(year, 1, 1));

    /// <summary>Reads the written form. Years run from 1800 to 2199.</summary>
    public static bool TryParse(string text, out FigurePeriod period)
    {
        period = default;
        if (text.Length < 4
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1800 or > 2199) return false;
        DateOnly first;
        switch (text.Length)
        {
            case 4:
                period = OfYear(year);
                return true;
            case 7 when text[4] == '-' && text[5] == 'Q' && text[6] is >= '1' and <= '4':
                period = new FigurePeriod(PeriodKind.Quarter, new DateOnly(year, (text[6] - '1') * 3 + 1, 1));
                return true;
            case 7 when DateOnly.TryParseExact(
                text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first):
                period = new FigurePeriod(PeriodKind.Month, first);
                return true;
            case 10 when DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first):
                period = new FigurePeriod(PeriodKind.Day, first);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The written form.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy}-Q{(First.Month + 2) / 3}"),
        PeriodKind.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
