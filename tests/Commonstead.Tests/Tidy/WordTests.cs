using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Commonstead.Tests.Tidy;

/// <summary>
/// Keeps the British words complete: no translation of a text that is not there any more, none missing where a word is
/// another in Great Britain.
/// </summary>
[Trait("Engine", "none")]
public sealed partial class WordTests
{
    // What is printed on the command line, and what the demonstrations make up, is not translated.
    private static readonly string[] _notTranslated = ["/Demonstration/", "/Cli/", "/Commands/", "Command.cs"];

    // Says what a column is held for in a person's file, which is as the trust's register has it.
    private static readonly string[] _notShown = ["Personal", "OpenToAnyone", "GeneratedRegex"];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> _texts = new(FindTexts);

    [Fact]
    public void TextsAreFound() => Assert.True(_texts.Value.Count > 500);

    [Fact]
    public void EveryTranslation_IsOfATextThatIsShown() => Found.Nothing(
        BritishWords.Texts.Keys.Where(key => !_texts.Value.ContainsKey(key)).Select(key => $"nobody says “{key}”"));

    [Fact]
    public void EveryTextWithAnAmericanWord_IsTranslated() => Found.Nothing(
        from text in _texts.Value
        where LooksLikeWords(text.Key) && !BritishWords.SameInBoth.Contains(text.Key)
        let word = BritishWords.AmericanIn(text.Key)
        where word is not null && !BritishWords.Texts.ContainsKey(text.Key)
        select $"{text.Value}: “{word}” in “{text.Key}” is not in Words.en-GB.resx");

    [Fact]
    public void NoTranslation_HasAnAmericanWord() => Found.Nothing(
        from text in BritishWords.Texts
        let word = BritishWords.AmericanIn(text.Value)
        where word is not null
        select $"“{word}” in “{text.Value}”");

    [Fact]
    public void EveryTranslation_HasThePlacesOfItsText() => Found.Nothing(
        from text in BritishWords.Texts
        where !Places(text.Key).SequenceEqual(Places(text.Value), StringComparer.Ordinal)
        select $"“{text.Key}” and “{text.Value}” have other places");

    [Fact]
    public void EveryTranslation_DiffersFromItsText() => Found.Nothing(
        BritishWords.Texts.Where(text => text.Key == text.Value).Select(text => text.Key));

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    // Names in code, addresses and columns of files are no words: they have no space and begin small.
    private static bool LooksLikeWords(string text) => (text.Contains(' ', StringComparison.Ordinal)
        || (text.Length > 0 && char.IsUpper(text[0])))
        && !text.Contains('_', StringComparison.Ordinal) && text[0] is not ('/' or '@' or '<')
        && !Code().IsMatch(text);

    private static Dictionary<string, string> FindTexts()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in SourceTree.Files("src/Commonstead", ".cs", ".cshtml")
            .Where(path => !_notTranslated.Any(part => path.Contains(part, StringComparison.Ordinal))))
        {
            var texts = path.EndsWith(".cs", StringComparison.Ordinal)
                ? InCode(SourceTree.Syntax(path)) : InPage(SourceTree.Text(path));
            foreach (var text in texts) found.TryAdd(text, path);
        }

        return found;
    }

    // Words["…"] may stand inside an attribute's own quotation marks.
    private static IEnumerable<string> InPage(string page)
    {
        var joined = Joint().Replace(page, "");
        return Asked().Matches(joined).Concat(Quoted().Matches(Asked().Replace(joined, "")))
            .Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value));
    }

    private static IEnumerable<string> InCode(SyntaxNode root) => root.DescendantNodes().OfType<ExpressionSyntax>()
        .Where(node => node.Parent is not BinaryExpressionSyntax)
        .Where(node => !node.Ancestors().OfType<AttributeSyntax>().Any(a => _notShown.Contains(a.Name.ToString())))
        .Where(node => !node.Ancestors().OfType<ThrowExpressionSyntax>().Any())
        .Select(Folded).OfType<string>();

    private static string? Folded(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            literal.Token.ValueText,
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) =>
            Folded(sum.Left) is { } left && Folded(sum.Right) is { } right ? left + right : null,
        ParenthesizedExpressionSyntax inner => Folded(inner.Expression),
        _ => null,
    };

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"""(?<text>[^""\n]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"Words\[\s*""(?<text>[^""\n]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    // Between the parts of a text that is written over several lines.
    [GeneratedRegex(@"""\s*\+\s*""", RegexOptions.None, 1000)]
    private static partial Regex Joint();

    // A path through a model, as in for="Input.AppraisalBasis".
    [GeneratedRegex(@"^[\w.\[\]@]+$(?<=\..*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
