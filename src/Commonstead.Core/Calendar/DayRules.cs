namespace Commonstead.Core;

/// <summary>Days of a year that holiday laws name by rule: a certain Monday of a month, Easter Sunday.</summary>
internal static class DayRules
{
    /// <summary>The first, second, ... weekday of a kind in a month; <paramref name="nth"/> counts from 1.</summary>
    public static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        var ahead = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(ahead + 7 * (nth - 1));
    }

    /// <summary>The last weekday of a kind in a month.</summary>
    public static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        var back = ((int)last.DayOfWeek - (int)weekday + 7) % 7;
        return last.AddDays(-back);
    }

    /// <summary>
    /// Easter Sunday of a Gregorian year, by the method for every year printed in Nature (20 April 1876) and in Meeus,
    /// Astronomical Algorithms, chapter 8: the Sunday after the church's full moon on or after 21 March.
    /// </summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, dayBefore) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new DateOnly(year, month, dayBefore + 1);
    }
}
