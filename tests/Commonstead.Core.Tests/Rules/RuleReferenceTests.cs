namespace Commonstead.Core.Tests;

/// <summary>Runs every example of the language reference.</summary>
public class RuleReferenceTests
{
    private static readonly string[] _page =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "reference", "resale-rules.md"));

    public static TheoryData<string, string> Values => new(Blocks("values")
        .SelectMany(block => block).Select(line => line.Split(" => ")).Select(pair => (pair[0], pair[1])));

    public static TheoryData<string> Documents => new(RuleDocuments());

    [Theory]
    [MemberData(nameof(Values))]
    public void EveryValue_IsWhatThePageSays(string expression, string expected)
    {
        const string Error = "error ";
        if (expected.StartsWith(Error, StringComparison.Ordinal))
            Assert.Equal(expected[Error.Length..], RuleTest.ErrorOf(expression).ToString());
        else
            Assert.Equal(expected, RuleTest.Value(expression).ToString());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryRule_IsReadAndItsExamplesHold(string text)
    {
        var parse = RuleDocument.Parse(text, "resale-rules.md");
        Assert.Empty(parse.Errors.Select(error => error.ToString()));
        Assert.NotEmpty(parse.Document!.Examples);
        Assert.Empty(parse.Document.Examples.SelectMany(example => example.Run()).Select(error => error.ToString()));
    }

    // A rule of the page is one block with the examples that follow it.
    private static IEnumerable<string> RuleDocuments()
    {
        var text = "";
        foreach (var (opening, block) in Fences())
        {
            var isRule = opening.StartsWith("rule", StringComparison.Ordinal);
            if (isRule)
            {
                if (text.Length > 0) yield return text;
                text = "# From the reference\n\n";
            }
            if (isRule || opening.StartsWith("example", StringComparison.Ordinal))
                text += $"```{opening}\n{string.Join('\n', block)}\n```\n\n";
        }
        yield return text;
    }

    private static IEnumerable<IReadOnlyList<string>> Blocks(string kind) =>
        Fences().Where(fence =>
            string.Equals(fence.Opening, kind, StringComparison.Ordinal)).Select(fence => fence.Block);

    private static IEnumerable<(string Opening, IReadOnlyList<string> Block)> Fences()
    {
        List<string>? block = null;
        var opening = "";
        foreach (var line in _page)
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (isFence && block is null) (opening, block) = (line[3..], []);
            else if (isFence) { yield return (opening, block!); block = null; }
            else block?.Add(line);
        }
    }
}
