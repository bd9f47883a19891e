namespace Commonstead.Core;

/// <summary>
/// A count from the first preferences to the last seat, as a returning officer reports it. At every stage the votes
/// held and the non-transferable votes together are the valid papers.
/// </summary>
public sealed record CountTranscript
{
    /// <summary>The rule that was followed, with its options.</summary>
    public required CountingRule Rule { get; init; }

    /// <summary>What was counted.</summary>
    public required Contest Contest { get; init; }

    /// <summary>Papers with a mark that counts.</summary>
    public required long ValidPapers { get; init; }

    /// <summary>Papers without one.</summary>
    public long InvalidPapers => Contest.Papers.Total - ValidPapers;

    /// <summary>The stages, the first preferences first.</summary>
    public required IReadOnlyList<CountStage> Stages { get; init; }

    /// <summary>The lot that was drawn, when one was; it decides only what the rule leaves to it.</summary>
    public Lot? Lot { get; init; }

    /// <summary>The candidates elected, in the order of their election.</summary>
    public IEnumerable<int> Elected => Stages.SelectMany(s => s.Elected);

    /// <summary>The stage at which a candidate was excluded, or null.</summary>
    public CountStage? ExclusionOf(int candidate) =>
        Stages.FirstOrDefault(s => s.Kind is StageKind.Exclusion && s.Of == candidate);
}

/// <summary>What a stage of a count does.</summary>
public enum StageKind
{
    /// <summary>Every paper goes to its first candidate, or every mark to its candidate.</summary>
    FirstPreferences,

    /// <summary>What an elected candidate holds beyond the quota goes to next preferences.</summary>
    Surplus,

    /// <summary>The papers of the candidate with the fewest votes go to next preferences.</summary>
    Exclusion,

    /// <summary>Those elected keep smaller shares until each holds the quota (Meek).</summary>
    Convergence,
}

/// <summary>One stage of a count.</summary>
public sealed record CountStage
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required StageKind Kind { get; init; }

    /// <summary>The candidate whose surplus or papers were moved, or null.</summary>
    public int? Of { get; init; }

    /// <summary>The votes that elect at this stage; null where the most votes do.</summary>
    public required decimal? Quota { get; init; }

    /// <summary>Votes held after the stage, by candidate.</summary>
    public required IReadOnlyList<decimal> Votes { get; init; }

    /// <summary>Valid papers' votes that nobody holds, those lost by rounding down included.</summary>
    public required decimal NonTransferable { get; init; }

    /// <summary>Elected at the end of this stage, the one with most votes first.</summary>
    public required IReadOnlyList<int> Elected { get; init; }

    /// <summary>Those of them who did not reach the quota: no more were left than seats.</summary>
    public IReadOnlyList<int> ByLastVacancies { get; init; } = [];

    /// <summary>The share of each vote that a candidate keeps, by candidate (Meek), or null.</summary>
    public IReadOnlyList<decimal>? Keeps { get; init; }

    /// <summary>Ties decided to choose what this stage does, or who is elected at its end.</summary>
    public IReadOnlyList<TieDecision> Ties { get; init; } = [];
}

/// <summary>What a tie is about.</summary>
public enum TieOver
{
    /// <summary>Whose surplus is moved first.</summary>
    Surplus,

    /// <summary>Who is excluded.</summary>
    Exclusion,

    /// <summary>Who is elected.</summary>
    Seat,
}

/// <summary>How candidates of equal votes were told apart.</summary>
/// <param name="Over">What for.</param>
/// <param name="Tied">Who had equal votes.</param>
/// <param name="Chosen">Whose surplus is moved, who is excluded or who is elected.</param>
/// <param name="EarlierStage">The stage at which they differed; null when the lot decided.</param>
public sealed record TieDecision(TieOver Over, IReadOnlyList<int> Tied, int Chosen, int? EarlierStage);
