using System.Globalization;

namespace Commonstead.Core;

/// <summary>What the votes for a resolution are a share of.</summary>
public enum VoteBase
{
    /// <summary>Of the votes for and against; abstentions are not votes cast (Robert's Rules 44:1).</summary>
    Cast,

    /// <summary>Of everyone who took part, those who abstained included.</summary>
    Present,

    /// <summary>Of everyone entitled to vote, whether they took part or not.</summary>
    Entire,
}

/// <summary>
/// A resolution: the contest's candidates are Yes, No and Abstain, every paper has one mark, and the first is elected
/// when enough are for it, else the second.
/// </summary>
public sealed record YesNoVote : CountingRule
{
    /// <summary>The candidates of every such contest.</summary>
    public static IReadOnlyList<Candidate> Choices { get; } = [new("Yes"), new("No"), new("Abstain")];

    /// <inheritdoc/>
    public override string Code => "yes_no";

    /// <inheritdoc/>
    public override string Source => "The trust's bylaws for the kind of act, as the options state them";

    /// <inheritdoc/>
    public override int Decimals => 0;

    /// <summary>How large the share of votes for must be.</summary>
    public Threshold Threshold { get; init; } = Threshold.Majority;

    /// <summary>What it is a share of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>Everyone entitled to vote, or present; needed unless the share is one of votes cast.</summary>
    public long BaseCount { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["threshold"] = Threshold.ToString(),
        ["of"] = Of.ToString().ToLowerInvariant(),
        ["base_count"] = BaseCount.ToString(CultureInfo.InvariantCulture),
    };

    private protected override CountingRule? With(string option, string value) => option switch
    {
        "threshold" when Threshold.TryParse(value, out var threshold) => this with { Threshold = threshold },
        "of" when Enum.TryParse<VoteBase>(value, true, out var of) => this with { Of = of },
        "base_count" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
            this with { BaseCount = count },
        _ => null,
    };

    private protected override CountRefusal? Refuses(Contest contest) =>
        contest.Candidates.SequenceEqual(Choices) ? null : CountRefusal.NotAResolution;

    private protected override bool NeedsPapers(Contest contest) => false;

    private protected override CountTranscript Run(Contest contest, Lot? lot)
    {
        var votes = new long[Choices.Count];
        for (var paper = 0; paper < contest.Papers.Count; paper++)
        {
            if (contest.Papers.Marks(paper) is [var mark]) votes[mark] += contest.Papers.Copies(paper);
        }

        var whole = Of is VoteBase.Cast ? votes[0] + votes[1] : BaseCount;
        return new CountTranscript
        {
            Rule = this,
            Contest = contest,
            ValidPapers = votes.Sum(),
            Stages =
            [
                new CountStage
                {
                    Number = 1,
                    Kind = StageKind.FirstPreferences,
                    Quota = Threshold.Needed(whole),
                    Votes = [.. votes.Select(v => (decimal)v)],
                    NonTransferable = 0,
                    Elected = [Threshold.IsReached(votes[0], whole) ? 0 : 1],
                },
            ],
        };
    }
}
