using System.Diagnostics.CodeAnalysis;

namespace Commonstead.Core;

/// <summary>A way of counting, with an option for everything its source leaves open.</summary>
public abstract record CountingRule
{
    /// <summary>Every rule with its usual options.</summary>
    public static IReadOnlyList<CountingRule> All { get; } =
        [new ScottishStv(), new MeekStv(), new InstantRunoff(), new ApprovalVote(), new ScoreVote()];

    /// <summary>The rule's name on the command line and in published files.</summary>
    public abstract string Code { get; }

    /// <summary>Where the rule is laid down.</summary>
    public abstract string Source { get; }

    /// <summary>What was chosen where the rule leaves a choice, by the option's name.</summary>
    public virtual IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>();

    /// <summary>Counts.</summary>
    /// <param name="contest">What to count.</param>
    /// <param name="lot">The lot that was drawn, for ties that nothing else decides.</param>
    public CountAnswer Count(Contest contest, Lot? lot = null)
    {
        if (contest.Seats < 1) return new CountAnswer(CountRefusal.NoSeat);
        if (!contest.Standing.Any()) return new CountAnswer(CountRefusal.NobodyStands);
        if (Refuses(contest) is { } refusal) return new CountAnswer(refusal);
        try
        {
            var transcript = Run(contest, lot);
            return transcript.ValidPapers == 0 && contest.Standing.Count() > contest.Seats
                ? new CountAnswer(CountRefusal.NoValidPaper)
                : new CountAnswer(transcript);
        }
        catch (LotNeededException needed)
        {
            return new CountAnswer(CountRefusal.LotNeeded) { Tied = needed.Tied, TiedOver = needed.Over };
        }
    }

    /// <summary>The rule with a name and its usual options, or null.</summary>
    public static CountingRule? Find(string code) =>
        All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.Ordinal));

    private protected virtual CountRefusal? Refuses(Contest contest) => null;

    private protected abstract CountTranscript Run(Contest contest, Lot? lot);
}

/// <summary>Why there is no result.</summary>
public enum CountRefusal
{
    /// <summary>There is nothing to fill.</summary>
    NoSeat,

    /// <summary>There is nobody to elect.</summary>
    NobodyStands,

    /// <summary>More stand than there are seats, and no paper says who is preferred.</summary>
    NoValidPaper,

    /// <summary>The rule fills one seat only.</summary>
    OneSeatOnly,

    /// <summary>Candidates are equal in everything the rule looks at: a lot has to be drawn.</summary>
    LotNeeded,
}

/// <summary>The transcript of a count, or why there is none.</summary>
public sealed record CountAnswer
{
    /// <summary>A count that came to its end.</summary>
    public CountAnswer(CountTranscript transcript) => Transcript = transcript;

    /// <summary>A count that did not.</summary>
    public CountAnswer(CountRefusal refusal) => Refusal = refusal;

    /// <summary>The transcript, or null.</summary>
    public CountTranscript? Transcript { get; }

    /// <summary>Why there is none, or null.</summary>
    public CountRefusal? Refusal { get; }

    /// <summary>Who is tied, when a lot is needed.</summary>
    public IReadOnlyList<int> Tied { get; init; } = [];

    /// <summary>What they are tied over, when a lot is needed.</summary>
    public TieOver? TiedOver { get; init; }

    /// <summary>True with the transcript when there is one, else false with the reason.</summary>
    public bool Has([NotNullWhen(true)] out CountTranscript? transcript, [NotNullWhen(false)] out CountRefusal? refusal)
    {
        (transcript, refusal) = (Transcript, Refusal);
        return transcript is not null;
    }
}

/// <summary>A count cannot go on before a lot is drawn.</summary>
internal sealed class LotNeededException(TieOver over, IReadOnlyList<int> tied)
    : Exception("A lot has to be drawn between candidates whom nothing else tells apart.")
{
    public TieOver Over { get; } = over;

    public IReadOnlyList<int> Tied { get; } = tied;
}
