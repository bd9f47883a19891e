using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Minutes as they are to be.</summary>
public sealed class SaveMinutesInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>The meeting's version, as the writer saw it.</summary>
    public int Version { get; set; }

    /// <summary>The minutes.</summary>
    [Required(ErrorMessage = "Enter the minutes."), Display(Name = "Minutes"), DataType(DataType.MultilineText)]
    [StringLength(200_000, ErrorMessage = "The minutes are longer than 200,000 characters.")]
    public string Text { get; set; } = "";
}

/// <summary>Why minutes are not saved.</summary>
public enum SaveMinutesRefusal
{
    /// <summary>What a meeting approved stays as it approved it.</summary>
    [Says("These minutes are approved. A correction is a motion at a later meeting.", Kind = RefusalKind.Conflict)]
    ApprovedAlready,
}

/// <summary>Saves the draft of a meeting's minutes.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Minutes written")]
public sealed class SaveMinutes(MeetingRules meetings) : IOperation<SaveMinutesInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(SaveMinutesInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Closed);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        if (meeting.MinutesState is MinutesState.Approved) return SaveMinutesRefusal.ApprovedAlready;
        if (meeting.Version != input.Version) return Refusal.ChangedSince(meeting, input.Version, "the minutes");
        meeting.Minutes = input.Text.Trim();
        return meeting.Id;
    }
}
