using System.Collections.Frozen;

namespace Commonstead.Core;

/// <summary>
/// The days on which a trust does not work: its weekend days, and its holidays with their names over a stated run of
/// days. Immutable; a trust starts from a published table (<see cref="UsFederalHolidays"/>,
/// <see cref="EnglandAndWalesHolidays"/>) and adds or removes days.
/// </summary>
/// <remarks>
/// Outside the days it covers the table doesn't know the holidays, so it refuses to call a day there a business day
/// rather than to guess one.
/// </remarks>
public sealed class HolidayTable
{
    private readonly FrozenDictionary<DateOnly, string> _holidays;
    private readonly FrozenSet<DayOfWeek> _weekend;

    private HolidayTable(
        DateOnly firstDay, DateOnly lastDay, IEnumerable<DayOfWeek> weekend, IEnumerable<Holiday> holidays)
    {
        FirstDay = firstDay;
        LastDay = lastDay;
        _weekend = weekend.ToFrozenSet();
        _holidays = holidays.GroupBy(holiday => holiday.Date)
            .ToFrozenDictionary(day => day.Key, day => string.Join("; ", day.Select(holiday => holiday.Name)));
    }

    /// <summary>Saturday and Sunday off and no holiday, for every day there is.</summary>
    public static HolidayTable WeekendsOnly { get; } =
        Of(DateOnly.MinValue, DateOnly.MaxValue, [], DayOfWeek.Saturday, DayOfWeek.Sunday);

    /// <summary>The first day the table covers.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last day the table covers.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The days of the week on which nobody works, Sunday first.</summary>
    public IReadOnlyList<DayOfWeek> Weekend => [.. _weekend.Order()];

    /// <summary>The holidays by date. Two on one day stand as one, their names joined with a semicolon.</summary>
    public IReadOnlyList<Holiday> Holidays =>
        [.. _holidays.Select(day => new Holiday(day.Key, day.Value)).OrderBy(holiday => holiday.Date)];

    /// <summary>A table of given holidays; each must lie between the first and the last day.</summary>
    /// <exception cref="ArgumentException">
    /// The last day is before the first, a holiday lies outside, or the weekend is the whole week.
    /// </exception>
    public static HolidayTable Of(
        DateOnly firstDay, DateOnly lastDay, IEnumerable<Holiday> holidays, params DayOfWeek[] weekend)
    {
        if (lastDay < firstDay) throw new ArgumentException("The last day is before the first.", nameof(lastDay));
        if (weekend.Distinct().Count() == 7)
            throw new ArgumentException("No day of the week is left.", nameof(weekend));
        var table = new HolidayTable(firstDay, lastDay, weekend, holidays);
        var outside = table.Holidays.FirstOrDefault(holiday => holiday.Date < firstDay || holiday.Date > lastDay);
        return outside.Name is null ? table : throw new OutsideHolidayTableException(outside.Date, firstDay, lastDay);
    }

    /// <summary>The same table with one more holiday, or another name for one it has.</summary>
    /// <exception cref="OutsideHolidayTableException">The day is not one the table covers.</exception>
    public HolidayTable With(DateOnly date, string name) =>
        Of(FirstDay, LastDay, [.. Without(date).Holidays, new Holiday(date, name)], [.. _weekend]);

    /// <summary>The same table with a day that is no longer a holiday.</summary>
    public HolidayTable Without(DateOnly date) =>
        Of(FirstDay, LastDay, Holidays.Where(holiday => holiday.Date != date), [.. _weekend]);

    /// <summary>The same holidays with other weekend days, perhaps none.</summary>
    public HolidayTable WithWeekend(params DayOfWeek[] weekend) => Of(FirstDay, LastDay, Holidays, weekend);

    /// <summary>The name of the holiday on a day, or null.</summary>
    public string? NameOf(DateOnly date) => _holidays.GetValueOrDefault(date);

    /// <summary>True when a day is neither weekend nor holiday.</summary>
    /// <exception cref="OutsideHolidayTableException">The day is not one the table covers.</exception>
    public bool IsBusinessDay(DateOnly date)
    {
        if (date < FirstDay || date > LastDay) throw new OutsideHolidayTableException(date, FirstDay, LastDay);
        return !_weekend.Contains(date.DayOfWeek) && !_holidays.ContainsKey(date);
    }

    /// <summary>
    /// The day so many business days after a day, itself not counted; before it when the count is negative. Zero is
    /// the day itself, whatever day it is.
    /// </summary>
    /// <exception cref="OutsideHolidayTableException">The count leaves the days the table covers.</exception>
    public DateOnly AddBusinessDays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left--)
        {
            date = Step(date, step);
            while (!IsBusinessDay(date)) date = Step(date, step);
        }
        return date;
    }

    /// <summary>How many business days lie after one day up to and with another; minus that when exchanged.</summary>
    /// <exception cref="OutsideHolidayTableException">One of the days is not covered.</exception>
    public int BusinessDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -BusinessDaysBetween(to, from);
        var count = 0;
        while (from < to)
        {
            from = from.AddDays(1);
            if (IsBusinessDay(from)) count++;
        }
        return count;
    }

    /// <summary>The day itself when it is a business day, otherwise the next that is.</summary>
    /// <exception cref="OutsideHolidayTableException">There is none the table covers.</exception>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsBusinessDay(date)) date = Step(date, 1);
        return date;
    }

    /// <summary>The day itself when it is a business day, otherwise the last before it that is.</summary>
    /// <exception cref="OutsideHolidayTableException">There is none the table covers.</exception>
    public DateOnly OnOrBefore(DateOnly date)
    {
        while (!IsBusinessDay(date)) date = Step(date, -1);
        return date;
    }

    private DateOnly Step(DateOnly date, int days) =>
        date == (days > 0 ? DateOnly.MaxValue : DateOnly.MinValue)
            ? throw new OutsideHolidayTableException(date, FirstDay, LastDay)
            : date.AddDays(days);
}

/// <summary>A day on which a trust does not work, with the name people know it by.</summary>
public readonly record struct Holiday(DateOnly Date, string Name);

/// <summary>A day was asked of a holiday table that does not cover it.</summary>
public sealed class OutsideHolidayTableException(DateOnly date, DateOnly firstDay, DateOnly lastDay)
    : ArgumentException(
        $"{date:yyyy-MM-dd} is outside the holiday table ({firstDay:yyyy-MM-dd} to {lastDay:yyyy-MM-dd}).")
{
    /// <summary>The day that was asked.</summary>
    public DateOnly Date { get; } = date;

    /// <summary>The first day the table covers.</summary>
    public DateOnly FirstDay { get; } = firstDay;

    /// <summary>The last day the table covers.</summary>
    public DateOnly LastDay { get; } = lastDay;
}
