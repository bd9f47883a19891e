using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// Meek's single transferable vote: whoever is elected keeps the share of every vote that makes up the quota, and the
/// rest goes on, as if those excluded had never stood.
/// </summary>
public sealed record MeekStv : CountingRule
{
    /// <inheritdoc/>
    public override string Code => "meek";

    /// <inheritdoc/>
    public override string Source =>
        "Hill, Wichmann and Woodall, Algorithm 123, The Computer Journal 30 (1987); "
        + "the quota neither rounded nor plus one";

    /// <inheritdoc/>
    public override int Decimals => 9;

    /// <summary>How near to the quota, as a share of it, the votes of everyone elected must come.</summary>
    public decimal Tolerance { get; init; } = 0.00001m;

    /// <summary>How ties are decided that an earlier stage resolves in part.</summary>
    public PartialTies PartialTies { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["arithmetic"] = "decimal of 28 digits, votes compared and written to 9 decimals",
        ["tolerance"] = Tolerance.ToString(CultureInfo.InvariantCulture),
        ["partial_ties"] = PartialTies.ToCode(),
    };

    private protected override CountingRule? With(string option, string value) => option switch
    {
        "partial_ties" when PartialTiesNames.Find(value) is { } partial => this with { PartialTies = partial },
        "tolerance" when decimal.TryParse(
            value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tolerance)
            && tolerance is > 0 and < 1 => this with { Tolerance = tolerance },
        _ => null,
    };

    private protected override CountTranscript Run(Contest contest, Lot? lot) =>
        new MeekCount(contest, this, lot).Run();
}

/// <summary>One count by Meek's method.</summary>
internal sealed class MeekCount
{
    // Equal papers give equal votes only up to the 28th digit, which must not decide who is excluded: votes are cut off
    // after the ninth decimal, so that those written never sum to more than were cast, with a grain for what falls just
    // short of a decimal.
    private const int Decimals = 9;
    private const decimal LastDecimal = 0.000000001m;
    private const decimal Grain = 0.000000000000001m;

    // Each pass brings the shares nearer; counts end after some dozens. This only keeps a mistake from running forever.
    private const int MostPasses = 100_000;

    private readonly Contest _contest;
    private readonly MeekStv _rule;
    private readonly Lot? _lot;
    private readonly StageSheet _sheet;
    private readonly int[] _papers;
    private readonly decimal[] _keeps;
    private readonly decimal[] _votes;
    private readonly List<int> _elected = [];
    private long _valid;
    private decimal _quota;

    public MeekCount(Contest contest, MeekStv rule, Lot? lot)
    {
        (_contest, _rule, _lot) = (contest, rule, lot);
        _sheet = new StageSheet(contest, rule.PartialTies, lot);
        _papers = contest.Papers.Sorted();
        _keeps = [.. contest.Candidates.Select(c => c.HasWithdrawn ? 0m : 1m)];
        _votes = new decimal[contest.Candidates.Count];
    }

    /// <summary>Counts to the last seat.</summary>
    public CountTranscript Run()
    {
        foreach (var paper in _papers)
        {
            foreach (var candidate in _contest.Papers.Marks(paper))
            {
                if (_keeps[candidate] == 0) continue;
                _valid += _contest.Papers.Copies(paper);
                break;
            }
        }

        Distribute();
        End(StageKind.FirstPreferences, null);
        while (_sheet.Vacancies > 0 && _sheet.Continuing > 0)
        {
            if (!IsConverged()) Converge();
            else ExcludeLowest();
        }

        return new CountTranscript
        {
            Rule = _rule,
            Contest = _contest,
            ValidPapers = _valid,
            Stages = _sheet.Stages,
            Lot = _lot,
        };
    }

    private static decimal Written(decimal votes) => decimal.Round(votes + Grain, Decimals, MidpointRounding.ToZero);

    private void Converge()
    {
        for (var pass = 0; !IsConverged(); pass++)
        {
            if (pass == MostPasses) throw new InvalidOperationException("Meek's shares do not come to rest.");
            foreach (var elected in _elected) _keeps[elected] = _keeps[elected] * _quota / _votes[elected];
            Distribute();
        }

        End(StageKind.Convergence, null);
    }

    private void ExcludeLowest()
    {
        var excluded = _sheet.ExcludeLowest([.. _votes.Select(Written)]);
        _keeps[excluded] = 0;
        Distribute();
        End(StageKind.Exclusion, excluded);
    }

    // When all that is left to pass on reaches nobody the quota sinks towards nothing, and less than a vote's last
    // decimal is no difference.
    private bool IsConverged()
    {
        var tolerance = Math.Max(_quota * _rule.Tolerance, LastDecimal);
        return _elected.TrueForAll(c => Math.Abs(_votes[c] - _quota) <= tolerance);
    }

    // Every paper's vote passes along its preferences; each candidate keeps her share of what reaches her.
    private void Distribute()
    {
        Array.Clear(_votes);
        foreach (var paper in _papers)
        {
            decimal left = _contest.Papers.Copies(paper);
            foreach (var candidate in _contest.Papers.Marks(paper))
            {
                var keep = _keeps[candidate];
                if (keep == 0) continue;
                if (keep == 1)
                {
                    _votes[candidate] += left;
                    break;
                }

                var kept = left * keep;
                _votes[candidate] += kept;
                left -= kept;
            }
        }

        _quota = _votes.Sum() / (_contest.Seats + 1);
    }

    // More than the quota elects: with a quota that is not rounded up, one too many could just reach it.
    private void End(StageKind kind, int? of)
    {
        var votes = _votes.Select(Written).ToList();
        var quota = Written(_quota);
        _sheet.End(
            new CountStage
            {
                Number = 0,
                Kind = kind,
                Of = of,
                Quota = quota,
                Votes = votes,
                NonTransferable = _valid - votes.Sum(),
                Elected = [],
                Keeps = [.. _keeps],
            },
            c => votes[c] > quota);
        _elected.AddRange(_sheet.Stages[^1].Elected);
    }
}
