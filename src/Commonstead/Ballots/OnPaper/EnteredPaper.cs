using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Ballots;

/// <summary>What becomes of a paper that came on paper.</summary>
public enum PaperFate
{
    /// <summary>It is counted, up to its first gap or repeat.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "It is counted as marked")] Counts,

    /// <summary>Nobody can say what its voter wanted, or it is torn, signed or not the trust’s.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "It is spoilt")] Spoilt,

    /// <summary>It was not taken: its voter was not on the roll, or had voted before.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "It was rejected unopened")] Rejected,
}

/// <summary>
/// A paper that came on paper, while two people read it, each without seeing what the other read. It is destroyed when
/// the box is opened, so that nothing tells papers that came on paper from the others.
/// </summary>
[Commonstead.Platform.Data.NotPersonal]
public sealed class EnteredPaper
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>Random, and written on the paper itself: whoever has the paper finds it in the bundle.</summary>
    public required string Number { get; init; }

    /// <summary>The account of who read it first.</summary>
    public required string FirstBy { get; init; }

    /// <summary>What the first read, as <see cref="PaperReading"/> writes it.</summary>
    public required string First { get; init; }

    /// <summary>The account of who read it second; empty before.</summary>
    public string SecondBy { get; set; } = "";

    /// <summary>What the second read; empty before.</summary>
    public string Second { get; set; } = "";

    /// <summary>What both agree on; empty before.</summary>
    public string Agreed { get; set; } = "";
}

/// <summary>A paper that was not counted, with the reason; published with the result.</summary>
[Commonstead.Platform.Data.NotPersonal]
public sealed class SetAsidePaper : Platform.Data.IAppendOnly
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>The number that was written on it.</summary>
    public required string Number { get; init; }

    /// <summary>Spoilt or rejected.</summary>
    public PaperFate Fate { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>
/// That an entry on the roll sent its paper on paper, so that it does not vote a second time. Destroyed when the box is
/// opened: the participation that is written then does not say how somebody voted.
/// </summary>
public sealed class PaperVoter
{
    /// <summary>The entry.</summary>
    public RollEntryId Entry { get; init; }

    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }
}

/// <summary>What one person read on a paper: a value for each choice as it is marked, or why it is set aside.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Values">By choice; null for nothing marked; none when it is set aside.</param>
/// <param name="Reason">Why it is set aside; empty otherwise.</param>
internal sealed record PaperReading(PaperFate Fate, IReadOnlyList<int?> Values, string Reason)
{
    private const char Between = '|';

    /// <summary>Reads what was stored.</summary>
    public static PaperReading Parse(string text)
    {
        var parts = text.Split(Between, 3);
        var values = parts[1].Length == 0 ? [] : parts[1].Split(',').Select(v =>
            v.Length == 0 ? (int?)null : int.Parse(v, CultureInfo.InvariantCulture));
        return new PaperReading(Enum.Parse<PaperFate>(parts[0]), [.. values], parts[2]);
    }

    /// <summary>As it is stored.</summary>
    public override string ToString() => $"{Fate}{Between}"
        + string.Join(',', Values.Select(v => v?.ToString(CultureInfo.InvariantCulture))) + Between + Reason;

    /// <summary>
    /// True when two people read the same; in what words they say why it is set aside is left to them.
    /// </summary>
    public bool IsAs(PaperReading other) => Fate == other.Fate && Values.SequenceEqual(other.Values);

    /// <summary>
    /// The marks that are counted: a ranking up to its first gap or repeat, one mark where there may be one, points
    /// within their range.
    /// </summary>
    public IReadOnlyList<ushort> Counted(CountingRule rule) => rule switch
    {
        YesNoVote => Marked() is [var one] ? [one] : [],
        ApprovalVote => Marked(),
        ScoreVote => Values.All(v => v is null) ? []
            : [.. Values.Select(v => v is >= 0 and <= PaperForm.MostPoints ? (ushort)v.Value : (ushort)0)],
        _ => Ranking(),
    };

    private List<ushort> Marked() =>
        [.. Enumerable.Range(0, Values.Count).Where(c => Values[c] is > 0).Select(c => (ushort)c)];

    private List<ushort> Ranking()
    {
        var counted = new List<ushort>();
        for (var rank = 1; rank <= Values.Count; rank++)
        {
            if (Enumerable.Range(0, Values.Count).Where(c => Values[c] == rank).ToList() is not [var only]) break;
            counted.Add((ushort)only);
        }

        return counted;
    }
}
