using Commonstead.Desk;

namespace Commonstead.Governance;

/// <summary>Meetings ahead, for the calendar feed.</summary>
internal sealed class MeetingDays(MeetingRegister meetings) : ICalendarDays
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CalendarDay>> Open() =>
    [
        .. (await meetings.Ahead(Most)).Select(m => new CalendarDay(
            $"meeting-{m.Id}", m.Day, m.Title, m.Place, [], $"/meetings/{m.Id}") { At = m.StartsAt }),
    ];
}
