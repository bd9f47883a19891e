using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Minutes that a later meeting approves.</summary>
public sealed class ApproveMinutesInput : IMeetingInput
{
    /// <summary>The meeting that approves them.</summary>
    public MeetingId Meeting { get; set; }

    /// <summary>The meeting whose minutes they are.</summary>
    public MeetingId Of { get; set; }

    /// <summary>Their version, as it was read out.</summary>
    public int Version { get; set; }
}

/// <summary>Why minutes are not approved.</summary>
public enum ApproveMinutesRefusal
{
    /// <summary>A body approves its own minutes, once.</summary>
    [Says("These are no draft minutes of the same body.", Kind = RefusalKind.Conflict)]
    NotADraft,

    /// <summary>Approving is deciding.</summary>
    [Says("There is no quorum: {0} are present and {1} are needed.")]
    NoQuorum,
}

/// <summary>Records that a meeting approved the minutes of an earlier one, which members then read.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Minutes approved")]
public sealed class ApproveMinutes(TrustDb db, MeetingRules meetings, MeetingRegister register)
    : IOperation<ApproveMinutesInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(ApproveMinutesInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var earlier = await db.Set<Meeting>().FirstOrDefaultAsync(m => m.Id == input.Of);
        if (earlier is not { MinutesState: MinutesState.Draft } || earlier.Body != found.Value.Body)
            return ApproveMinutesRefusal.NotADraft;
        if (earlier.Version != input.Version) return Refusal.ChangedSince(earlier, input.Version, "the minutes");
        var presence = await register.Presence(found.Value);
        if (!presence.IsQuorate)
            return new Refusal(ApproveMinutesRefusal.NoQuorum, presence.Votes, presence.Needed);
        (earlier.MinutesState, earlier.MinutesApprovedOn, earlier.MinutesApprovedAt) =
            (MinutesState.Approved, found.Value.Day, found.Value.Id);
        return found.Value.Id;
    }
}
