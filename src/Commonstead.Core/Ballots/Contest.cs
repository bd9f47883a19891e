namespace Commonstead.Core;

/// <summary>Somebody, or something, that can be voted for.</summary>
/// <param name="Name">As it stands on the ballot paper, a party's name included.</param>
/// <param name="HasWithdrawn">True when papers pass the candidate over.</param>
public sealed record Candidate(string Name, bool HasWithdrawn = false);

/// <summary>What is counted: the candidates, the seats, and the papers as they were marked.</summary>
/// <param name="Title">The name of the election, as it is printed above its result.</param>
/// <param name="Seats">How many are to be elected, one or more.</param>
/// <param name="Candidates">In the order of the ballot paper.</param>
/// <param name="Papers">Their marks are candidates by their place in the list, from 0, or points by candidate.</param>
public sealed record Contest(string Title, int Seats, IReadOnlyList<Candidate> Candidates, PaperSet Papers)
{
    /// <summary>The most candidates of one contest.</summary>
    public const int MostCandidates = 1_000;

    /// <summary>True when some paper has a mark, for others than those who have withdrawn.</summary>
    internal bool HasMarks
    {
        get
        {
            for (var paper = 0; paper < Papers.Count; paper++)
            {
                foreach (var mark in Papers.Marks(paper))
                {
                    if (mark >= Candidates.Count || !Candidates[mark].HasWithdrawn) return true;
                }
            }

            return false;
        }
    }

    /// <summary>The places of those who stand: all who have not withdrawn.</summary>
    public IEnumerable<int> Standing => Enumerable.Range(0, Candidates.Count).Where(c => !Candidates[c].HasWithdrawn);
}
