namespace Commonstead.Core;

/// <summary>
/// Approval: every paper gives one vote to each candidate marked on it, and those with most votes win.
/// </summary>
public sealed record ApprovalVote : CountingRule
{
    /// <inheritdoc/>
    public override string Code => "approval";

    /// <inheritdoc/>
    public override string Source => "Brams and Fishburn, Approval Voting (1983)";

    /// <inheritdoc/>
    public override int Decimals => 0;

    private protected override CountTranscript Run(Contest contest, Lot? lot)
    {
        var votes = new long[contest.Candidates.Count];
        var valid = 0L;
        for (var paper = 0; paper < contest.Papers.Count; paper++)
        {
            var (copies, counts) = (contest.Papers.Copies(paper), false);
            foreach (var candidate in contest.Papers.Marks(paper))
            {
                if (contest.Candidates[candidate].HasWithdrawn) continue;
                votes[candidate] += copies;
                counts = true;
            }

            if (counts) valid += copies;
        }

        return MostVotes.Of(this, contest, lot, votes, valid);
    }
}

/// <summary>
/// Score: every paper gives each candidate points, and those with most points win. A paper with the same points for
/// everyone is valid and decides nothing.
/// </summary>
public sealed record ScoreVote : CountingRule
{
    /// <inheritdoc/>
    public override string Code => "score";

    /// <inheritdoc/>
    public override string Source => "Smith, Range Voting (2000), with points in whole numbers and sums compared";

    /// <inheritdoc/>
    public override int Decimals => 0;

    private protected override CountTranscript Run(Contest contest, Lot? lot)
    {
        var points = new long[contest.Candidates.Count];
        var valid = 0L;
        for (var paper = 0; paper < contest.Papers.Count; paper++)
        {
            var copies = contest.Papers.Copies(paper);
            var marks = contest.Papers.Marks(paper);
            if (marks.Length == 0) continue;
            valid += copies;
            for (var candidate = 0; candidate < marks.Length; candidate++)
            {
                if (!contest.Candidates[candidate].HasWithdrawn)
                    points[candidate] = checked(points[candidate] + (copies * marks[candidate]));
            }
        }

        return MostVotes.Of(this, contest, lot, points, valid);
    }
}

/// <summary>Fills the seats with those who have most votes, in one stage.</summary>
internal static class MostVotes
{
    public static CountTranscript Of(CountingRule rule, Contest contest, Lot? lot, long[] votes, long valid)
    {
        var ties = new Ties([], PartialTies.Narrow, lot);
        var left = contest.Standing.ToList();
        var elected = new List<int>();
        while (elected.Count < contest.Seats && left.Count > 0)
        {
            var most = left.Max(c => votes[c]);
            var foremost = left.FindAll(c => votes[c] == most);
            // As long as there is a seat for each of them, equal votes are no tie.
            if (foremost.Count <= contest.Seats - elected.Count) elected.AddRange(foremost);
            else elected.Add(ties.Choose(TieOver.Seat, foremost));
            left.RemoveAll(elected.Contains);
        }

        return new CountTranscript
        {
            Rule = rule,
            Contest = contest,
            ValidPapers = valid,
            Lot = lot,
            Stages =
            [
                new CountStage
                {
                    Number = 1,
                    Kind = StageKind.FirstPreferences,
                    Quota = null,
                    Votes = [.. votes.Select(v => (decimal)v)],
                    NonTransferable = 0,
                    Elected = elected,
                    Ties = ties.Take(),
                },
            ],
        };
    }
}
