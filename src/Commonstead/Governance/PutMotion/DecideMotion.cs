using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A vote on a motion.</summary>
public sealed class DecideMotionInput : HandCountInput;

/// <summary>Records a meeting's vote on a motion, by show of hands.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Vote of a meeting recorded")]
public sealed class DecideMotion(HandCount hands, ResolutionBook book) : IOperation<DecideMotionInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(DecideMotionInput input)
    {
        var counted = await hands.Of(input);
        if (!counted.IsDone) return Outcome<MeetingId>.Refused(counted.Refusals);
        var (meeting, resolution, count) = counted.Value;
        var recorded = await book.Record(resolution, new BodyVote(meeting.Body, DecisionWay.Meeting, meeting.Day, count)
        {
            Source = meeting.Id.Value,
            Note = meeting.Title,
            MovedBy = input.MovedBy,
            SecondedBy = input.SecondedBy,
        });
        return recorded.IsDone ? meeting.Id : Outcome<MeetingId>.Refused(recorded.Refusals);
    }
}
