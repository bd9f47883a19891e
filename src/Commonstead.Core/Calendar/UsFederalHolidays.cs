namespace Commonstead.Core;

/// <summary>
/// The legal public holidays of the United States, computed from 5 U.S.C. 6103(a), on the day they are observed.
/// </summary>
/// <remarks>
/// A holiday on a Saturday is observed on the Friday before (5 U.S.C. 6103(b)(1)), on a Sunday the Monday after
/// (Executive Order 11582, section 3(a)). Inauguration Day is a holiday around Washington only and not in the table;
/// nor are days on which a president closed federal offices, which are no legal public holidays.
/// </remarks>
public static class UsFederalHolidays
{
    /// <summary>The first year the rules hold for: Veterans Day returned to 11 November (Public Law 94-97).</summary>
    public const int FirstYear = 1978;

    /// <summary>The last year computed.</summary>
    public const int LastYear = 2199;

    /// <summary>The table from 1 January of one year to 31 December of another, weekends Saturday and Sunday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A year is before <see cref="FirstYear"/> or after <see cref="LastYear"/>, or they are exchanged.
    /// </exception>
    public static HolidayTable Table(int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        var (first, last) = (new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31));
        // A New Year's Day on a Saturday is observed in the old year, so the year after the last counts too.
        var holidays = Enumerable.Range(firstYear, lastYear - firstYear + 2)
            .SelectMany(OfYear)
            .Where(holiday => holiday.Date >= first && holiday.Date <= last);
        return HolidayTable.Of(first, last, holidays, DayOfWeek.Saturday, DayOfWeek.Sunday);
    }

    private static IEnumerable<Holiday> OfYear(int year)
    {
        yield return Observed(new DateOnly(year, 1, 1), "New Year's Day");
        // Public Law 98-144: first observed in 1986.
        if (year >= 1986)
            yield return new Holiday(DayRules.Nth(year, 1, DayOfWeek.Monday, 3), "Birthday of Martin Luther King, Jr.");
        yield return new Holiday(DayRules.Nth(year, 2, DayOfWeek.Monday, 3), "Washington's Birthday");
        yield return new Holiday(DayRules.Last(year, 5, DayOfWeek.Monday), "Memorial Day");
        // Public Law 117-17, in force from 17 June 2021.
        if (year >= 2021)
            yield return Observed(new DateOnly(year, 6, 19), "Juneteenth National Independence Day");
        yield return Observed(new DateOnly(year, 7, 4), "Independence Day");
        yield return new Holiday(DayRules.Nth(year, 9, DayOfWeek.Monday, 1), "Labor Day");
        yield return new Holiday(DayRules.Nth(year, 10, DayOfWeek.Monday, 2), "Columbus Day");
        yield return Observed(new DateOnly(year, 11, 11), "Veterans Day");
        yield return new Holiday(DayRules.Nth(year, 11, DayOfWeek.Thursday, 4), "Thanksgiving Day");
        yield return Observed(new DateOnly(year, 12, 25), "Christmas Day");
    }

    private static Holiday Observed(DateOnly date, string name) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => new Holiday(date.AddDays(-1), name),
        DayOfWeek.Sunday => new Holiday(date.AddDays(1), name),
        _ => new Holiday(date, name),
    };
}
