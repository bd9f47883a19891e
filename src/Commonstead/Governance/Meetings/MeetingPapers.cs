using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>
/// The papers of a meeting, for the whole of it or for an item of its agenda: added by whoever keeps meetings, read by
/// those entitled to vote at it and by those who look after the record.
/// </summary>
public sealed class MeetingPapers(TrustDb db, MeetingRegister meetings, Electorate electorate, Acting acting)
{
    /// <summary>The kind of the papers for a whole meeting, in addresses.</summary>
    public const string OfMeeting = "meeting";

    /// <summary>The kind of the papers for an item of an agenda, in addresses.</summary>
    public const string OfItem = "agenda-item";

    /// <summary>True when the reader may read a meeting's papers: the board's are not the members'.</summary>
    public async Task<bool> MayRead(Meeting meeting)
    {
        var actor = acting.Actor;
        if (actor.May(GovernancePermission.Keep) || actor.May(GovernancePermission.Confirm)
            || actor.May(AuditPermission.SeePersonal))
        {
            return true;
        }

        return actor.Person is { } own && await electorate.Has(meeting.Body, new PersonId(own), meeting.Day);
    }

    /// <summary>True when the reader may add papers, and withdraw them.</summary>
    public bool MayAdd(Meeting meeting) =>
        acting.Actor.May(GovernancePermission.Keep) && meeting.State is not MeetingState.Cancelled;

    /// <summary>A meeting that the reader sees and whose papers she may read; null when there is none.</summary>
    internal async Task<Meeting?> Readable(MeetingId id) =>
        await meetings.Meeting(id) is { } meeting && await MayRead(meeting) ? meeting : null;

    /// <summary>An item of an agenda whose papers the reader may read, with its meeting; null when there is none.
    /// </summary>
    internal async Task<(Meeting Meeting, AgendaItem Item)?> Readable(AgendaItemId id)
    {
        var item = await db.Set<AgendaItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id);
        return item is not null && await Readable(item.Meeting) is { } meeting ? (meeting, item) : null;
    }

    /// <summary>A meeting's papers that were not withdrawn, by what they belong to: the meeting, or an item. Whoever
    /// asks has looked who may read them.</summary>
    internal async Task<ILookup<Guid, Document>> Of(Meeting meeting)
    {
        Guid[] owners = [meeting.Id.Value, .. meeting.Agenda.Select(i => i.Id.Value)];
        var papers = await db.Set<Document>().AsNoTracking()
            .Where(d => owners.Contains(d.Owner) && (d.Kind == OfMeeting || d.Kind == OfItem) && d.WithdrawnOn == null)
            .OrderBy(d => d.AddedAt).ThenBy(d => d.Id).ToListAsync();
        return papers.ToLookup(d => d.Owner);
    }

    /// <summary>True while an item has papers.</summary>
    internal Task<bool> Has(AgendaItemId item) => db.Set<Document>()
        .AnyAsync(d => d.Owner == item.Value && d.Kind == OfItem && d.WithdrawnOn == null);
}

/// <summary>Documents that belong to a meeting as a whole.</summary>
internal sealed class MeetingDocuments(MeetingPapers papers) : IDocumentOwner
{
    public string Kind => MeetingPapers.OfMeeting;

    public async Task<DocumentPlace?> Find(Guid id) => await papers.Readable(MeetingId.From(id)) is { } meeting
        ? new DocumentPlace(meeting.Title, $"/meetings/{meeting.Id}", papers.MayAdd(meeting)) : null;
}

/// <summary>Documents that belong to an item of a meeting's agenda.</summary>
internal sealed class AgendaItemDocuments(MeetingPapers papers) : IDocumentOwner
{
    public string Kind => MeetingPapers.OfItem;

    public async Task<DocumentPlace?> Find(Guid id) => await papers.Readable(AgendaItemId.From(id)) is var (of, item)
        ? new DocumentPlace($"{of.Title}, {item.Number}. {item.Title}", $"/meetings/{of.Id}", papers.MayAdd(of)) : null;
}
