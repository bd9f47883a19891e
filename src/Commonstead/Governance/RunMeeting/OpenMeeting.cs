using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A meeting to open.</summary>
public sealed class OpenMeetingInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }
}

/// <summary>Why a meeting is not opened.</summary>
public enum OpenMeetingRefusal
{
    /// <summary>People come at the hour they were told.</summary>
    [Says("The meeting is called for {0}. It can be opened from half an hour before.")]
    TooEarly,
}

/// <summary>Opens a meeting: from now on it is recorded who is there.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Meeting opened")]
public sealed class OpenMeeting(Acting acting, MeetingRules meetings, Electorate electorate)
    : IOperation<OpenMeetingInput, MeetingId>
{
    private static readonly TimeSpan _before = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(OpenMeetingInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Called);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        if (acting.Now < meeting.StartsAt - _before) return new Refusal(OpenMeetingRefusal.TooEarly, meeting.Day);
        (meeting.State, meeting.OpenedAt) = (MeetingState.Open, acting.Now);
        meeting.Entitled = await electorate.Count(meeting.Body, meeting.Day);
        return meeting.Id;
    }
}
