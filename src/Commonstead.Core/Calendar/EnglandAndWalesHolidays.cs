namespace Commonstead.Core;

/// <summary>
/// The public holidays of England and Wales: the bank holidays of the Banking and Financial Dealings Act 1971 (section
/// 1 and schedule 1), those proclaimed each year under it, and the common-law holidays Good Friday and Christmas Day.
/// </summary>
/// <remarks>
/// New Year's Day (since 1974) and the first Monday in May (since 1978) are proclaimed each year; the table takes them
/// as standing. Days moved or added once are listed up to 2023; a later one is for the trust to add with
/// <see cref="HolidayTable.With"/>.
/// </remarks>
public static class EnglandAndWalesHolidays
{
    /// <summary>The first year the rules here hold for.</summary>
    public const int FirstYear = 1978;

    /// <summary>The last year computed.</summary>
    public const int LastYear = 2199;

    private const string EarlyMay = "Early May bank holiday";
    private const string Spring = "Spring bank holiday";

    // Proclamations under section 1(2) and (3) of the Act: days moved, by year and name.
    private static readonly Dictionary<(int Year, string Name), DateOnly> _moved = new()
    {
        [(1995, EarlyMay)] = new(1995, 5, 8),
        [(2002, Spring)] = new(2002, 6, 4),
        [(2012, Spring)] = new(2012, 6, 4),
        [(2020, EarlyMay)] = new(2020, 5, 8),
        [(2022, Spring)] = new(2022, 6, 2),
    };

    // Proclamations under section 1(3): days added once.
    private static readonly Holiday[] _added =
    [
        new(new DateOnly(1981, 7, 29), "Royal wedding"),
        new(new DateOnly(1999, 12, 31), "Millennium"),
        new(new DateOnly(2002, 6, 3), "Golden Jubilee"),
        new(new DateOnly(2011, 4, 29), "Royal wedding"),
        new(new DateOnly(2012, 6, 5), "Diamond Jubilee"),
        new(new DateOnly(2022, 6, 3), "Platinum Jubilee"),
        new(new DateOnly(2022, 9, 19), "State funeral of Queen Elizabeth II"),
        new(new DateOnly(2023, 5, 8), "Coronation of King Charles III"),
    ];

    /// <summary>The table from 1 January of one year to 31 December of another, weekends Saturday and Sunday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A year is before <see cref="FirstYear"/> or after <see cref="LastYear"/>, or they are exchanged.
    /// </exception>
    public static HolidayTable Table(int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        var holidays = Enumerable.Range(firstYear, lastYear - firstYear + 1).SelectMany(OfYear);
        return HolidayTable.Of(
            new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31), holidays,
            DayOfWeek.Saturday, DayOfWeek.Sunday);
    }

    private static IEnumerable<Holiday> OfYear(int year)
    {
        var easter = DayRules.EasterSunday(year);
        yield return new Holiday(WeekdayFrom(new DateOnly(year, 1, 1)), "New Year's Day");
        yield return new Holiday(easter.AddDays(-2), "Good Friday");
        yield return new Holiday(easter.AddDays(1), "Easter Monday");
        yield return Moved(DayRules.Nth(year, 5, DayOfWeek.Monday, 1), EarlyMay);
        yield return Moved(DayRules.Last(year, 5, DayOfWeek.Monday), Spring);
        yield return new Holiday(DayRules.Last(year, 8, DayOfWeek.Monday), "Summer bank holiday");
        foreach (var holiday in Christmas(year)) yield return holiday;
        foreach (var holiday in _added.Where(holiday => holiday.Date.Year == year)) yield return holiday;
    }

    // Schedule 1: 26 December if not a Sunday, and 27 December when the 25th or 26th is a Sunday; the substitutes for
    // Saturdays come by proclamation. In effect: two weekdays from the 25th on.
    private static IEnumerable<Holiday> Christmas(int year)
    {
        var (christmas, boxing) = (new DateOnly(year, 12, 25), new DateOnly(year, 12, 26));
        if (christmas.DayOfWeek == DayOfWeek.Sunday)
            return [new(boxing, "Boxing Day"), new(boxing.AddDays(1), "Christmas Day (substitute day)")];
        var firstDay = WeekdayFrom(christmas);
        var secondDay = WeekdayFrom(firstDay.AddDays(1));
        return
        [
            new(firstDay, firstDay == christmas ? "Christmas Day" : "Christmas Day (substitute day)"),
            new(secondDay, secondDay == boxing ? "Boxing Day" : "Boxing Day (substitute day)"),
        ];
    }

    private static Holiday Moved(DateOnly date, string name) =>
        new(_moved.GetValueOrDefault((date.Year, name), date), name);

    private static DateOnly WeekdayFrom(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };
}
