using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A meeting to call.</summary>
public sealed class CallMeetingInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>Call it although it is too late, so that it needs a waiver of notice by everyone entitled.</summary>
    [Display(Name = "Call it all the same: it then decides nothing before everyone has waived the notice")]
    public bool NeedsWaiver { get; set; }

    /// <summary>Where the trust's pages are reached, for the letters; the channel says it.</summary>
    [StringLength(300, ErrorMessage = "The address is longer than 300 characters.")]
    public string Site { get; set; } = "";
}

/// <summary>Why a meeting is not called.</summary>
public enum CallMeetingRefusal
{
    /// <summary>People are told what will be decided.</summary>
    [Says("The agenda is empty. A notice says what the meeting is about.")]
    NoAgenda,

    /// <summary>The bylaws give people time.</summary>
    [Says("The bylaws ask for {0} days of notice: the last day for it was {1}. Move the meeting, or call it with a "
        + "waiver.", Field = nameof(CallMeetingInput.NeedsWaiver))]
    TooLate,

    /// <summary>A meeting has somebody who can come.</summary>
    [Says("Nobody is entitled to vote at it.")]
    NobodyEntitled,

    /// <summary>It is over before anybody could come.</summary>
    [Says("The meeting’s hour has passed.")]
    HourPassed,
}

/// <summary>Gives notice of a meeting by mail to everyone entitled to vote at it.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Notice of a meeting given")]
public sealed class CallMeeting(
    Acting acting, MeetingRules meetings, BylawBook bylaws, Electorate electorate, MeetingPapers papers,
    MeetingMail mail)
    : IOperation<CallMeetingInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(CallMeetingInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Planned);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        if (meeting.Agenda.Count == 0) return CallMeetingRefusal.NoAgenda;
        if (meeting.StartsAt <= acting.Now) return CallMeetingRefusal.HourPassed;
        var days = await meetings.NoticeDays(meeting);
        var last = (await bylaws.On(acting.Today)).LastDayOfNotice(meeting.Day, days);
        var isLate = acting.Today > last;
        if (isLate && !input.NeedsWaiver) return new Refusal(CallMeetingRefusal.TooLate, days, last);
        var electors = await electorate.On(meeting.Body, meeting.Day);
        if (electors.Count == 0) return CallMeetingRefusal.NobodyEntitled;
        (meeting.State, meeting.CalledOn, meeting.NeedsWaiver) = (MeetingState.Called, acting.Today, isLate);
        await mail.Notice(meeting, electors, await papers.Of(meeting), input.Site);
        return meeting.Id;
    }
}
