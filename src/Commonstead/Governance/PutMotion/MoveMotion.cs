using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A motion from the floor.</summary>
public sealed class MoveMotionInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>What it is called.</summary>
    [Required(ErrorMessage = "Enter what is moved."), Display(Name = "What is moved, in a few words")]
    [StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>Its words.</summary>
    [Required(ErrorMessage = "Enter the words that are voted on."), DataType(DataType.MultilineText)]
    [StringLength(10_000, ErrorMessage = "The text is longer than 10,000 characters.")]
    [Display(Name = "The words that are voted on")]
    public string Text { get; set; } = "";
}

/// <summary>Why a motion is not taken.</summary>
public enum MoveMotionRefusal
{
    /// <summary>What weighs more is brought before the notice goes out.</summary>
    [Says("The bylaws have no act that this body alone passes by a plain majority. Bring a resolution and put it on "
        + "the agenda.")]
    NoPlainAct,
}

/// <summary>Takes a motion from the floor: a resolution that this body alone passes by a plain majority.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Motion moved at a meeting")]
public sealed class MoveMotion(TrustDb db, MeetingRules meetings, BylawBook bylaws, ResolutionBook book)
    : IOperation<MoveMotionInput, MeetingId>
{
    // What the program connects to is brought with what it is about.
    private static readonly IReadOnlyList<string> _ownWay = [.. ActCodes.Needed.Except([ActCodes.Ordinary])];

    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(MoveMotionInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        var act = (await bylaws.On(meeting.Day)).Acts.FirstOrDefault(a => ResolutionBook.IsPlain(a)
            && a.Bodies[0].Body == meeting.Body && !_ownWay.Contains(a.Code));
        if (act is null) return MoveMotionRefusal.NoPlainAct;
        var resolution = new Resolution
        {
            Number = await book.NextNumber(),
            Title = input.Title.Trim(),
            Text = input.Text.Trim(),
            Act = act.Code,
            On = meeting.Day,
            Search = SearchText.Of(input.Title),
        };
        db.Add(resolution);
        db.Add(new AgendaItem
        {
            Meeting = meeting.Id,
            Number = meeting.NextItem,
            Title = resolution.Title,
            Resolution = resolution.Id,
        });
        return meeting.Id;
    }
}
