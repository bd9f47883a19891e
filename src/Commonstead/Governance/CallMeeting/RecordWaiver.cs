using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>That everyone entitled has waived the notice of a meeting.</summary>
public sealed class RecordWaiverInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where the waiver stands.")]
    [Display(Name = "Where the waiver of everyone entitled stands")]
    [StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string Note { get; set; } = "";
}

/// <summary>Why no waiver is recorded.</summary>
public enum RecordWaiverRefusal
{
    /// <summary>A meeting that was called in time needs none.</summary>
    [Says("This meeting was called in time, or its waiver is on record.", Kind = RefusalKind.Conflict)]
    NotNeeded,
}

/// <summary>Records that everyone entitled has waived the notice of a meeting that was called too late.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Waiver of notice recorded")]
public sealed class RecordWaiver(MeetingRules meetings) : IOperation<RecordWaiverInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(RecordWaiverInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Called, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        if (!found.Value.NeedsWaiver || found.Value.Waiver.Length > 0) return RecordWaiverRefusal.NotNeeded;
        found.Value.Waiver = input.Note.Trim();
        return found.Value.Id;
    }
}
