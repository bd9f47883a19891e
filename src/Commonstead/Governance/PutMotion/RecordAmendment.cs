using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A vote on other words for a motion.</summary>
public sealed class RecordAmendmentInput : HandCountInput
{
    /// <summary>The words as they would be.</summary>
    [Required(ErrorMessage = "Enter the words as they would be."), DataType(DataType.MultilineText)]
    [StringLength(10_000, ErrorMessage = "The text is longer than 10,000 characters.")]
    [Display(Name = "The words as they would be")]
    public string Text { get; set; } = "";
}

/// <summary>Why an amendment is not recorded.</summary>
public enum RecordAmendmentRefusal
{
    /// <summary>What is settled keeps its words.</summary>
    [Says("The resolution is settled, or another body has voted on these words.", Kind = RefusalKind.Conflict)]
    VotedOnAlready,

    /// <summary>A change changes something.</summary>
    [Says("These are the words that stand already.", Field = nameof(RecordAmendmentInput.Text))]
    SameWords,
}

/// <summary>
/// Records a meeting's vote on an amendment; a plain majority of the votes cast carries it (Robert's Rules 12:7), and
/// the motion then has the new words.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Amendment voted on")]
public sealed class RecordAmendment(TrustDb db, Acting acting, HandCount hands)
    : IOperation<RecordAmendmentInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(RecordAmendmentInput input)
    {
        var counted = await hands.Of(input);
        if (!counted.IsDone) return Outcome<MeetingId>.Refused(counted.Refusals);
        var (meeting, resolution, count) = counted.Value;
        if (resolution.State is not ResolutionState.Open
            || resolution.Decisions.Exists(d => d.StruckBecause.Length == 0))
        {
            return RecordAmendmentRefusal.VotedOnAlready;
        }

        var words = input.Text.Trim();
        if (words == resolution.Text) return RecordAmendmentRefusal.SameWords;
        var carried = Threshold.Majority.IsReached(count.For, count.For + count.Against);
        db.Add(new Amendment
        {
            Meeting = meeting.Id,
            Resolution = resolution.Id,
            Before = resolution.Text,
            After = words,
            MovedBy = input.MovedBy,
            SecondedBy = input.SecondedBy,
            For = count.For,
            Against = count.Against,
            Abstain = count.Abstain,
            Carried = carried,
            At = acting.Now,
        });
        if (carried) resolution.Text = words;
        return meeting.Id;
    }
}
