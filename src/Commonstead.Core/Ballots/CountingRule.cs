using System.Diagnostics.CodeAnalysis;

namespace Commonstead.Core;

/// <summary>A way of counting, with an option for everything its source leaves open.</summary>
public abstract record CountingRule
{
    /// <summary>Every rule with its usual options.</summary>
    public static IReadOnlyList<CountingRule> All { get; } =
    [
        new ScottishStv(), new MeekStv(), new InstantRunoff(), new ApprovalVote(), new ScoreVote(), new YesNoVote(),
    ];

    /// <summary>The rule's name on the command line and in published files.</summary>
    public abstract string Code { get; }

    /// <summary>Where the rule is laid down.</summary>
    public abstract string Source { get; }

    /// <summary>The decimals its votes are counted and written to.</summary>
    public abstract int Decimals { get; }

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
        if (NeedsPapers(contest) && !contest.HasMarks) return new CountAnswer(CountRefusal.NoValidPaper);
        try
        {
            return new CountAnswer(Run(contest, lot));
        }
        catch (LotNeededException needed)
        {
            return new CountAnswer(CountRefusal.LotNeeded) { Tied = needed.Tied, TiedOver = needed.Over };
        }
    }

    /// <summary>The rule with a name and its usual options, or null.</summary>
    public static CountingRule? Find(string code) =>
        All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.Ordinal));

    /// <summary>The rule with a name and options as <see cref="Options"/> writes them.</summary>
    /// <param name="code">Its name.</param>
    /// <param name="options">Those that differ from the usual.</param>
    /// <param name="unknown">What is not known: the name or an option with its value; null when all is.</param>
    public static CountingRule? Find(string code, IReadOnlyDictionary<string, string> options, out string? unknown)
    {
        unknown = code;
        var rule = Find(code);
        foreach (var (option, value) in options)
        {
            if (rule is null) return null;
            unknown = $"{option}={value}";
            // What only states how the rule works cannot be chosen, but may be repeated.
            if (rule.Options.GetValueOrDefault(option) != value) rule = rule.With(option, value);
        }

        if (rule is not null) unknown = null;
        return rule;
    }

    private protected virtual CountingRule? With(string option, string value) => null;

    // Without papers nobody is preferred; but whoever stands without a rival needs none.
    private protected virtual bool NeedsPapers(Contest contest) => contest.Standing.Count() > contest.Seats;

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

    /// <summary>The rule counts Yes, No and Abstain only.</summary>
    NotAResolution,

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
