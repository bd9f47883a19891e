namespace Commonstead.Core;

/// <summary>What a deadline counts in.</summary>
public enum DeadlineUnit
{
    /// <summary>Every day of the calendar.</summary>
    CalendarDays,

    /// <summary>Days that are neither weekend nor holiday in the trust's <see cref="HolidayTable"/>.</summary>
    BusinessDays,

    /// <summary>Seven calendar days each.</summary>
    Weeks,

    /// <summary>Calendar months, by the rule of <see cref="CalendarMath"/>.</summary>
    Months,

    /// <summary>Calendar years, by the rule of <see cref="CalendarMath"/>.</summary>
    Years,
}

/// <summary>Where a deadline goes that ends on a weekend day or a holiday.</summary>
public enum DeadlineRoll
{
    /// <summary>It stays where it ends.</summary>
    None,

    /// <summary>To the next business day.</summary>
    Next,

    /// <summary>To the business day before.</summary>
    Previous,
}

/// <summary>
/// A deadline as a lease or a law states it: so many days, weeks, months or years from an event to the last day
/// inclusive, counted forward ("45 calendar days") or back ("15 calendar days before").
/// </summary>
/// <remarks>
/// The day of the event is not counted, the last day is: of an event on 1 March, 10 calendar days end on 11 March, and
/// whatever is done on 11 March is in time. Text is read and written by <see cref="DeadlineText"/>.
/// </remarks>
public readonly record struct Deadline
{
    private const int LongestYears = 100;

    /// <summary>A deadline of a count and a unit.</summary>
    /// <param name="count">Zero or more; at most 100 years in whichever unit.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="roll">Where it goes when it ends on a weekend day or a holiday.</param>
    /// <param name="isBefore">True when it is counted back from the event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or longer than 100 years.</exception>
    public Deadline(int count, DeadlineUnit unit, DeadlineRoll roll = DeadlineRoll.None, bool isBefore = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LargestCount(unit));
        (Count, Unit, Roll, IsBefore) = (count, unit, roll, isBefore);
    }

    /// <summary>How many units, from zero up.</summary>
    public int Count { get; }

    /// <summary>What is counted.</summary>
    public DeadlineUnit Unit { get; }

    /// <summary>Where the deadline goes when it ends on a weekend day or a holiday.</summary>
    public DeadlineRoll Roll { get; }

    /// <summary>True when the deadline is counted back from the event.</summary>
    public bool IsBefore { get; }

    /// <summary>The largest count of a unit: 100 years of it.</summary>
    public static int LargestCount(DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.CalendarDays or DeadlineUnit.BusinessDays => LongestYears * 366,
        DeadlineUnit.Weeks => LongestYears * 53,
        DeadlineUnit.Months => LongestYears * 12,
        DeadlineUnit.Years => LongestYears,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <summary>The last day on which what is due is in time; counted back, the last that is early enough.</summary>
    /// <inheritdoc cref="Reckon"/>
    public DateOnly LastDay(DateOnly eventDay, HolidayTable holidays) => Reckon(eventDay, holidays).LastDay;

    /// <summary>Counts from an event, and says where the count ended before it was rolled.</summary>
    /// <param name="eventDay">The day of the event, itself not counted.</param>
    /// <param name="holidays">The trust's weekends and holidays.</param>
    /// <exception cref="OutsideHolidayTableException">
    /// Business days had to be told from holidays on a day the table does not cover.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public DeadlineWorking Reckon(DateOnly eventDay, HolidayTable holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        var count = IsBefore ? -Count : Count;
        var counted = Unit switch
        {
            DeadlineUnit.CalendarDays => eventDay.AddDays(count),
            DeadlineUnit.BusinessDays => holidays.AddBusinessDays(eventDay, count),
            DeadlineUnit.Weeks => eventDay.AddDays(7 * count),
            DeadlineUnit.Months => CalendarMath.AddMonths(eventDay, count),
            _ => CalendarMath.AddYears(eventDay, count),
        };
        return new DeadlineWorking(this, eventDay, counted, Rolled(counted, holidays));
    }

    /// <summary>The text form, such as <c>10 business days, roll next</c>.</summary>
    public override string ToString() => DeadlineText.Write(this);

    private DateOnly Rolled(DateOnly day, HolidayTable holidays) => Roll switch
    {
        DeadlineRoll.Next => holidays.OnOrAfter(day),
        DeadlineRoll.Previous => holidays.OnOrBefore(day),
        _ => day,
    };
}

/// <summary>A deadline counted from one event, with the steps as values.</summary>
/// <param name="Deadline">What was counted.</param>
/// <param name="EventDay">The day of the event, itself not counted.</param>
/// <param name="CountedTo">Where the count ended.</param>
/// <param name="LastDay">The last day in time: <paramref name="CountedTo"/>, rolled as the deadline says.</param>
public readonly record struct DeadlineWorking(
    Deadline Deadline, DateOnly EventDay, DateOnly CountedTo, DateOnly LastDay)
{
    /// <summary>True when the count ended on a weekend day or a holiday and was rolled off it.</summary>
    public bool WasRolled => CountedTo != LastDay;
}
