namespace Commonstead.Core;

/// <summary>The sheet a count is kept on: who continues, how many seats are vacant, and the stages so far.</summary>
internal sealed class StageSheet
{
    private readonly Ties _ties;
    private readonly bool[] _continues;

    public StageSheet(Contest contest, PartialTies partial, Lot? lot)
    {
        Vacancies = contest.Seats;
        _continues = [.. contest.Candidates.Select(c => !c.HasWithdrawn)];
        _ties = new Ties(Stages, partial, lot);
    }

    /// <summary>The stages so far.</summary>
    public List<CountStage> Stages { get; } = [];

    /// <summary>Seats that nobody has.</summary>
    public int Vacancies { get; private set; }

    /// <summary>How many are neither elected nor excluded.</summary>
    public int Continuing => _continues.Count(c => c);

    /// <summary>True when a candidate is neither elected nor excluded.</summary>
    public bool Continues(int candidate) => _continues[candidate];

    /// <summary>The one of some candidates of equal votes that is chosen.</summary>
    public int Choose(TieOver over, IReadOnlyList<int> tied) => _ties.Choose(over, tied);

    /// <summary>Excludes the candidate with the fewest votes.</summary>
    public int ExcludeLowest<T>(IReadOnlyList<T> votes)
        where T : IComparable<T>
    {
        var continuing = Enumerable.Range(0, _continues.Length).Where(Continues).ToList();
        var fewest = continuing.Min(c => votes[c])!;
        var excluded = Choose(TieOver.Exclusion, continuing.FindAll(c => votes[c].CompareTo(fewest) == 0));
        _continues[excluded] = false;
        return excluded;
    }

    /// <summary>
    /// Ends a stage: elects who reached the quota, most votes first, and everyone who is left when no more are left
    /// than seats.
    /// </summary>
    /// <param name="stage">The stage, without anyone elected.</param>
    /// <param name="reaches">True when a candidate's votes elect.</param>
    public void End(CountStage stage, Func<int, bool> reaches)
    {
        var byQuota = Elect(stage, c => reaches(c));
        IReadOnlyList<int> last = Vacancies > 0 && Continuing <= Vacancies ? Elect(stage, _ => true) : [];
        Stages.Add(stage with
        {
            Number = Stages.Count + 1,
            Elected = [.. byQuota, .. last],
            ByLastVacancies = last,
            Ties = _ties.Take(),
        });
    }

    private List<int> Elect(CountStage stage, Func<int, bool> isElected)
    {
        var elected = Enumerable.Range(0, _continues.Length).Where(c => _continues[c] && isElected(c))
            .OrderByDescending(c => stage.Votes[c]).ToList();
        foreach (var candidate in elected) _continues[candidate] = false;
        Vacancies -= elected.Count;
        return elected;
    }
}
