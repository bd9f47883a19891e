using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The days on which nominations close, for the calendar feed.</summary>
internal sealed class ElectionDays(ElectionRegister elections, Acting acting) : ICalendarDays
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CalendarDay>> Open() =>
    [
        .. (await elections.UnderWay(Most)).Where(e => e.State is ElectionState.Nominations)
            .Select(e => new CalendarDay(
                $"election-{e.Id}",
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(e.NominationsUntil, acting.Profile.Zone)),
                "Nominations close", e.Title, ["After this hour nobody can be nominated."], $"/elections/{e.Id}")
            { At = e.NominationsUntil }),
    ];
}
