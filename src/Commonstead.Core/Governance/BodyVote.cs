namespace Commonstead.Core;

/// <summary>How a body voted: at a meeting, by ballot, or in writing.</summary>
public sealed record VoteCount
{
    /// <summary>Votes for.</summary>
    public required int For { get; init; }

    /// <summary>Votes against.</summary>
    public required int Against { get; init; }

    /// <summary>Those who took part and voted neither way.</summary>
    public int Abstain { get; init; }

    /// <summary>Those present, proxies included; those who took part where there was no meeting.</summary>
    public required int Present { get; init; }

    /// <summary>Everyone entitled to vote.</summary>
    public required int Entitled { get; init; }

    /// <summary>Classes with seats of which nobody was there.</summary>
    public IReadOnlyList<string> ClassesAbsent { get; init; } = [];

    /// <summary>Votes for, against and neither.</summary>
    public int Cast => For + Against + Abstain;

    /// <summary>True when the figures can be true together.</summary>
    public bool IsPossible => For >= 0 && Against >= 0 && Abstain >= 0 && Cast <= Present && Present <= Entitled;
}

/// <summary>What is asked of a vote before it has passed.</summary>
public enum VoteCheckKind
{
    /// <summary>Enough were there.</summary>
    Quorum,

    /// <summary>Every class with seats was there.</summary>
    EachClass,

    /// <summary>Enough of those entitled took part.</summary>
    Turnout,

    /// <summary>Enough were for it.</summary>
    Share,
}

/// <summary>One thing asked of a vote, with its figures.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Had">What there was.</param>
/// <param name="Needed">The fewest that are enough.</param>
/// <param name="Whole">What it is a share of.</param>
/// <param name="Holds">True when it was enough.</param>
public sealed record VoteCheck(VoteCheckKind Kind, long Had, long Needed, long Whole, bool Holds);

/// <summary>Whether a body passed an act, with everything that was asked.</summary>
/// <param name="Checks">What was asked, in the order in which it is asked.</param>
public sealed record BodyVerdict(IReadOnlyList<VoteCheck> Checks)
{
    /// <summary>True when all of it held.</summary>
    public bool Passed => Checks.All(c => c.Holds);

    /// <summary>True when the body could decide at all.</summary>
    public bool IsQuorate =>
        Checks.Where(c => c.Kind is VoteCheckKind.Quorum or VoteCheckKind.EachClass).All(c => c.Holds);

    /// <summary>Judges a vote.</summary>
    /// <param name="rule">What the bylaws ask of the body.</param>
    /// <param name="count">How it voted.</param>
    /// <param name="confirming">The share a confirming vote needs; null for a first vote.</param>
    public static BodyVerdict Of(BodyRule rule, VoteCount count, Threshold? confirming = null)
    {
        var checks = new List<VoteCheck>();
        var needed = rule.Quorum.Needed(count.Entitled);
        checks.Add(new VoteCheck(
            VoteCheckKind.Quorum, count.Present, needed, count.Entitled, count.Present >= needed));
        if (rule.Quorum.EachClass)
        {
            checks.Add(new VoteCheck(
                VoteCheckKind.EachClass, 0, count.ClassesAbsent.Count, 0, count.ClassesAbsent.Count == 0));
        }

        if (rule.Turnout is { } turnout && confirming is null)
        {
            checks.Add(new VoteCheck(
                VoteCheckKind.Turnout, count.Cast, turnout.Needed(count.Entitled), count.Entitled,
                turnout.IsReached(count.Cast, count.Entitled)));
        }

        var share = confirming ?? rule.Share;
        long whole = (confirming is null ? rule.Of : VoteBase.Cast) switch
        {
            VoteBase.Cast => count.For + count.Against,
            VoteBase.Present => count.Present,
            _ => count.Entitled,
        };
        checks.Add(new VoteCheck(
            VoteCheckKind.Share, count.For, share.Needed(whole), whole, share.IsReached(count.For, whole)));
        return new BodyVerdict(checks);
    }
}
