using System.Globalization;
using System.Text;

namespace Commonstead.Core;

/// <summary>What a ballot file says.</summary>
/// <param name="Contest">What to count.</param>
/// <param name="Notes">What had to be decided in reading it.</param>
/// <param name="Lot">The order in which the file decides ties, or null.</param>
public sealed record BltFile(Contest Contest, IReadOnlyList<BltNote> Notes, Lot? Lot)
{
    /// <summary>
    /// Writes ranked papers in the BLT form, equal ones together, in an order that depends on nothing else.
    /// </summary>
    public static string Write(Contest contest)
    {
        var file = new StringBuilder();
        Line($"{contest.Candidates.Count} {contest.Seats}");
        var withdrawn = Enumerable.Range(0, contest.Candidates.Count).Where(c => contest.Candidates[c].HasWithdrawn)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"-{c + 1}")).ToList();
        if (withdrawn.Count > 0) Line($"{string.Join(' ', withdrawn)}");
        foreach (var paper in contest.Papers.Sorted())
        {
            file.Append(contest.Papers.Copies(paper));
            foreach (var mark in contest.Papers.Marks(paper)) file.Append(' ').Append(mark + 1);
            file.Append(" 0\n");
        }

        file.Append("0\n");
        foreach (var candidate in contest.Candidates) Line($"{Quoted(candidate.Name)}");
        Line($"{Quoted(contest.Title)}");
        return file.ToString();

        void Line(FormattableString line) => file.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    // Backslashes are doubled because some programs read one before a quotation mark as part of it.
    private static string Quoted(string name) =>
        $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>Papers of a file that do not count to their end, or not at all.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Papers">How many.</param>
/// <param name="FirstLine">The line of the first.</param>
public sealed record BltNote(BltNoteKind Kind, long Papers, int FirstLine);

/// <summary>Why papers do not count to their end.</summary>
public enum BltNoteKind
{
    /// <summary>A preference was left out: what stands behind it does not count.</summary>
    CutAtGap,

    /// <summary>A candidate stands twice: the paper counts up to the second time.</summary>
    CutAtRepeat,

    /// <summary>Candidates share a preference: the paper counts up to them.</summary>
    CutAtEqual,

    /// <summary>Nothing is marked: the paper is not valid.</summary>
    Unmarked,
}

/// <summary>A ballot file cannot be read.</summary>
public sealed class BltException(int line, int column, string problem)
    : FormatException(string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {problem}"))
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>What is wrong there, and what was expected.</summary>
    public string Problem { get; } = problem;
}
