using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>What is done to one meeting.</summary>
public interface IMeetingInput
{
    /// <summary>The meeting.</summary>
    MeetingId Meeting { get; set; }
}

/// <summary>The refusals that what is done to meetings shares.</summary>
public enum MeetingRefusal
{
    /// <summary>Each thing has its time.</summary>
    [Says("The meeting is not at the stage for this: {0}.", Kind = RefusalKind.Conflict)]
    NotNow,

    /// <summary>The hour does not exist on that day.</summary>
    [Says("There is no {0} on that day: the clocks go forward.", Field = "Time")]
    NoSuchHour,
}

/// <summary>What the operations on meetings look up and check alike.</summary>
public sealed class MeetingRules(TrustDb db, BylawBook bylaws)
{
    /// <summary>A meeting with its agenda, tracked, at one of some stages.</summary>
    internal async Task<Outcome<Meeting>> At(MeetingId id, params IReadOnlyCollection<MeetingState> stages)
    {
        var meeting = await db.Set<Meeting>().Include(m => m.Agenda.OrderBy(i => i.Number))
            .FirstOrDefaultAsync(m => m.Id == id);
        if (meeting is null) return CommonRefusal.NotFound;
        return stages.Contains(meeting.State) ? meeting : new Refusal(MeetingRefusal.NotNow, meeting.State);
    }

    /// <summary>The days of notice that a meeting needs: the most that anything on its agenda asks for.</summary>
    internal async Task<int> NoticeDays(Meeting meeting)
    {
        var named = meeting.Agenda.Select(i => i.Resolution).OfType<ResolutionId>().ToList();
        var resolutions = await db.Set<Resolution>().AsNoTracking().Where(r => named.Contains(r.Id)).ToListAsync();
        var days = MeetingRegister.PlainRule(await bylaws.On(meeting.Day), meeting.Body)?.NoticeDays ?? 0;
        foreach (var resolution in resolutions)
        {
            var asked = (await bylaws.On(resolution.On)).Act(resolution.Act)?.Bodies
                .FirstOrDefault(b => b.Body == meeting.Body)?.NoticeDays ?? 0;
            days = Math.Max(days, asked);
        }

        return days;
    }
}
