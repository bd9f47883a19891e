using Commonstead.Platform.Calendars;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A meeting as a file for a calendar program.</summary>
public static class GovernanceApi
{
    /// <summary>Maps the file.</summary>
    public static void MapGovernance(this IEndpointRouteBuilder app) => app
        .MapGet("/meetings/{id}/meeting.ics", Calendar).RequireAuthorization(GovernancePermission.See);

    private static async Task<IResult> Calendar(
        MeetingId id, MeetingRegister meetings, Acting acting, HttpRequest request)
    {
        if (await meetings.Meeting(id) is not { } meeting) return Results.NotFound();
        var address = $"{request.Scheme}://{request.Host}/meetings/{id}";
        var one = new CalendarEvent(
            $"meeting-{id}@{request.Host.Host}", meeting.Day, meeting.Title,
            string.Join('\n', new[] { meeting.Place, meeting.Online }.Where(t => t.Length > 0)), address)
        {
            StartsAt = meeting.StartsAt,
            Place = meeting.Place,
        };
        return Results.Text(
            CalendarFile.Write(acting.Profile.Name, [one], acting.Now), CalendarFile.MediaType);
    }
}
