using System.Text.RegularExpressions;

namespace Commonstead.Tests.Tidy;

/// <summary>Keeps what every page owes its reader: a title, one main heading, no inline script or style.</summary>
[Trait("Engine", "none")]
public sealed partial class PageTests
{
    [Fact]
    public void PagesAreFound() => Assert.NotEmpty(Pages());

    [Fact]
    public void EveryPage_HasATitle() => Found.Nothing(
        Pages().Where(path => !SourceTree.Text(path).Contains("ViewData[\"Title\"] =", StringComparison.Ordinal)));

    [Fact]
    public void EveryPage_HasOneMainHeading() => Found.Nothing(
        Pages().Where(path => MainHeading().Count(WithItsParts(path)) != 1));

    [Fact]
    public void NoPage_HasInlineScriptOrStyle() => Found.Nothing(
        SourceTree.Files("src/Commonstead", ".cshtml").Where(path => Inline().IsMatch(SourceTree.Text(path))));

    [Fact]
    public void EveryPostForm_IsARazorForm() => Found.Nothing(
        SourceTree.Files("src/Commonstead", ".cshtml")
            .Where(path => SourceTree.Text(path).Contains("asp-antiforgery=\"false\"", StringComparison.Ordinal)));

    // A number or a date that cannot be read is bound as none, and would pass for one left empty.
    [Fact]
    public void AFormThatMayLeaveNumbersEmpty_IsReadBeforeItsOperationRuns() => Found.Nothing(
        SourceTree.Files("src/Commonstead", ".cshtml.cs").Where(path => SourceTree.Text(path) is var text
            && RunsInput().IsMatch(text) && !LooksAtWhatWasRead().IsMatch(text)
            && InputType().Match(text).Groups["type"].Value is { Length: > 0 } input
            && SourceTree.Files(string.Join('/', path.Split('/')[..3]), ".cs").Select(SourceTree.Text).Any(source =>
                source.Contains($"class {input}\n", StringComparison.Ordinal) && MayBeEmpty().IsMatch(source))));

    private static IEnumerable<string> Pages() => SourceTree.Files("src/Commonstead", ".cshtml")
        .Where(path => SourceTree.Text(path).StartsWith("@page", StringComparison.Ordinal));

    // A page's text with that of the parts it names, since several forms may share their head.
    private static string WithItsParts(string path)
    {
        var text = SourceTree.Text(path);
        var folder = string.Join('/', path.Split('/')[..3]);
        var parts = Part().Matches(text).Select(match => "/" + match.Groups["part"].Value + ".cshtml").ToList();
        return text + string.Concat(SourceTree.Files(folder, ".cshtml")
            .Where(file => parts.Exists(part => file.EndsWith(part, StringComparison.Ordinal)))
            .Select(SourceTree.Text));
    }

    [GeneratedRegex(@"<partial name=""[^""]*?(?<part>_\w+)(?:\.cshtml)?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\.Run\(\w+, Input\b", RegexOptions.None, 1000)]
    private static partial Regex RunsInput();

    [GeneratedRegex(@"CanRead\(|ModelState\.(IsValid|Clear)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksAtWhatWasRead();

    [GeneratedRegex(@"public (?<type>\w+) Input\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InputType();

    [GeneratedRegex(@"public (int|decimal|double|DateOnly|TimeOnly|Money)\? \w+ \{ get; set; \}",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MayBeEmpty();

    [GeneratedRegex(@"<h1[\s>]", RegexOptions.None, 1000)]
    private static partial Regex MainHeading();

    [GeneratedRegex(@"<style|\sstyle=""|\son[a-z]+=""|<script(?![^>]*\bsrc=)", RegexOptions.None, 1000)]
    private static partial Regex Inline();
}
