using System.Globalization;

namespace Commonstead.Ballots;

/// <summary>
/// A count as a picture: a column of bars for each stage, one for each candidate and one for votes that nobody holds,
/// and bands for the votes that go from stage to stage. Where several pass votes on at once, as by Meek's method, the
/// picture gives each who gains a part from each who loses; the table is what counts.
/// </summary>
public sealed class CountFlow
{
    private const decimal Left = 170;
    private const decimal Right = 90;
    private const decimal Top = 34;
    private const decimal Between = 96;
    private const decimal BarWidth = 16;
    private const decimal Gap = 10;
    private const decimal Votes = 320;
    private const decimal LeastShown = 0.4m;
    private const int LongestName = 24;

    private readonly CountReport _report;
    private readonly List<decimal[]> _stages;
    private readonly decimal[] _tops;
    private readonly List<FlowBar> _bars = [];
    private readonly List<FlowBand> _bands = [];
    private readonly decimal _heightOfAVote;

    private CountFlow(CountReport report)
    {
        _report = report;
        _stages = [.. report.Stages.Select(s => s.Votes.Append(s.NonTransferable).Select(Number).ToArray())];
        Rows = report.Candidates.Count + 1;
        // Rows keep their places from stage to stage, each as high as it ever gets, so that what stays put is seen to.
        var most = Enumerable.Range(0, Rows).Select(row => _stages.Max(s => s[row])).ToArray();
        _heightOfAVote = Votes / Math.Max(1, most.Sum());
        _tops = new decimal[Rows];
        _tops[0] = Top + Gap;
        for (var row = 1; row < Rows; row++) _tops[row] = _tops[row - 1] + (most[row - 1] * _heightOfAVote) + Gap;
        for (var stage = 0; stage < _stages.Count; stage++) AddBars(stage);
        for (var stage = 1; stage < _stages.Count; stage++) AddBands(stage);
    }

    /// <summary>Bars, from the first stage to the last.</summary>
    public IReadOnlyList<FlowBar> Bars => _bars;

    /// <summary>Bands between them.</summary>
    public IReadOnlyList<FlowBand> Bands => _bands;

    /// <summary>Candidates, and those who hold no votes.</summary>
    public int Rows { get; }

    /// <summary>The width of the picture.</summary>
    public string Width => Text(Left + ((_stages.Count - 1) * Between) + BarWidth + Right);

    /// <summary>The height of the picture.</summary>
    public string Height => Text(Top + Votes + (Rows * Gap) + Gap);

    /// <summary>Where the number of a stage stands.</summary>
    public IReadOnlyList<(int Stage, string X)> Heads =>
        [.. Enumerable.Range(0, _stages.Count).Select(s => (s + 1, Text(X(s) + (BarWidth / 2))))];

    /// <summary>The picture of a count; null for one of a single stage, which moves nothing.</summary>
    public static CountFlow? Of(CountReport report) => report.Stages.Count > 1 ? new CountFlow(report) : null;

    /// <summary>A name that fits beside the picture.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static decimal X(int stage) => Left + (stage * Between);

    private static decimal Number(string votes) => decimal.Parse(votes, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private void AddBars(int stage)
    {
        for (var row = 0; row < Rows; row++)
        {
            var votes = _stages[stage][row] * _heightOfAVote;
            if (votes < LeastShown) continue;
            var isElected = row < Rows - 1
                && _report.Stages.Take(stage + 1).Any(s => s.Elected.Contains(row + 1));
            var text = row < Rows - 1
                ? _report.Stages[stage].Votes[row] : _report.Stages[stage].NonTransferable;
            _bars.Add(new FlowBar(
                row, stage + 1, Text(X(stage)), Text(_tops[row]), Text(BarWidth), Text(votes), text, isElected,
                Text(_tops[row] + (votes / 2) + 4)));
        }
    }

    private void AddBands(int stage)
    {
        var (before, after) = (_stages[stage - 1], _stages[stage]);
        var (from, to) = ((decimal[])_tops.Clone(), (decimal[])_tops.Clone());
        for (var row = 0; row < Rows; row++) Add(row, row, Math.Min(before[row], after[row]), isMoved: false);
        var gained = Enumerable.Range(0, Rows).Sum(r => Math.Max(0, after[r] - before[r]));
        for (var loser = 0; loser < Rows && gained > 0; loser++)
        {
            for (var gainer = 0; gainer < Rows && before[loser] > after[loser]; gainer++)
            {
                if (after[gainer] <= before[gainer]) continue;
                Add(loser, gainer, (before[loser] - after[loser]) * (after[gainer] - before[gainer]) / gained, true);
            }
        }

        void Add(int row, int into, decimal votes, bool isMoved)
        {
            var width = votes * _heightOfAVote;
            if (width >= LeastShown) _bands.Add(Band(stage, row, into, from[row], to[into], width, votes, isMoved));
            from[row] += width;
            to[into] += width;
        }
    }

    private static FlowBand Band(
        int stage, int row, int into, decimal y0, decimal y1, decimal width, decimal votes, bool isMoved)
    {
        var (x0, x1) = (X(stage - 1) + BarWidth, X(stage));
        var middle = Text((x0 + x1) / 2);
        var path = $"M{Text(x0)},{Text(y0)} C{middle},{Text(y0)} {middle},{Text(y1)} {Text(x1)},{Text(y1)} "
            + $"V{Text(y1 + width)} C{middle},{Text(y1 + width)} {middle},{Text(y0 + width)} "
            + $"{Text(x0)},{Text(y0 + width)} Z";
        return new FlowBand(row, into, stage + 1, path, votes, isMoved);
    }
}

/// <summary>What a candidate holds after a stage.</summary>
/// <param name="Row">The candidate, from 0; the last row is the votes that nobody holds.</param>
/// <param name="Stage">The stage, from 1.</param>
/// <param name="X">Where the bar begins.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Votes">The votes, as the table has them.</param>
/// <param name="IsElected">True when the candidate is elected by then.</param>
/// <param name="Middle">Where a line of text stands beside it.</param>
public sealed record FlowBar(
    int Row, int Stage, string X, string Y, string Width, string Height, string Votes, bool IsElected, string Middle);

/// <summary>Votes that go on to a stage.</summary>
/// <param name="Row">Whose they were.</param>
/// <param name="Into">Whose they are then.</param>
/// <param name="Stage">The stage at whose end they are there.</param>
/// <param name="Path">The shape.</param>
/// <param name="Votes">How many.</param>
/// <param name="IsMoved">True when they go to somebody else.</param>
public sealed record FlowBand(int Row, int Into, int Stage, string Path, decimal Votes, bool IsMoved);
