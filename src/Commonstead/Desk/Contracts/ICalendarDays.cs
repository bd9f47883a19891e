namespace Commonstead.Desk;

/// <summary>
/// Last days that a capability has for the calendar feed. Whoever subscribes to the feed sees them in a calendar
/// program, so they name homes and never persons.
/// </summary>
public interface ICalendarDays
{
    /// <summary>The last days ahead and passed that are still open; at most a thousand.</summary>
    Task<IReadOnlyList<CalendarDay>> Open();
}

/// <summary>One last day.</summary>
/// <param name="Id">The same for the same day every time, unlike any other's.</param>
/// <param name="Day">The day.</param>
/// <param name="What">What is due, in English, the key of its translation.</param>
/// <param name="Where">The home or place it is about, as it is; null for none.</param>
/// <param name="Loss">Who does it, and who loses what when the day passes, in English.</param>
/// <param name="Href">Where it is done, on this site.</param>
public sealed record CalendarDay(
    string Id, DateOnly Day, string What, string? Where, IReadOnlyList<string> Loss, string Href)
{
    /// <summary>When it begins or ends, as an instant; null for something that has all day.</summary>
    public DateTime? At { get; init; }
}
