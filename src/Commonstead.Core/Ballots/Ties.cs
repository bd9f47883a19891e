namespace Commonstead.Core;

/// <summary>
/// What to do when an earlier stage tells some of three or more tied candidates apart, but not all. The rules speak of
/// the stage at which the tied had unequal votes, and leave open whether all must differ.
/// </summary>
public enum PartialTies
{
    /// <summary>
    /// Those who remain equal at that stage are looked at further back: of the tied, only they can still be chosen.
    /// </summary>
    Narrow,

    /// <summary>The lot decides between those who remain equal at that stage.</summary>
    LotAmongLeft,

    /// <summary>Only a stage at which all of the tied differ decides; without one the lot does, between all.</summary>
    AllUnequal,
}

/// <summary>The names of the ways, on the command line and in published files.</summary>
public static class PartialTiesNames
{
    /// <summary>The name of a way.</summary>
    public static string ToCode(this PartialTies partial) => partial switch
    {
        PartialTies.Narrow => "narrow",
        PartialTies.LotAmongLeft => "lot_among_left",
        PartialTies.AllUnequal => "all_unequal",
        _ => throw new ArgumentOutOfRangeException(nameof(partial)),
    };

    /// <summary>The way with a name, or null.</summary>
    public static PartialTies? Find(string code) =>
        Enum.GetValues<PartialTies>().Cast<PartialTies?>().FirstOrDefault(p => p!.Value.ToCode() == code);
}

/// <summary>
/// Tells candidates of equal votes apart: by the most recent earlier stage at which they differed, then by lot
/// (Scottish Local Government Elections Order 2011, schedule 1, rules on transfer of surpluses and exclusion).
/// </summary>
internal sealed class Ties(IReadOnlyList<CountStage> stages, PartialTies partial, Lot? lot)
{
    private readonly List<TieDecision> _decisions = [];

    /// <summary>The decisions since this was last asked.</summary>
    public IReadOnlyList<TieDecision> Take()
    {
        if (_decisions.Count == 0) return [];
        IReadOnlyList<TieDecision> taken = [.. _decisions];
        _decisions.Clear();
        return taken;
    }

    /// <summary>The one of some candidates of equal votes that is chosen.</summary>
    /// <param name="over">What for: the one to be excluded had fewer votes before, any other had more.</param>
    /// <param name="tied">One or more candidates.</param>
    /// <exception cref="LotNeededException">No earlier stage decides, and no lot was drawn.</exception>
    public int Choose(TieOver over, IReadOnlyList<int> tied)
    {
        if (tied.Count == 1) return tied[0];
        var left = tied;
        for (var stage = stages.Count - 1; stage >= 0; stage--)
        {
            var votes = stages[stage].Votes;
            var best = over is TieOver.Exclusion ? left.Min(c => votes[c]) : left.Max(c => votes[c]);
            var foremost = left.Where(c => votes[c] == best).ToList();
            var differ = left.Select(c => votes[c]).Distinct().Count();
            if (partial is PartialTies.AllUnequal && differ < left.Count) continue;
            if (foremost.Count == 1) return Decide(over, tied, foremost[0], stages[stage].Number);
            if (partial is PartialTies.LotAmongLeft && foremost.Count < left.Count)
            {
                left = foremost;
                break;
            }

            left = foremost;
        }

        if (lot is null) throw new LotNeededException(over, left);
        return Decide(over, tied, over is TieOver.Exclusion ? lot.Last(left) : lot.First(left), null);
    }

    private int Decide(TieOver over, IReadOnlyList<int> tied, int chosen, int? stage)
    {
        _decisions.Add(new TieDecision(over, tied, chosen, stage));
        return chosen;
    }
}
