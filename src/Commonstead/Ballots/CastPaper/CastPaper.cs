using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>A voter's marks.</summary>
[Secret]
public sealed class CastPaperInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The voter's entry on its roll.</summary>
    public RollEntryId Entry { get; set; }

    /// <summary>For each choice the rank, the points, or 1 for a mark; nothing where nothing is marked.</summary>
    [MaxLength(200, ErrorMessage = "There are more marks than choices.")]
    public List<int?> Values { get; set; } = [];
}

/// <summary>Why a paper is not taken.</summary>
public enum CastPaperRefusal
{
    /// <summary>Too early or too late.</summary>
    [Says("The ballot is not open. No paper was taken.", Kind = RefusalKind.Conflict)]
    NotOpen,

    /// <summary>Only whoever stands on the roll votes, each for herself.</summary>
    [Says("You do not stand on this ballot’s roll, which was frozen when it opened.", Kind = RefusalKind.NotAllowed)]
    NotOnTheRoll,

    /// <summary>The paper has so many choices.</summary>
    [Says("The marks do not fit the ballot paper. Load the page again.", Kind = RefusalKind.Input)]
    OtherPaper,

    /// <summary>An empty paper says nothing.</summary>
    [Says("Nothing is marked.")]
    NothingMarked,

    /// <summary>Yes, no or abstain.</summary>
    [Says("Mark one choice.")]
    OneMarkOnly,

    /// <summary>Points have a range.</summary>
    [Says("Give each choice from 0 to {0} points.")]
    PointsOutOfRange,

    /// <summary>A preference is given once.</summary>
    [Says("Preference {0} is given twice. Give each preference to one choice.")]
    RankTwice,

    /// <summary>One vote an entry: the first way counts.</summary>
    [Says("Your vote has come on paper and counts. No paper was taken online.", Kind = RefusalKind.Conflict)]
    VotedOnPaper,

    /// <summary>No such code, or it was used, or another one took its place.</summary>
    [Says("This code is not good: it was mistyped, used already, or replaced by a later one, or the ballot has closed. "
        + "Ask a returning officer.", Kind = RefusalKind.NotFound)]
    CodeNotGood,

    /// <summary>Preferences have no gaps.</summary>
    [Says("Preference {0} is missing. Number your choices 1, 2, 3 and so on, as far as you like.")]
    RankMissing,
}

/// <summary>
/// Takes a voter's paper: seals it so that nobody can read it without the returning officers, puts it into the box, and
/// gives the receipt, which stands nowhere else but in the envelope. A later paper of the same entry takes its place.
/// </summary>
public sealed class CastPaper(Acting acting, BallotBox box)
{
    /// <summary>Casts a paper for the present actor.</summary>
    /// <returns>The receipt.</returns>
    public async Task<Outcome<string>> Run(CastPaperInput input) => acting.Actor.Person is { } voter
        ? await Cast(input, new PersonId(voter), null)
        : CastPaperRefusal.NotOnTheRoll;

    /// <summary>Casts a paper for whoever has a code, which is used up by it.</summary>
    /// <returns>The receipt.</returns>
    internal Task<Outcome<string>> RunBy(CodeHolder holder, List<int?> values) => Cast(
        new CastPaperInput { Ballot = holder.Ballot.Id, Entry = holder.Entry, Values = values },
        holder.Voter, holder.Hash);

    private async Task<Outcome<string>> Cast(CastPaperInput input, PersonId voter, string? code)
    {
        if (InputBounds.Check(input) is { Count: > 0 } outOfBounds) return Outcome<string>.Refused(outOfBounds);
        if (await box.Open(acting.Trust, input.Ballot) is not { } open || acting.Now >= open.ClosesAt)
            return CastPaperRefusal.NotOpen;
        if (input.Values.Count != open.Choices) return CastPaperRefusal.OtherPaper;
        var marks = PaperForm.Read(open.Rule, input.Values);
        if (!marks.IsDone) return Outcome<string>.Refused(marks.Refusals);
        var paper = PaperContent.Marked(marks.Value);
        var envelope = open.Key.Seal(paper.ToBytes(open.Choices), BoundTo(input.Ballot, input.Entry));
        var refused = await box.Put(acting.Trust, new NewEnvelope(input.Ballot, input.Entry, voter, envelope, code));
        return refused is null ? paper.Receipt : refused;
    }

    /// <summary>What an envelope is bound to: its ballot and its entry on the roll.</summary>
    internal static byte[] BoundTo(BallotId ballot, RollEntryId entry) =>
        [.. ballot.Value.ToByteArray(), .. entry.Value.ToByteArray()];
}
