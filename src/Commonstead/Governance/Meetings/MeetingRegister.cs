using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Meetings as readers find them.</summary>
public sealed class MeetingRegister(TrustDb db, Acting acting, Electorate electorate, BylawBook bylaws)
{
    /// <summary>Every meeting the reader may see, for a list; drafts are only for those who keep them.</summary>
    public IQueryable<MeetingRow> Rows()
    {
        var (may, keeps) = (acting.Actor.May(GovernancePermission.See), acting.Actor.May(GovernancePermission.Keep));
        return db.Set<Meeting>().AsNoTracking().Where(m => may && (keeps || m.State != MeetingState.Planned))
            .Select(m => new MeetingRow
            {
                Id = m.Id,
                Title = m.Title,
                Kind = m.Kind,
                StartsAt = m.StartsAt,
                State = m.State,
                MinutesState = m.MinutesState,
                Search = m.Search,
            });
    }

    /// <summary>A meeting with its agenda; null when there is none to see.</summary>
    public async Task<Meeting?> Meeting(MeetingId id)
    {
        if (!acting.Actor.May(GovernancePermission.See)) return null;
        var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Agenda.OrderBy(i => i.Number))
            .FirstOrDefaultAsync(m => m.Id == id);
        return meeting?.State is MeetingState.Planned && !acting.Actor.May(GovernancePermission.Keep) ? null : meeting;
    }

    /// <summary>Meetings ahead, the next first.</summary>
    internal Task<List<Meeting>> Ahead(int most) => db.Set<Meeting>().AsNoTracking()
        .Where(m => m.State == MeetingState.Called && m.Day >= acting.Today).OrderBy(m => m.StartsAt).Take(most)
        .ToListAsync();

    /// <summary>Meetings of a body that are over and whose minutes wait for approval, the earliest first.</summary>
    internal Task<List<Meeting>> WithDraftMinutes(string body) => db.Set<Meeting>().AsNoTracking()
        .Where(m => m.Body == body && m.MinutesState == MinutesState.Draft).OrderBy(m => m.StartsAt).ToListAsync();

    /// <summary>Everyone who was there, in the order of their coming.</summary>
    internal Task<List<Attendance>> Attendances(MeetingId id) => db.Set<Attendance>().AsNoTracking()
        .Where(a => a.Meeting == id).OrderBy(a => a.ArrivedAt).ThenBy(a => a.Id).ToListAsync();

    /// <summary>The amendments a meeting voted on, in their order.</summary>
    internal Task<List<Amendment>> Amendments(MeetingId id) => db.Set<Amendment>().AsNoTracking()
        .Where(a => a.Meeting == id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync();

    /// <summary>The meetings whose minutes a meeting approved, by title.</summary>
    internal Task<List<string>> ApprovedBy(Meeting meeting) => db.Set<Meeting>().AsNoTracking()
        .Where(m => m.MinutesApprovedAt == meeting.Id).OrderBy(m => m.StartsAt).Select(m => m.Title).ToListAsync();

    /// <summary>The resolutions that a meeting's agenda names or that it decided, with their decisions.</summary>
    internal async Task<List<Resolution>> Resolutions(Meeting meeting)
    {
        var named = meeting.Agenda.Select(i => i.Resolution).OfType<ResolutionId>().ToList();
        return await db.Set<Resolution>().AsNoTracking().Include(r => r.Decisions)
            .Where(r => named.Contains(r.Id)).OrderBy(r => r.Number).ToListAsync();
    }

    /// <summary>Who is there now: the votes, of how many entitled, and whether that is a quorum.</summary>
    public async Task<Presence> Presence(Meeting meeting, BodyRule? rule = null)
    {
        var here = await db.Set<Attendance>().AsNoTracking()
            .Where(a => a.Meeting == meeting.Id && a.LeftAt == null).ToListAsync();
        var table = await bylaws.On(meeting.Day);
        rule ??= PlainRule(table, meeting.Body);
        var entitled = meeting.Entitled > 0 ? meeting.Entitled : await electorate.Count(meeting.Body, meeting.Day);
        string[] absent = meeting.Body == BodyCodes.Board
            ? [.. table.Board.Seats.Select(s => s.Class).Except(here.Select(a => a.Class))] : [];
        var quorum = rule?.Quorum ?? default;
        return new Presence(
            here.Count, here.Count(a => a.Way is AttendanceWay.Proxy), entitled, quorum.Needed(entitled),
            quorum.EachClass ? absent : []);
    }

    /// <summary>What a plain act of a body needs: what procedure at its meetings is held to.</summary>
    internal static BodyRule? PlainRule(BylawTable table, string body) => table.Acts
        .SelectMany(a => a.Bodies).Where(b => b.Body == body)
        .OrderByDescending(b => b.Share == Threshold.Majority && b.Of is not VoteBase.Entire).FirstOrDefault()
        ?? table.Act(ActCodes.Ordinary)?.Bodies.FirstOrDefault();
}

/// <summary>A meeting in the list.</summary>
public sealed class MeetingRow : ISearched
{
    /// <summary>The meeting.</summary>
    public MeetingId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>When it begins.</summary>
    public DateTime StartsAt { get; init; }

    /// <summary>How far it has come.</summary>
    public MeetingState State { get; init; }

    /// <summary>How far its minutes have come.</summary>
    public MinutesState MinutesState { get; init; }

    /// <inheritdoc/>
    public string Search { get; init; } = "";
}

/// <summary>Who is there now.</summary>
/// <param name="Votes">Votes present, proxies included.</param>
/// <param name="Proxies">Those of them by proxy.</param>
/// <param name="Entitled">Everyone entitled.</param>
/// <param name="Needed">The fewest that make a quorum.</param>
/// <param name="ClassesAbsent">Classes that a quorum needs and of which nobody is there.</param>
public sealed record Presence(
    int Votes, int Proxies, int Entitled, long Needed, IReadOnlyList<string> ClassesAbsent)
{
    /// <summary>True when the meeting can decide.</summary>
    public bool IsQuorate => HasNumbers && ClassesAbsent.Count == 0;

    /// <summary>True when enough are there, of whatever class.</summary>
    public bool HasNumbers => Votes >= Needed && Votes > 0;
}
