using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Something for a meeting's agenda.</summary>
public sealed class AddAgendaItemInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>What it is called; the resolution's title when empty.</summary>
    [Display(Name = "Item"), StringLength(200, ErrorMessage = "The item is longer than 200 characters.")]
    public string? Title { get; set; }

    /// <summary>More about it.</summary>
    [Display(Name = "More about it"), DataType(DataType.MultilineText)]
    [StringLength(10_000, ErrorMessage = "The text is longer than 10,000 characters.")]
    public string? Text { get; set; }

    /// <summary>The resolution to vote on.</summary>
    [Display(Name = "Resolution to vote on")]
    public ResolutionId? Resolution { get; set; }
}

/// <summary>Why something does not come on the agenda.</summary>
public enum AddAgendaItemRefusal
{
    /// <summary>An item says what it is.</summary>
    [Says("Enter what the item is, or choose a resolution.", Field = nameof(AddAgendaItemInput.Title))]
    NothingSaid,

    /// <summary>A body votes on what the bylaws ask it about.</summary>
    [Says("The bylaws do not ask this body about that resolution, or it is settled.",
        Field = nameof(AddAgendaItemInput.Resolution))]
    NotForThisBody,

    /// <summary>Once is enough.</summary>
    [Says("This resolution stands on the agenda.", Field = nameof(AddAgendaItemInput.Resolution))]
    OnItAlready,

    /// <summary>Whoever got the notice knows what will be decided.</summary>
    [Says("Notice of this meeting is out. A resolution that asks for more than a plain majority needs its own notice: "
        + "put it on another meeting’s agenda.", Field = nameof(AddAgendaItemInput.Resolution))]
    NoticeIsOut,
}

/// <summary>Puts something on a meeting's agenda.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Item put on a meeting’s agenda")]
public sealed class AddAgendaItem(TrustDb db, MeetingRules meetings, ResolutionBook book)
    : IOperation<AddAgendaItemInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(AddAgendaItemInput input)
    {
        var found = await meetings.At(
            input.Meeting, MeetingState.Planned, MeetingState.Called, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        var title = input.Title?.Trim() ?? "";
        if (input.Resolution is { } id)
        {
            var resolution = await db.Set<Resolution>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id);
            if (resolution is not { State: ResolutionState.Open }) return AddAgendaItemRefusal.NotForThisBody;
            var rule = await book.RuleOf(resolution);
            if (rule.Bodies.All(b => b.Body != meeting.Body)) return AddAgendaItemRefusal.NotForThisBody;
            if (meeting.Agenda.Exists(i => i.Resolution == id)) return AddAgendaItemRefusal.OnItAlready;
            if (meeting.State is not MeetingState.Planned && !ResolutionBook.IsPlain(rule))
                return AddAgendaItemRefusal.NoticeIsOut;
            if (title.Length == 0) title = resolution.Title;
        }

        if (title.Length == 0) return AddAgendaItemRefusal.NothingSaid;
        db.Add(new AgendaItem
        {
            Meeting = meeting.Id,
            Number = meeting.NextItem,
            Title = title,
            Text = input.Text?.Trim() ?? "",
            Resolution = input.Resolution,
        });
        return meeting.Id;
    }
}
