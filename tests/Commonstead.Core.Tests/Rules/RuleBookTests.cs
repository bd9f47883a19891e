namespace Commonstead.Core.Tests;

/// <summary>Runs every example of every rule document shipped with the program.</summary>
public class RuleBookTests
{
    public static TheoryData<string> Documents =>
        new(Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
            .Where(file => !string.Equals(Path.GetFileName(file), "README.md", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "rules");

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryDocument_IsReadAndItsExamplesHold(string file)
    {
        var parse = RuleDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)), file);
        Assert.Empty(parse.Errors.Select(error => error.ToString()));
        Assert.NotEmpty(parse.Document!.Examples);
        Assert.Empty(parse.Document.Examples.SelectMany(example => example.Run()).Select(error => error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryDocument_SaysWhereItComesFromAndWhatHappensWhenValueFalls(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains("**Where it comes from.**", text, StringComparison.Ordinal);
        Assert.Contains("**What happens when value falls.**", text, StringComparison.Ordinal);
        Assert.Contains("**Conventions.**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheBook_HasADocumentForEveryFormulaOfTheField() =>
        Assert.True(Documents.Count >= 2, "documents are missing from the rule book");
}
