using Commonstead.Core;

namespace Commonstead.Ballots;

/// <summary>A ballot paper as a page shows it, with what was marked so far.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Values">What was typed, by choice.</param>
/// <param name="Mark">The one mark, where a paper has one.</param>
/// <param name="IsRead">True when it is read from a paper, on which anything may be marked.</param>
public sealed record PaperView(Ballot Ballot, IReadOnlyList<int?> Values, int? Mark = null, bool IsRead = false)
{
    /// <summary>What stands on it, in its order.</summary>
    public IReadOnlyList<BallotChoice> Choices => [.. Ballot.Choices.OrderBy(c => c.Number)];

    /// <summary>True when a screen takes one mark.</summary>
    public bool IsOneMark => !IsRead && Ballot.CountingRule is YesNoVote;

    /// <summary>True when choices are marked and not numbered.</summary>
    public bool IsMarks => Ballot.CountingRule is ApprovalVote || (IsRead && Ballot.CountingRule is YesNoVote);

    /// <summary>True when choices are put in an order, which they can be dragged into.</summary>
    public bool IsRanked => !IsRead && !IsOneMark && !IsMarks && Ballot.CountingRule is not ScoreVote;

    /// <summary>What the voter is asked to do.</summary>
    public string Asks => Ballot.CountingRule switch
    {
        _ when IsRead => "What is marked, as it is marked",
        YesNoVote => "Choose one",
        ApprovalVote => "Mark every choice you approve of",
        ScoreVote => "Give each choice from 0 to 5 points",
        _ => "Number your choices: 1 for the first, 2 for the second, as far as you like",
    };

    /// <summary>The name of a choice's field.</summary>
    internal static string FieldOf(int choice) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Input.Values[{choice}]");

    /// <summary>What was typed for a choice.</summary>
    public int? Value(int choice) => choice < Values.Count ? Values[choice] : null;

    /// <summary>What a form sent, as values by choice.</summary>
    public List<int?> ValuesOf(IReadOnlyList<int?> values, int? mark)
    {
        var choices = Ballot.Choices.Count;
        if (IsOneMark) return [.. Enumerable.Range(0, choices).Select(c => c == mark ? 1 : (int?)null)];
        return [.. values, .. Enumerable.Repeat<int?>(null, Math.Max(0, choices - values.Count))];
    }
}

/// <summary>A receipt as its voter is shown it.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Receipt">The receipt.</param>
public sealed record ShownReceipt(Ballot Ballot, string Receipt);
