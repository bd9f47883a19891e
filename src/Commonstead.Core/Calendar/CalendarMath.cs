namespace Commonstead.Core;

/// <summary>
/// Whole months and years between dates and added to dates, by the one rule the whole program follows: a day the
/// target month does not have becomes that month's last day. So 31 January plus one month is 28 (or 29) February,
/// 29 February plus one year is 28 February, and the count between two dates is the count that can be added to the
/// first without passing the second.
/// </summary>
public static class CalendarMath
{
    private const int MonthsPerYear = 12;

    /// <summary>The date so many months later, or earlier when <paramref name="months"/> is negative.</summary>
    /// <remarks>
    /// Always counted from the date given, never step by step: 31 January plus two months is 31 March,
    /// though 31 January plus one month plus one month is 28 March.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public static DateOnly AddMonths(DateOnly date, int months) => date.AddMonths(months);

    /// <summary>The date so many years later, or earlier when <paramref name="years"/> is negative.</summary>
    /// <remarks>The same as adding twelve times as many months.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public static DateOnly AddYears(DateOnly date, int years) => date.AddYears(years);

    /// <summary>
    /// How many whole months pass from one date to another: the largest count that, added to
    /// <paramref name="from"/>, does not pass <paramref name="to"/>.
    /// </summary>
    /// <returns>
    /// Zero or more when <paramref name="to"/> is the same day or later; otherwise minus the count of the exchanged
    /// dates.
    /// </returns>
    public static int WholeMonths(DateOnly from, DateOnly to)
    {
        if (to < from) return -WholeMonths(to, from);
        var months = (to.Year - from.Year) * MonthsPerYear + to.Month - from.Month;
        return AddMonths(from, months) <= to ? months : months - 1;
    }

    /// <summary>
    /// How many whole years pass from one date to another: the largest count that, added to
    /// <paramref name="from"/>, does not pass <paramref name="to"/>.
    /// </summary>
    /// <remarks>A year that starts on 29 February is whole on 28 February of a common year.</remarks>
    /// <returns>
    /// Zero or more when <paramref name="to"/> is the same day or later; otherwise minus the count of the exchanged
    /// dates.
    /// </returns>
    public static int WholeYears(DateOnly from, DateOnly to) => WholeMonths(from, to) / MonthsPerYear;
}
