using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Something to be taken off a meeting's agenda.</summary>
public sealed class RemoveAgendaItemInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>The item.</summary>
    public AgendaItemId Item { get; set; }
}

/// <summary>Why something stays on an agenda.</summary>
public enum RemoveAgendaItemRefusal
{
    /// <summary>Papers belong to something that is there to be read.</summary>
    [Says("Papers belong to this item. Withdraw them first.", Kind = RefusalKind.Conflict)]
    HasPapers,
}

/// <summary>Takes something off a meeting's agenda before notice is given.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Item taken off a meeting’s agenda")]
public sealed class RemoveAgendaItem(TrustDb db, MeetingRules meetings, MeetingPapers papers)
    : IOperation<RemoveAgendaItemInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(RemoveAgendaItemInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Planned);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        if (found.Value.Agenda.Find(i => i.Id == input.Item) is not { } item) return CommonRefusal.NotFound;
        if (await papers.Has(item.Id)) return RemoveAgendaItemRefusal.HasPapers;
        db.Remove(item);
        foreach (var later in found.Value.Agenda.Where(i => i.Number > item.Number)) later.Number--;
        return found.Value.Id;
    }
}
