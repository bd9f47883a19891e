using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A meeting to close.</summary>
public sealed class CloseMeetingInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }
}

/// <summary>Closes a meeting and drafts its minutes from what happened.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Meeting closed")]
public sealed class CloseMeeting(TrustDb db, Acting acting, MeetingRules meetings, MinutesDraft draft)
    : IOperation<CloseMeetingInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(CloseMeetingInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        (meeting.State, meeting.ClosedAt) = (MeetingState.Closed, acting.Now);
        (meeting.Minutes, meeting.MinutesState) = (await draft.Of(meeting), MinutesState.Draft);
        foreach (var here in await db.Set<Attendance>()
            .Where(a => a.Meeting == meeting.Id && a.LeftAt == null).ToListAsync())
        {
            here.LeftAt = acting.Now;
        }

        return meeting.Id;
    }
}
