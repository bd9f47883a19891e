using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>
/// What a voter marked on a screen, a value for each choice: ranks, points, or 1 for a mark. Screens refuse gaps and
/// repeats, which paper cannot.
/// </summary>
internal static class PaperForm
{
    /// <summary>The most points a score paper gives.</summary>
    public const int MostPoints = 5;

    /// <summary>The marks as they are counted.</summary>
    /// <param name="rule">How the ballot is counted.</param>
    /// <param name="values">By choice; null for nothing marked.</param>
    public static Outcome<IReadOnlyList<ushort>> Read(CountingRule rule, IReadOnlyList<int?> values)
    {
        if (values.All(v => v is null or 0) && rule is not ScoreVote) return CastPaperRefusal.NothingMarked;
        return rule switch
        {
            YesNoVote => OneMark(values),
            ApprovalVote => Marked(values),
            ScoreVote => Points(values),
            _ => Ranking(values),
        };
    }

    private static Outcome<IReadOnlyList<ushort>> OneMark(IReadOnlyList<int?> values)
    {
        var marked = Places(values);
        return marked.Count == 1 ? Outcome<IReadOnlyList<ushort>>.Done(marked) : CastPaperRefusal.OneMarkOnly;
    }

    private static Outcome<IReadOnlyList<ushort>> Marked(IReadOnlyList<int?> values) =>
        Outcome<IReadOnlyList<ushort>>.Done(Places(values));

    private static List<ushort> Places(IReadOnlyList<int?> values) =>
        [.. Enumerable.Range(0, values.Count).Where(c => values[c] is > 0).Select(c => (ushort)c)];

    private static Outcome<IReadOnlyList<ushort>> Points(IReadOnlyList<int?> values)
    {
        if (values.All(v => v is null)) return CastPaperRefusal.NothingMarked;
        if (values.Any(v => v is < 0 or > MostPoints))
            return new Refusal(CastPaperRefusal.PointsOutOfRange, MostPoints);
        return Outcome<IReadOnlyList<ushort>>.Done([.. values.Select(v => (ushort)(v ?? 0))]);
    }

    private static Outcome<IReadOnlyList<ushort>> Ranking(IReadOnlyList<int?> values)
    {
        var ranked = Enumerable.Range(0, values.Count).Where(c => values[c] is not (null or 0))
            .OrderBy(c => values[c]).ToList();
        for (var place = 0; place < ranked.Count; place++)
        {
            var rank = values[ranked[place]];
            if (place > 0 && rank == values[ranked[place - 1]]) return new Refusal(CastPaperRefusal.RankTwice, rank!);
            if (rank != place + 1) return new Refusal(CastPaperRefusal.RankMissing, place + 1);
        }

        return Outcome<IReadOnlyList<ushort>>.Done([.. ranked.Select(c => (ushort)c)]);
    }
}
