using System.Runtime.InteropServices;

namespace Commonstead.Core;

/// <summary>
/// Counts papers of preferences in whole units of 0.00001 vote: surpluses and exclusions one a stage, each moving
/// papers to their next continuing candidates. The work grows with the papers moved, equal papers moving as one.
/// </summary>
internal sealed class PreferenceCount
{
    /// <summary>The units of a whole vote.</summary>
    public const int Whole = 100_000;

    private readonly Contest _contest;
    private readonly PreferenceTerms _terms;
    private readonly StageSheet _sheet;
    private readonly long[] _votes;
    private readonly List<Parcel>[] _held;
    private readonly ushort[] _reached;
    private readonly List<int> _surpluses = [];
    private long _valid;
    private long _quota;

    public PreferenceCount(Contest contest, PreferenceTerms terms, Lot? lot)
    {
        (_contest, _terms) = (contest, terms);
        _sheet = new StageSheet(contest, terms.Partial, lot);
        _votes = new long[contest.Candidates.Count];
        _held = [.. contest.Candidates.Select(_ => new List<Parcel>())];
        _reached = new ushort[contest.Papers.Count];
    }

    /// <summary>Counts to the last seat.</summary>
    public CountTranscript Run(CountingRule rule, Lot? lot)
    {
        CountFirstPreferences();
        while (_sheet.Vacancies > 0 && _sheet.Continuing > 0)
        {
            _surpluses.RemoveAll(c => _votes[c] <= _quota);
            if (_surpluses.Count > 0) MoveLargestSurplus();
            else ExcludeLowest();
        }

        return new CountTranscript
        {
            Rule = rule,
            Contest = _contest,
            ValidPapers = _valid,
            Stages = _sheet.Stages,
            Lot = lot,
        };
    }

    private void CountFirstPreferences()
    {
        var all = new Parcel(Whole);
        for (var paper = 0; paper < _contest.Papers.Count; paper++) all.Papers.Add(paper);
        Move(all, Whole);
        _valid = _votes.Sum() / Whole;
        _quota = ((_valid / (_contest.Seats + 1)) + 1) * Whole;
        End(StageKind.FirstPreferences, null);
    }

    private void MoveLargestSurplus()
    {
        var most = _surpluses.Max(c => _votes[c]);
        var elected = _sheet.Choose(TieOver.Surplus, _surpluses.FindAll(c => _votes[c] == most));
        _surpluses.Remove(elected);
        var (surplus, total) = (_votes[elected] - _quota, _votes[elected]);
        // Multiplied first, and cut off for each paper: papers of a parcel are worth the same.
        foreach (var parcel in Taken(elected)) Move(parcel, (long)((Int128)surplus * parcel.Value / total));
        _votes[elected] = _quota;
        End(StageKind.Surplus, elected);
    }

    private void ExcludeLowest()
    {
        var excluded = _sheet.ExcludeLowest(_votes);
        if (_terms.CompletesLastExclusion || _sheet.Continuing > _sheet.Vacancies)
        {
            foreach (var parcel in Taken(excluded)) Move(parcel, parcel.Value);
            _votes[excluded] = 0;
        }

        End(StageKind.Exclusion, excluded);
    }

    private List<Parcel> Taken(int candidate)
    {
        var taken = _held[candidate];
        _held[candidate] = [];
        return taken;
    }

    // Each paper goes to its next continuing candidate at the value, or to nobody.
    private void Move(Parcel parcel, long value)
    {
        if (value == 0) return;
        var papers = _contest.Papers;
        var arrived = new Parcel?[_held.Length];
        foreach (var paper in CollectionsMarshal.AsSpan(parcel.Papers))
        {
            var marks = papers.Marks(paper);
            int place = _reached[paper];
            while (place < marks.Length && !_sheet.Continues(marks[place])) place++;
            _reached[paper] = (ushort)place;
            if (place == marks.Length) continue;
            var candidate = marks[place];
            (arrived[candidate] ??= NewParcel(candidate, value)).Papers.Add(paper);
            _votes[candidate] += papers.Copies(paper) * value;
        }
    }

    private Parcel NewParcel(int candidate, long value)
    {
        var parcel = _held[candidate].Find(p => p.Value == value);
        if (parcel is null) _held[candidate].Add(parcel = new Parcel(value));
        return parcel;
    }

    private void End(StageKind kind, int? of)
    {
        var held = _votes.Sum();
        // A majority is one of the votes that still count; a quota is fixed by the first stage.
        if (_terms.IsMajority) _quota = ((held / Whole / 2) + 1) * Whole;
        _sheet.End(
            new CountStage
            {
                Number = 0,
                Kind = kind,
                Of = of,
                Quota = _quota / (decimal)Whole,
                Votes = [.. _votes.Select(v => v / (decimal)Whole)],
                NonTransferable = ((_valid * Whole) - held) / (decimal)Whole,
                Elected = [],
            },
            c => _votes[c] >= _quota);
        _surpluses.AddRange(_sheet.Stages[^1].Elected);
    }

    // Papers that came to a candidate at one value.
    private sealed class Parcel(long value)
    {
        public long Value { get; } = value;

        public List<int> Papers { get; } = [];
    }
}

/// <summary>What the rules that move papers from candidate to candidate differ in.</summary>
/// <param name="CompletesLastExclusion">
/// True when the papers of the last candidate excluded are moved although nothing depends on them any more.
/// </param>
/// <param name="Partial">How ties are decided that an earlier stage resolves in part.</param>
/// <param name="IsMajority">True when more than half of the votes still held elect, whatever the quota was.</param>
internal sealed record PreferenceTerms(bool CompletesLastExclusion, PartialTies Partial, bool IsMajority);
