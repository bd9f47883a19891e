using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A vote that leaves a meeting.</summary>
public sealed class RecordLeavingInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>The attendance.</summary>
    public AttendanceId Attendance { get; set; }
}

/// <summary>Why nobody is recorded as gone.</summary>
public enum RecordLeavingRefusal
{
    /// <summary>Nobody goes twice.</summary>
    [Says("They have left already.", Kind = RefusalKind.Conflict)]
    GoneAlready,
}

/// <summary>
/// Records that a vote has left a meeting; the votes that somebody held as a proxy leave with them, and with enough of
/// them the quorum.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Leaving of a meeting recorded")]
public sealed class RecordLeaving(TrustDb db, Acting acting, MeetingRules meetings)
    : IOperation<RecordLeavingInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(RecordLeavingInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var one = await db.Set<Attendance>()
            .FirstOrDefaultAsync(a => a.Id == input.Attendance && a.Meeting == input.Meeting);
        if (one is null) return CommonRefusal.NotFound;
        if (one.LeftAt is not null) return RecordLeavingRefusal.GoneAlready;
        one.LeftAt = acting.Now;
        if (one.Proxy is not null) return found.Value.Id;
        // Whoever votes for several members stays the proxy while one of those votes is still there.
        var stays = await db.Set<Attendance>().AnyAsync(a => a.Meeting == input.Meeting && a.Person == one.Person
            && a.Proxy == null && a.LeftAt == null && a.Id != one.Id);
        if (stays) return found.Value.Id;
        foreach (var held in await db.Set<Attendance>()
            .Where(a => a.Meeting == input.Meeting && a.Proxy == one.Person && a.LeftAt == null).ToListAsync())
        {
            held.LeftAt = acting.Now;
        }

        return found.Value.Id;
    }
}
