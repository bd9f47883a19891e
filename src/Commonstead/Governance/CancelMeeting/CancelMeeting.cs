using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A meeting to call off.</summary>
public sealed class CancelMeetingInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it is called off."), Display(Name = "Why it is called off")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters."), DataType(DataType.MultilineText)]
    public string Because { get; set; } = "";
}

/// <summary>Calls a meeting off; whoever was called is told.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Meeting called off")]
public sealed class CancelMeeting(MeetingRules meetings, Electorate electorate, MeetingMail mail)
    : IOperation<CancelMeetingInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(CancelMeetingInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Planned, MeetingState.Called);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var (meeting, wasCalled) = (found.Value, found.Value.State is MeetingState.Called);
        (meeting.State, meeting.CancelledBecause) = (MeetingState.Cancelled, input.Because.Trim());
        if (wasCalled) await mail.CalledOff(meeting, await electorate.On(meeting.Body, meeting.Day));
        return meeting.Id;
    }
}
