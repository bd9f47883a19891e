namespace Commonstead.Core.Tests;

/// <summary>
/// Keeps the list of refusals honest: each is tried in a test and described in the language reference.
/// </summary>
public class RuleCoverageTests
{
    [Fact]
    public void EveryErrorCode_IsDescribedInTheReference()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "reference", "resale-rules.md"));
        Assert.All(Enum.GetNames<RuleErrorCode>(), code =>
            Assert.Contains($"`{code}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryFunctionAndWord_IsDescribedInTheReference()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "reference", "resale-rules.md"));
        Assert.All(RuleWords.Reserved, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }
}
