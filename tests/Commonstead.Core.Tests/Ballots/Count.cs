using System.Globalization;
using System.Text;

namespace Commonstead.Core.Tests;

/// <summary>What the tests of counting share: elections written briefly, and their transcripts.</summary>
internal static class Count
{
    /// <summary>An election by its papers: “3 AB” are three papers for A, then B.</summary>
    public static Contest Of(int seats, string candidates, params string[] papers)
    {
        var builder = new PaperSet.Builder();
        foreach (var paper in papers)
        {
            var parts = paper.Split(' ');
            var marks = (parts.Length > 1 ? parts[1] : "")
                .Select(c => (ushort)candidates.IndexOf(c, StringComparison.Ordinal));
            builder.Add([.. marks], long.Parse(parts[0], CultureInfo.InvariantCulture));
        }

        return new Contest("Test", seats, [.. candidates.Select(c => new Candidate(c.ToString()))], builder.Build());
    }

    /// <summary>A transcript that must come about.</summary>
    public static CountTranscript Run(this CountingRule rule, Contest contest, Lot? lot = null)
    {
        var answer = rule.Count(contest, lot);
        Assert.True(answer.Has(out var transcript, out var refusal), $"Refused: {refusal}");
        return transcript;
    }

    /// <summary>The names of those elected, in order, without spaces.</summary>
    public static string Winners(this CountTranscript transcript) =>
        string.Concat(transcript.Elected.Select(c => transcript.Contest.Candidates[c].Name));

    /// <summary>A file of tests/fixtures/elections.</summary>
    public static BltFile Fixture(string name) => BltReader.Read(File.ReadAllBytes(PathOf(name)));

    /// <summary>The rows of a report in tests/fixtures/elections, without its header.</summary>
    public static List<string[]> Report(string name) =>
        [.. File.ReadAllLines(PathOf(name)).Skip(1).Select(line => line.Split(','))];

    /// <summary>A ballot file from its text.</summary>
    public static BltFile Read(string text) => BltReader.Read(Encoding.UTF8.GetBytes(text));

    private static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, "fixtures", "elections", name);
}
